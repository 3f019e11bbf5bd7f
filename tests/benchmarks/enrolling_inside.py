"""What is done inside a portal to measure enrolling, in a process of its own; answers in JSON.

`python -m tests.benchmarks.enrolling_inside 200 20` lets 200 people ask for 20 places at the same time: seconds of
each round, and what became of them in the last.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import override_settings  # noqa: E402

from portal.members.models import Member  # noqa: E402
from tests.benchmarks.members import members  # noqa: E402
from tests.factories.trainings import make_training  # noqa: E402
from trainings.models import Enrolment, TrainingPage  # noqa: E402
from trainings.rules.states import State  # noqa: E402
from trainings.services.enrolling import request_place  # noqa: E402

_AT_ONCE = 16
_ROUNDS = 5
#: Letters are written and left to the worker.
WITHOUT_WORKER = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


def together(do: Callable[[Member], object], people: Iterable[Member]) -> tuple[float, int]:
    """Seconds by the clock, and how many were shown an error. Connections are there before it begins."""

    def failed(member: Member) -> bool:
        try:
            do(member)
        except Exception as error:
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
            return True
        return False

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(lambda number: (time.sleep(0.05), connection.ensure_connection()), range(_AT_ONCE)))
        began = time.perf_counter()
        errors = sum(pool.map(failed, people))
        return time.perf_counter() - began, errors


def measured(count: int, places: int) -> dict[str, object]:
    people = members(count)
    enrolled, written, errors = [], [], 0
    for _ in range(_ROUNDS):
        asked, bare = _training(places), _training(places)
        seconds, wrong = together(lambda member, key=asked.pk: request_place(training_id=key, member=member), people)
        enrolled.append(seconds)
        errors += wrong
        seconds, wrong = together(
            lambda member, key=bare.pk: Enrolment.objects.create(training_id=key, member=member, state=State.CONFIRMED),
            people,
        )
        written.append(seconds)
        errors += wrong
    found = Enrolment.objects.filter(training=asked)
    return {
        "enrolled": enrolled,
        "written": written,
        "errors": errors,
        "confirmed": found.filter(state=State.CONFIRMED).count(),
        "waiting": found.filter(state=State.WAITING).count(),
    }


def _training(places: int) -> TrainingPage:
    return make_training(slug=f"benchmark-{time.time_ns()}", capacity=places)


if __name__ == "__main__":
    with override_settings(TASKS=WITHOUT_WORKER):
        json.dump(measured(*map(int, sys.argv[1:])), sys.stdout)
