"""Many certificates at once: numbers without gap and without double.

A control takes the lock away, and then the constraint too, and shows what they are for.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import nullcontext
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, connection
from django.utils import timezone

from tests.factories.certificates import make_attended, make_ended_training
from tests.trainings.together import at_once, constraint_taken_away
from trainings.certificates import numbering
from trainings.certificates.issuing import issue
from trainings.models import Certificate, CertificateCounter, Enrolment
from trainings.rules.states import State
from trainings.services import seats

pytestmark = pytest.mark.usefixtures("many_connections")

#: Whose trainers issue at the same time: within one training its seats are held anyway.
TRAININGS = 8


@pytest.fixture
def earned():
    """One who has earned a certificate in each of several trainings."""
    return [
        make_attended(make_ended_training(slug=f"t{number}", course={"slug": f"c{number}"}))
        for number in range(TRAININGS)
    ]


def issuing(enrolments: list[Enrolment]) -> list[Callable[[], object]]:
    return [lambda one=one: issue(training_id=one.training_id, enrolment_id=one.pk, by=None) for one in enrolments]


def numbers() -> list[int]:
    return list(Certificate.objects.order_by("sequence").values_list("sequence", flat=True))


def test_trainings_that_issue_at_once_get_all_numbers_once(earned):
    assert at_once(issuing(earned)) == []
    assert numbers() == list(range(1, TRAININGS + 1))
    assert CertificateCounter.objects.get().last == TRAININGS


def test_one_person_for_whom_it_is_pressed_often_gets_one(earned):
    assert at_once(issuing(earned[:1] * TRAININGS)) == []
    assert (numbers(), CertificateCounter.objects.get().last) == ([1], 1)
    assert earned[0].changes.filter(after=State.COMPLETED).count() == 1


# What lock and constraint are for --------------------------------------------------------------------------------


@pytest.fixture
def without_lock(monkeypatch):
    """Everybody reads the last number at the same time, as without a lock they may."""
    together = threading.Barrier(TRAININGS)

    def not_locked(year: int) -> CertificateCounter:
        counter = CertificateCounter.objects.get(year=year)
        together.wait()
        return counter

    CertificateCounter.objects.create(year=timezone.localdate().year)
    monkeypatch.setattr(numbering, "_locked", not_locked)
    if connection.vendor == "sqlite":
        # The transaction is the lock: whoever issues is the only writer from its beginning.
        monkeypatch.setattr(seats, "transaction", SimpleNamespace(atomic=nullcontext))


def test_control_without_the_lock_the_database_refuses_and_people_see_errors(earned, without_lock):
    wrong = at_once(issuing(earned))
    assert {type(error) for error in wrong} == {IntegrityError}
    assert numbers() == [1]


def test_control_without_lock_and_constraint_numbers_are_given_out_twice(earned, without_lock):
    with constraint_taken_away(Certificate, "one_certificate_a_number"):
        at_once(issuing(earned))
        assert numbers() == [1] * TRAININGS
