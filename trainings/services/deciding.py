"""What a trainer decides of several people at once, and what somebody decides of their own enrolment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from trainings.models import Enrolment
from trainings.rules.refusal import Refused
from trainings.rules.states import State, may_go
from trainings.services.enrolling import seat_or_wait
from trainings.services.moving import move
from trainings.services.offers import offer_free_seats, pass_on_overdue
from trainings.services.seats import Held, held


@dataclass
class Outcome:
    """How many enrolments changed as wished, came onto the waiting list instead, or stayed as they were."""

    done: int = 0
    waiting: int = 0
    unchanged: int = 0


def decide(*, training_id: int, enrolments: Iterable[int], to: State, by: Any, reason: str = "") -> Outcome:
    """Brings enrolments of one training into a state, in the order in which people came.

    What two trainers press at once, the second finds done. Somebody for whom there is no seat waits, or stays where
    they are.
    """
    outcome = Outcome()
    with held(training_id) as now_held:
        pass_on_overdue(now_held)
        chosen = Enrolment.objects.filter(training=training_id, pk__in=list(enrolments)).order_by("pk")
        for enrolment in chosen:
            _decide(now_held, enrolment, to, by, reason, outcome)
        offer_free_seats(now_held)
    return outcome


def _decide(now_held: Held, enrolment: Enrolment, to: State, by: Any, reason: str, outcome: Outcome) -> None:
    before = enrolment.state
    if before == to or not may_go(before, to):
        outcome.unchanged += 1
    elif to != State.CONFIRMED or before in {State.OFFERED, State.NO_SHOW, State.COMPLETED}:
        move(now_held, enrolment, to, by=by, reason=reason)
        outcome.done += 1
    elif before == State.WAITING and not now_held.has_seat_for(enrolment):
        outcome.unchanged += 1
    else:
        try:
            seat_or_wait(now_held, enrolment, by=by)
        except Refused:
            outcome.unchanged += 1
        else:
            outcome.done += enrolment.state == State.CONFIRMED
            outcome.waiting += enrolment.state == State.WAITING


def withdraw(*, enrolment: Enrolment, by: Any, reason: str = "") -> None:
    """Somebody gives their place, or their wish for one, back. Raises Refused once the training has begun."""
    with held(enrolment.training_id) as now_held:
        there = Enrolment.objects.get(pk=enrolment.pk)
        if not may_go(there.state, State.WITHDRAWN):
            # Pressed twice, or over anyway.
            return
        if now_held.now >= now_held.begins_at:
            raise Refused(gettext("This training has begun. Tell the trainer that you cannot come."))
        move(now_held, there, State.WITHDRAWN, by=by, reason=reason)
        offer_free_seats(now_held)
