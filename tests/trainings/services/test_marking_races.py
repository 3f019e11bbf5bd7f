"""Several trainers mark the same person at the very same moment: one mark, and nobody is shown an error.

A control takes the lock away, and then the constraint too, and shows what they are for.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import IntegrityError, OperationalError, connection, connections
from django.utils import timezone

from tests.factories.attendance import changes, make_training_now
from tests.factories.people import make_user
from tests.factories.trainings import make_enrolment
from tests.trainings.together import AT_ONCE, at_once, constraint_taken_away
from trainings.models import Attendance, AttendanceSource
from trainings.services import attending
from trainings.services.attending import Mark, mark_attendance

pytestmark = pytest.mark.usefixtures("many_connections")


def marking(enrolment, *, there=lambda number: True, mark=mark_attendance) -> list[Callable[[], object]]:
    session, trainers = enrolment.training.sessions.get(), [make_user() for _ in range(AT_ONCE)]
    now = timezone.now()

    def job(number: int) -> object:
        marks = [Mark(enrolment.pk, there(number), now)]
        return mark(session=session, marks=marks, by=trainers[number], source=AttendanceSource.TICKED)

    return [lambda number=number: job(number) for number in range(AT_ONCE)]


def test_all_say_that_somebody_is_there():
    enrolment = make_enrolment(make_training_now())
    assert at_once(marking(enrolment)) == []
    assert Attendance.objects.filter(enrolment=enrolment).count() == 1
    assert [there for _whom, there, _how, _by in changes()] == [True]


def test_some_say_yes_and_some_say_no_and_what_was_said_last_holds():
    enrolment = make_enrolment(make_training_now())
    assert at_once(marking(enrolment, there=lambda number: number % 2 == 0)) == []
    said = [there for _whom, there, _how, _by in changes()]
    assert Attendance.objects.filter(enrolment=enrolment).count() == int(said[-1])
    # Each changed what was there: nobody said again what held already.
    assert said == [place % 2 == 0 for place in range(len(said))]


# What lock and constraint are for --------------------------------------------------------------------------------


def take_the_lock_away(monkeypatch):
    """Everybody has read who is there before one of them writes, as without a lock they may."""
    together, last_changes = threading.Barrier(AT_ONCE), attending.last_changes

    def read_together(session):
        found = last_changes(session)
        together.wait()
        return found

    monkeypatch.setattr(attending, "_lock", lambda session: None)
    monkeypatch.setattr(attending, "last_changes", read_together)


def test_control_without_the_lock_the_database_refuses_and_trainers_see_errors(monkeypatch):
    enrolment = make_enrolment(make_training_now())
    take_the_lock_away(monkeypatch)
    refuses = IntegrityError
    if connection.vendor == "sqlite":
        # A transaction that is no writer from its beginning cannot become one after others wrote what it has read.
        options = {**connection.settings_dict["OPTIONS"], "transaction_mode": "DEFERRED"}
        monkeypatch.setitem(connections.settings["default"], "OPTIONS", options)
        refuses = OperationalError
    wrong = at_once(marking(enrolment))
    assert [type(error) for error in wrong] == [refuses] * (AT_ONCE - 1)
    assert Attendance.objects.filter(enrolment=enrolment).count() == 1


def test_control_without_lock_and_constraint_somebody_is_there_several_times(monkeypatch):
    enrolment = make_enrolment(make_training_now())
    take_the_lock_away(monkeypatch)
    # With SQLite the transaction is the lock.
    mark = mark_attendance.__wrapped__ if connection.vendor == "sqlite" else mark_attendance
    with constraint_taken_away(Attendance, "there_or_not_there"):
        at_once(marking(enrolment, mark=mark))
        assert Attendance.objects.filter(enrolment=enrolment).count() == AT_ONCE
