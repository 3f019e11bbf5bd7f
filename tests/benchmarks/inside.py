"""What is done inside a portal to measure its growth, in a process of its own; answers in JSON.

`python -m tests.benchmarks.inside add 900` adds practices and builds the index: seconds of processor time of both;
`python -m tests.benchmarks.inside queries /en/ /en/library/` counts queries: path to number.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from search.engines.current import current_engine  # noqa: E402
from search.upkeep.build import rebuild  # noqa: E402
from tests.benchmarks.synthetic import make_practices  # noqa: E402


def add(count: int) -> dict[str, float]:
    began = time.process_time()
    make_practices(count)
    made = time.process_time()
    rebuild(current_engine(), lambda number: None)
    return {"made": made - began, "indexed": time.process_time() - made}


def queries(paths: Iterable[str]) -> dict[str, int]:
    """Counted when the page is asked for the second time: the first fills what a process keeps."""
    client = Client(headers={"host": "127.0.0.1"})
    counts = {}
    for path in paths:
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            status = client.get(path).status_code
        if status != 200:
            raise RuntimeError(f"{path}: {status}")
        counts[path] = len(captured)
    return counts


if __name__ == "__main__":
    action, *arguments = sys.argv[1:]
    json.dump(add(int(arguments[0])) if action == "add" else queries(arguments), sys.stdout)
