"""Running one command of the check where the repository is, with a known environment."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent
REPORTS = REPOSITORY / "var" / "test-results"


def announce(title: str) -> None:
    """Say what comes next, so that a long log can be read."""
    print(f"\n=== {title}", flush=True)


def run(command: Sequence[str], changes: Mapping[str, str]) -> tuple[int, float]:
    """Run a command to its end; return its exit status and the seconds it took.

    It sees this environment with `changes`. The choice of settings is not inherited: a shell that is set up for
    something else must not change what is checked.
    """
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    began = time.monotonic()
    status = subprocess.run(
        command, cwd=REPOSITORY, env={**environment, **changes}, stdin=subprocess.DEVNULL, check=False
    ).returncode
    return status, time.monotonic() - began


def python(*arguments: str) -> list[str]:
    """A command for the interpreter that runs this check, and so for its environment."""
    return [sys.executable, *arguments]
