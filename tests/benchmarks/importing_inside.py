"""What is done inside a portal to measure lists of people, in a process of its own; answers in JSON.

`python -m tests.benchmarks.importing_inside 500 1000` makes a thousand members, unless they are there, decides the
fates of 500 rows, and carries the list out.
"""

from __future__ import annotations

import json
import sys
import time
from itertools import pairwise

import django

django.setup()

from django.db import connection  # noqa: E402
from django.db.models.signals import post_save  # noqa: E402
from django.test import override_settings  # noqa: E402

from portal.core.scripts.serbian import to_cyrillic  # noqa: E402
from tests.benchmarks.enrolling_inside import WITHOUT_WORKER  # noqa: E402
from tests.benchmarks.members import DOMAIN, add_members, name  # noqa: E402
from tests.benchmarks.query_count import QueryCount  # noqa: E402
from tests.factories.people import make_user  # noqa: E402
from tests.factories.trainings import make_training  # noqa: E402
from trainings.importing.carrying import carry_out  # noqa: E402
from trainings.importing.fates import Fate, Row, counts, rows_of  # noqa: E402
from trainings.models import ImportedRow, ParticipantImport  # noqa: E402

#: The first rows find nothing yet of what a process keeps.
_WARMING = 20


def list_of(count: int) -> ParticipantImport:
    """A fifth are known by address, a fifth by name in the other script; the others are new, or happen to be alike."""
    mark = time.time_ns()
    rows = []
    for number in range(count):
        first, last = name(number if number % 5 < 2 else number + 1_000_000)
        known = number % 5 == 0
        written = f"{first} {last}" if known else to_cyrillic(f"{last} {first}")
        rows.append([number + 2, [written, f"{number}@{DOMAIN if known else f'elsewhere-{mark}.example'}"]])
    return ParticipantImport.objects.create(
        training=make_training(slug=f"benchmark-{mark}", capacity=count // 10),
        user=make_user(email=f"trainer-{mark}@example.org"),
        file_name="people.xlsx",
        header=["Name", "E-mail"],
        rows=rows,
        columns={"full_name": 0, "email": 1},
    )


def measured(rows: int, members: int) -> dict[str, float]:
    add_members(members)
    source = list_of(rows)
    queries = QueryCount()
    began = time.process_time()
    with connection.execute_wrapper(queries):
        found = rows_of(source)
        fates = counts(found)
    seconds = time.process_time() - began
    return {
        "seconds": seconds,
        "queries": queries.count,
        "likely": fates.get(Fate.LIKELY, 0),
        "new": fates.get(Fate.NEW, 0),
        **carried_out(source, found),
    }


def carried_out(source: ParticipantImport, rows: list[Row]) -> dict[str, float]:
    """Milliseconds of processor time for a row: of all, of the first tenth, of the last."""
    chosen = [row.number for row in rows if row.enrols or row.invites]
    source.begin_again(chosen=chosen, language="en")
    moments: list[float] = []

    def note(**signal: object) -> None:
        moments.append(time.process_time())

    queries = QueryCount()
    post_save.connect(note, sender=ImportedRow)
    with connection.execute_wrapper(queries):
        carry_out.func(source.pk, source.attempt)
    source.refresh_from_db()
    if (source.state, source.done) != ("ready", len(chosen)):
        raise RuntimeError(f"{source.state}, {source.done} of {len(chosen)}")
    taken = [1000 * (after - before) for before, after in pairwise(moments)][_WARMING:]
    tenth = len(taken) // 10
    return {
        "rows": len(chosen),
        "row": sum(taken) / len(taken),
        "first": sum(taken[:tenth]) / tenth,
        "last": sum(taken[-tenth:]) / tenth,
        "row_queries": queries.count / len(chosen),
    }


if __name__ == "__main__":
    with override_settings(TASKS=WITHOUT_WORKER):
        json.dump(measured(*map(int, sys.argv[1:])), sys.stdout)
