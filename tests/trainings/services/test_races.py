"""Many at once for few seats: nobody gets a seat that does not exist, and nobody is shown an error.

A control takes the lock away, and then the constraint too, and shows what they are for.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, OperationalError, connection, connections
from django.utils import timezone

from portal.members.models import Member
from tests.factories.trainings import make_people, make_training
from tests.factories.vocabulary import make_beneficiary
from tests.trainings.together import AT_ONCE, at_once, constraint_taken_away
from trainings.models import Admission, Enrolment, EnrolmentChange, SeatPool, TrainingQuota
from trainings.rules.refusal import Refused
from trainings.rules.states import State
from trainings.services import seats
from trainings.services.deciding import decide, withdraw
from trainings.services.enrolling import request_place
from trainings.services.offers import accept_offer, expire_offers

pytestmark = pytest.mark.usefixtures("many_connections")


def asking(training, people: Iterable[Member]) -> list[Callable[[], object]]:
    return [lambda member=member: request_place(training_id=training.pk, member=member) for member in people]


def counted(training) -> dict[str, int]:
    return dict(Counter(Enrolment.objects.filter(training=training).values_list("state", flat=True)))


@pytest.fixture
def queued():
    """A training whose only seat is offered to the first of three who wait."""
    training = make_training(capacity=1)
    first, *others = [request_place(training_id=training.pk, member=member) for member in make_people(4)]
    withdraw(enrolment=first, by=None)
    return training, others


def test_two_hundred_for_twenty_seats():
    training = make_training(capacity=20)
    assert at_once(asking(training, make_people(200))) == []
    assert counted(training) == {"confirmed": 20, "waiting": 180}
    assert SeatPool.objects.get(training=training).taken == 20
    numbers = Enrolment.objects.waiting().filter(training=training).values_list("queue_number", flat=True)
    assert list(numbers) == list(range(1, 181))
    assert EnrolmentChange.objects.count() == 200


def test_quotas_hold_too():
    training = make_training(capacity=10)
    training.quotas = [TrainingQuota(beneficiary=make_beneficiary("AL"), places=3)]
    training.save()
    people = [*make_people(20, beneficiary="AL"), *make_people(5, beneficiary="MK")]
    assert at_once(asking(training, people)) == []
    confirmed = Enrolment.objects.filter(training=training, state=State.CONFIRMED)
    assert (confirmed.filter(beneficiary__code="AL").count(), confirmed.count()) == (3, 8)


def test_one_person_who_presses_often_has_one_place():
    training = make_training(capacity=5)
    assert at_once(asking(training, make_people(1) * 30)) == []
    assert counted(training) == {"confirmed": 1}


def test_everybody_withdraws_and_every_seat_is_offered_once():
    training = make_training(capacity=8)
    enrolments = [request_place(training_id=training.pk, member=member) for member in make_people(16)]
    jobs = [lambda one=one: withdraw(enrolment=one, by=None) for one in enrolments[:8]]
    assert at_once(jobs) == []
    assert counted(training) == {"withdrawn": 8, "offered": 8}
    assert SeatPool.objects.get(training=training).taken == 8


def test_an_offer_is_accepted_while_it_expires(queued):
    training, (offered, *_others) = queued
    Enrolment.objects.filter(pk=offered.pk).update(offer_until=timezone.now() + timedelta(milliseconds=20))
    refused = []

    def accept():
        try:
            accept_offer(enrolment=offered, by=None)
        except Refused as error:
            refused.append(error)

    assert at_once([accept, expire_offers] * 20) == []
    found = counted(training)
    assert found.get("confirmed", 0) + found.get("offered", 0) == 1
    assert SeatPool.objects.get(training=training).taken == 1


def test_two_trainers_confirm_the_same_list():
    training = make_training(capacity=12, admission=Admission.REQUEST)
    for member in make_people(20):
        request_place(training_id=training.pk, member=member)
    everybody = list(Enrolment.objects.values_list("pk", flat=True))
    outcomes = []

    def confirm():
        outcomes.append(decide(training_id=training.pk, enrolments=everybody, to=State.CONFIRMED, by=None))

    assert at_once([confirm, confirm]) == []
    assert sorted((one.done, one.waiting, one.unchanged) for one in outcomes) == [(0, 0, 20), (12, 8, 0)]
    assert counted(training) == {"confirmed": 12, "waiting": 8}
    assert EnrolmentChange.objects.count() == 40


# What lock and constraint are for --------------------------------------------------------------------------------


def take_the_lock_away(monkeypatch):
    """Everybody reads how many seats are free at the same time, as without a lock they may."""
    together = threading.Barrier(AT_ONCE)
    is_first = threading.local()

    def no_lock(training_id: int) -> None:
        if not getattr(is_first, "done", False):
            is_first.done = True
            # The read that follows is done by all before one of them writes, or nearly so.
            together.wait()

    monkeypatch.setattr(seats, "_lock", no_lock)


def test_control_without_the_lock_the_database_refuses_and_people_see_errors(monkeypatch):
    training = make_training(capacity=1)
    people = make_people(AT_ONCE)
    take_the_lock_away(monkeypatch)
    refuses = IntegrityError
    if connection.vendor == "sqlite":
        # A transaction that is no writer from its beginning cannot become one after others wrote what it has read.
        options = {**connection.settings_dict["OPTIONS"], "transaction_mode": "DEFERRED"}
        monkeypatch.setitem(connections.settings["default"], "OPTIONS", options)
        refuses = OperationalError
    wrong = at_once(asking(training, people))
    assert {type(error) for error in wrong} == {refuses}
    assert counted(training)["confirmed"] == 1


def test_control_without_lock_and_constraint_more_are_confirmed_than_there_are_seats(monkeypatch):
    training = make_training(capacity=1)
    people = make_people(AT_ONCE)
    take_the_lock_away(monkeypatch)
    if connection.vendor == "sqlite":
        # The transaction is the lock.
        monkeypatch.setattr(seats, "transaction", SimpleNamespace(atomic=nullcontext))
    with constraint_taken_away(SeatPool, "no_more_taken_than_there_are"):
        at_once(asking(training, people))
        assert counted(training)["confirmed"] > 1
