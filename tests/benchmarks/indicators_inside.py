"""What is done inside a portal to measure the indicators, in a process of its own; answers in JSON.

`python -m tests.benchmarks.indicators_inside 10000` adds so many enrolments and makes what an administrator reads, the
tables and the spreadsheet of them: seconds of the whole, and those of each query, the median, with what it asks for.
"""

from __future__ import annotations

import json
import sys
import time as clock
from collections.abc import Callable
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402
from django.http import QueryDict  # noqa: E402
from django.utils import timezone  # noqa: E402

from portal.core.spreadsheet_files import xlsx_file  # noqa: E402
from tests.benchmarks.measures import p50  # noqa: E402
from tests.benchmarks.participations import add_participations  # noqa: E402
from trainings.reporting.filters import FilterForm  # noqa: E402
from trainings.reporting.sheet import WIDTHS, rows_of  # noqa: E402
from trainings.reporting.tables import report  # noqa: E402

_RUNS = 7


class QueryTimes:
    """Seconds of each query with what it asks for, in their order; for `connection.execute_wrapper`."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.asked: list[str] = []

    def __call__(self, execute: Callable[..., Any], statement: str, *arguments: Any) -> Any:
        began = clock.perf_counter()
        answer = execute(statement, *arguments)
        self.seconds.append(clock.perf_counter() - began)
        self.asked.append(_asked(statement))
        return answer


def _asked(statement: str) -> str:
    """In a word. Sheets of tests are compared with others of the same enrolment."""
    if '"trainings_answersheet"' in statement:
        return "tests" if "before_percent" in statement else "opinions"
    if '"trainings_enrolment"' in statement:
        return "hours" if '"trainings_trainingsession"' in statement else "people"
    return "words"


def as_read() -> None:
    """What the page and its file are made of."""
    form, today = FilterForm(QueryDict()), timezone.localdate()
    if not form.is_valid():
        raise RuntimeError(form.errors)
    found = report(form.condition(today), with_opinions=True)
    if found.total is None or found.total.scores is None or found.total.opinion is None:
        raise RuntimeError("There is nothing of tests or opinions to be measured.")
    xlsx_file(rows_of(found, form.in_words(today)), title="Indicators", widths=WIDTHS)


def measure() -> dict[str, object]:
    as_read()
    seconds, queries = [], []
    for _ in range(_RUNS):
        times = QueryTimes()
        began = clock.perf_counter()
        with connection.execute_wrapper(times):
            as_read()
        seconds.append(clock.perf_counter() - began)
        queries.append(times.seconds)
    each = [p50(list(of_one)) for of_one in zip(*queries, strict=True)]
    return {"seconds": seconds, "queries": list(zip(times.asked, each, strict=True))}


def settle() -> None:
    """What PostgreSQL does by itself within a minute after so much was written."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


if __name__ == "__main__":
    add_participations(int(sys.argv[1]))
    settle()
    json.dump(measure(), sys.stdout)
