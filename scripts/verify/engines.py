"""The real PostgreSQL and Elasticsearch that the suite runs on a second time."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from scripts.local_services import elasticsearch, postgresql
from scripts.verify.running import REPOSITORY

VARIABLES = {"postgresql": "DATABASE_URL", "elasticsearch": "ELASTICSEARCH_URL"}
_SERVICES = {"postgresql": postgresql, "elasticsearch": elasticsearch}


@contextmanager
def real_engines() -> Iterator[dict[str, str]]:
    """The variables that lead to the servers, as far as they can be had.

    A server that the environment already names is used as it is. Others are started, and stopped at the end unless
    they ran before.
    """
    given = named_by(os.environ)
    mine = [name for name, variable in VARIABLES.items() if variable not in given]
    mine = [name for name in mine if not _SERVICES[name].variables()]
    for name in mine:
        _services("start", "--only", name)
    try:
        found = dict(given)
        for name, variable in VARIABLES.items():
            if variable not in given:
                found.update(_SERVICES[name].variables())
        yield found
    finally:
        for name in mine:
            _services("stop", "--only", name)


def named_by(environment: Mapping[str, str]) -> dict[str, str]:
    """Those of the two variables that the environment sets to a real server; SQLite is none."""
    return {
        variable: environment[variable]
        for variable in VARIABLES.values()
        if environment.get(variable) and not environment[variable].startswith("sqlite")
    }


def _services(*arguments: str) -> None:
    # Its complaint, if it has one, is on the terminal; what is missing shows in the variables.
    subprocess.run([sys.executable, "scripts/services", *arguments], cwd=REPOSITORY, check=False)
