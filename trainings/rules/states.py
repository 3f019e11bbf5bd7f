"""The states of an enrolment, and from which to which it may go. Nothing else decides that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    REQUESTED = "requested", _("Requested")
    NOMINATED = "nominated", _("Nominated")
    OFFERED = "offered", _("Place offered")
    CONFIRMED = "confirmed", _("Confirmed")
    WAITING = "waiting", _("On the waiting list")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    NO_SHOW = "no_show", _("Did not come")
    COMPLETED = "completed", _("Completed")


#: A new enrolment begins in one of these.
FIRST: Final = frozenset({State.REQUESTED, State.NOMINATED, State.CONFIRMED, State.WAITING})

TRANSITIONS: Final[Mapping[State, frozenset[State]]] = {
    State.REQUESTED: frozenset({State.CONFIRMED, State.WAITING, State.DECLINED, State.WITHDRAWN}),
    State.NOMINATED: frozenset({State.CONFIRMED, State.WAITING, State.DECLINED, State.WITHDRAWN}),
    # The trainer may take somebody in who is there on the day; a freed seat is offered in order otherwise.
    State.WAITING: frozenset({State.OFFERED, State.CONFIRMED, State.DECLINED, State.WITHDRAWN}),
    # An offer that nobody answers in time is withdrawn: whoever still wants a place enrols again.
    State.OFFERED: frozenset({State.CONFIRMED, State.DECLINED, State.WITHDRAWN}),
    State.CONFIRMED: frozenset({State.DECLINED, State.WITHDRAWN, State.NO_SHOW, State.COMPLETED}),
    # Somebody ticked the wrong line.
    State.NO_SHOW: frozenset({State.CONFIRMED, State.COMPLETED}),
    State.COMPLETED: frozenset({State.CONFIRMED, State.NO_SHOW}),
    # The end of an enrolment. The same person may enrol anew.
    State.DECLINED: frozenset(),
    State.WITHDRAWN: frozenset(),
}

#: In these somebody has a seat that nobody else can have.
HOLDING: Final = frozenset({State.OFFERED, State.CONFIRMED, State.NO_SHOW, State.COMPLETED})
#: In these the place is settled, whether or not somebody came: who was only offered one has not said that they come.
SEATED: Final = HOLDING - {State.OFFERED}
#: Whoever has a place for certain, and whoever was there.
TAKING_PART: Final = frozenset({State.CONFIRMED, State.COMPLETED})
#: A person has one enrolment of a training in one of these at most.
LIVE: Final = frozenset(state for state, onward in TRANSITIONS.items() if onward)
#: From these an enrolment goes nowhere any more.
ENDED: Final = frozenset(TRANSITIONS.keys() - LIVE)


def may_go(before: str, after: State) -> bool:
    """Whether an enrolment may go from one state to another; `before` is "" for one that is new."""
    return after in (TRANSITIONS[State(before)] if before else FIRST)
