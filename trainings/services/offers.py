"""Seats that become free: offered to the next on the waiting list, taken, or passed on when nobody answers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from trainings.models import Enrolment
from trainings.rules.refusal import Refused
from trainings.rules.states import State
from trainings.services.moving import move
from trainings.services.seats import Held, held

#: Why an enrolment was withdrawn; in English, as all history is kept.
NOT_ANSWERED = "The offer was not answered in time."


def offer_free_seats(now_held: Held) -> None:
    """Offers every free seat to whoever is next and fits the quotas. Nothing is offered once the training has begun."""
    if now_held.free <= 0 or now_held.training.is_cancelled or now_held.now >= now_held.begins_at:
        return
    until = min(now_held.now + timedelta(days=now_held.training.offer_days), now_held.begins_at)
    for enrolment in Enrolment.objects.waiting().filter(training=now_held.training.pk):
        if now_held.free <= 0:
            break
        if now_held.has_seat_for(enrolment):
            move(now_held, enrolment, State.OFFERED, offer_until=until)


def pass_on_overdue(now_held: Held) -> int:
    """Takes back offers that nobody answered in time and offers their seats to the next; how many were taken back."""
    overdue = list(Enrolment.objects.overdue(now_held.now).filter(training=now_held.training.pk))
    for enrolment in overdue:
        move(now_held, enrolment, State.WITHDRAWN, reason=NOT_ANSWERED)
    if overdue:
        offer_free_seats(now_held)
    return len(overdue)


def accept_offer(*, enrolment: Enrolment, by: Any) -> None:
    """Takes the seat that is offered. Raises Refused when the offer is over."""
    with held(enrolment.training_id) as now_held:
        there = Enrolment.objects.get(pk=enrolment.pk)
        if there.state == State.CONFIRMED:
            # Pressed twice.
            return
        if there.state == State.OFFERED and there.offer_until is not None and there.offer_until > now_held.now:
            move(now_held, there, State.CONFIRMED, by=by)
            return
        pass_on_overdue(now_held)
    # Outside, so that what was passed on stays so.
    raise Refused(gettext("This offer is over: the place went to the next on the waiting list."))


def expire_offers(training_id: int | None = None) -> int:
    """Passes on all offers that are overdue, of one training or of all; how many there were."""
    overdue = Enrolment.objects.overdue(timezone.now())
    if training_id is not None:
        overdue = overdue.filter(training=training_id)
    trainings = set(overdue.order_by().values_list("training", flat=True))
    passed_on = 0
    for training in sorted(trainings):
        with held(training) as now_held:
            passed_on += pass_on_overdue(now_held)
    return passed_on
