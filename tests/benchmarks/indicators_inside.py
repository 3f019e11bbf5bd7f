"""What is done inside a portal to measure the indicators, in a process of its own; answers in JSON.

`python -m tests.benchmarks.indicators_inside 10000` makes so many enrolments and counts them: seconds, queries.
"""

from __future__ import annotations

import json
import sys
import time as clock
from datetime import date, time, timedelta
from itertools import count

import django

django.setup()

from django.db import connection, transaction  # noqa: E402
from django.db.models import Q  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from portal.accounts.models import User  # noqa: E402
from portal.members.models import Gender, Member  # noqa: E402
from portal.vocabulary.models import Beneficiary, Term  # noqa: E402
from portal.vocabulary.models.taxonomy import FacetCode  # noqa: E402
from tests.factories.pages import make_page  # noqa: E402
from trainings.models import Attendance, CoursePage, Enrolment, TrainingPage, TrainingSession  # noqa: E402
from trainings.reporting.tables import report  # noqa: E402
from trainings.rules.states import State  # noqa: E402

_PLACES = 20
_SESSIONS = 4
#: Each person was in so many trainings.
_TIMES_EACH = 4
_RUNS = 7
_GENDERS = (*Gender.values, "")


@transaction.atomic
def fill(enrolments: int) -> None:
    trainings = _trainings(enrolments // _PLACES)
    members = _members(enrolments // _TIMES_EACH)
    sessions = [
        TrainingSession(training=training, day=training.start, begins=time(hour), ends=time(hour + 2))
        for training in trainings
        for hour in range(9, 9 + 2 * _SESSIONS, 2)
    ]
    TrainingSession.objects.bulk_create(sessions, batch_size=5_000)
    made = [
        Enrolment(
            training=trainings[number // _PLACES],
            # Twenty that lie far from each other: nobody is twice in one training.
            member=(member := members[number % len(members)]),
            beneficiary_id=member.beneficiary_id,
            state=State.COMPLETED if number % 3 else State.CONFIRMED,
        )
        for number in range(enrolments)
    ]
    Enrolment.objects.bulk_create(made, batch_size=5_000)
    Attendance.objects.bulk_create(
        (
            Attendance(session=session, enrolment=enrolment)
            for number, enrolment in enumerate(made)
            for session in sessions[number // _PLACES * _SESSIONS :][:_SESSIONS]
        ),
        batch_size=5_000,
    )


def _trainings(number: int) -> list[TrainingPage]:
    """Drafts, which are made quickly; numbers do not ask whether a page is published."""
    course = make_page(CoursePage)
    areas = list(Term.objects.filter(facet__code=FacetCode.PRIORITY_AREA))
    numbers, trainings = count(), []
    for _ in range(number):
        place = next(numbers)
        day = date(2025, 1, 1) - timedelta(days=place % 1_400)
        training = TrainingPage(title=f"Training {place}", slug=f"benchmark-{place}", start=day, end=day, live=False)
        training.follows = trainings[place // 2] if place % 2 and place > 2 else None
        course.add_child(instance=training)
        trainings.append(training)
    through = TrainingPage.priority_areas.through
    through.objects.bulk_create(
        through(trainingpage=training, term=areas[place % len(areas)]) for place, training in enumerate(trainings)
    )
    return trainings


def _members(number: int) -> list[Member]:
    beneficiaries = list(Beneficiary.objects.order_by("pk"))
    agencies = list(Term.objects.filter(facet__code=FacetCode.AGENCY))
    users = User.objects.bulk_create(
        (User(email=f"benchmark{place}@example.org", password="!") for place in range(number)), batch_size=5_000
    )
    members = [
        Member(
            user=user,
            beneficiary=beneficiaries[place % len(beneficiaries)],
            agency=agencies[place % len(agencies)],
            gender=_GENDERS[place % len(_GENDERS)],
            position=f"Position {place % 300}",
        )
        for place, user in enumerate(users)
    ]
    return Member.objects.bulk_create(members, batch_size=5_000)


def measure() -> dict[str, object]:
    with CaptureQueriesContext(connection) as captured:
        report(Q())
    seconds = []
    for _ in range(_RUNS):
        began = clock.perf_counter()
        report(Q())
        seconds.append(clock.perf_counter() - began)
    return {"seconds": seconds, "queries": len(captured)}


if __name__ == "__main__":
    fill(int(sys.argv[1]))
    json.dump(measure(), sys.stdout)
