"""What is done inside a portal to measure its growth, in a process of its own; answers in JSON.

`python -m tests.benchmarks.inside add 900` adds practices and builds the index: seconds of processor time of both;
`python -m tests.benchmarks.inside publish` publishes a page several times: milliseconds of processor time, the median;
`python -m tests.benchmarks.inside queries /en/ /en/library/` counts queries: path to number.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from practices.models import GoodPractice  # noqa: E402
from search.engines.current import current_engine  # noqa: E402
from search.upkeep.build import rebuild  # noqa: E402
from tests.benchmarks.measures import p50  # noqa: E402
from tests.benchmarks.search_wagtail import index_practices  # noqa: E402
from tests.benchmarks.synthetic import make_practices  # noqa: E402

_PUBLISHINGS = 7


def add(count: int) -> dict[str, float]:
    began = time.process_time()
    make_practices(count)
    made = time.process_time()
    rebuild(current_engine(), lambda number: None)
    return {"made": made - began, "indexed": time.process_time() - made}


def publish() -> dict[str, float]:
    """With all that follows: every practice is in the search of the administration first, as in a real portal."""
    index_practices()
    practice = GoodPractice.objects.live().filter(is_sample=True).public().first()
    headline = practice.headline_en
    taken = []
    for number in range(_PUBLISHINGS + 1):
        practice.headline_en = f"{headline} {number}"
        began = time.process_time()
        practice.save_revision().publish()
        taken.append((time.process_time() - began) * 1000)
    # What is made only once is made by the first.
    return {"milliseconds": p50(taken[1:])}


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
    actions: dict[str, Callable[[], object]] = {
        "add": lambda: add(int(arguments[0])),
        "publish": publish,
        "queries": lambda: queries(arguments),
    }
    json.dump(actions[action](), sys.stdout)
