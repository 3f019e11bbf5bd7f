"""What is done inside a portal to measure lists of people, in a process of its own; answers in JSON.

`python -m tests.benchmarks.importing_inside 500 1000` makes a thousand members, unless they are
there, and decides the fates of 500 rows.
"""

from __future__ import annotations

import json
import random
import sys
import time

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from portal.accounts.models import User  # noqa: E402
from portal.core.scripts.serbian import to_cyrillic  # noqa: E402
from portal.members.models import Member  # noqa: E402
from trainings.importing.fates import Fate, counts, rows_of  # noqa: E402
from trainings.models import ParticipantImport, TrainingPage  # noqa: E402

_STARTS = ("Đor", "Ljub", "Bes", "Mir", "Zor", "Gjer", "Nad", "Vlad", "Ard", "Kir", "Šar", "Čed", "Žel", "Pet", "Teu")
_MIDDLES = ("a", "e", "i", "o", "ana", "eni", "osla", "ubi", "ati", "umi")
_ENDS = ("đe", "n", "ra", "ka", "mir", "na", "ta", "vić", "ć", "li", "shi", "ski")


def name(number: int) -> tuple[str, str]:
    """Of the person with this number: no real one, and the same each time."""
    chance = random.Random(number)
    first, last = ("".join(map(chance.choice, (_STARTS, _MIDDLES, _ENDS))) for _ in range(2))
    return first, last


def add_members(count: int) -> None:
    """Until there are so many that were made here."""
    there = User.objects.filter(email__endswith="@synthetic.example").count()
    users = []
    for number in range(there, count):
        first, last = name(number)
        users.append(User(email=f"{number}@synthetic.example", first_name=first, last_name=last, password="!"))
    User.objects.bulk_create(users, batch_size=500)
    Member.objects.bulk_create([Member(user=user) for user in users], batch_size=500)


def list_of(count: int) -> ParticipantImport:
    """A fifth are known by address, a fifth by name in the other script; the others are new, or happen to be alike."""
    rows = []
    for number in range(count):
        first, last = name(number if number % 5 < 2 else number + 1_000_000)
        known = number % 5 == 0
        written = f"{first} {last}" if known else to_cyrillic(f"{last} {first}")
        rows.append([number + 2, [written, f"{number}@{'synthetic' if known else 'elsewhere'}.example"]])
    columns = {"full_name": 0, "email": 1}
    training = TrainingPage.objects.all()[0]
    return ParticipantImport(training=training, header=["Name", "E-mail"], rows=rows, columns=columns)


def measured(rows: int, members: int) -> dict[str, float]:
    add_members(members)
    source = list_of(rows)
    with CaptureQueriesContext(connection) as captured:
        began = time.process_time()
        found = counts(rows_of(source))
        seconds = time.process_time() - began
    return {
        "seconds": seconds,
        "queries": len(captured),
        "likely": found.get(Fate.LIKELY, 0),
        "new": found.get(Fate.NEW, 0),
    }


if __name__ == "__main__":
    json.dump(measured(*map(int, sys.argv[1:])), sys.stdout)
