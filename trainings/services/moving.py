"""The one place where the state of an enrolment changes: state, seats, history and letter, or none of them."""

from __future__ import annotations

from typing import Any, Final

from trainings.models import Enrolment, EnrolmentChange, LetterKind
from trainings.rules.states import HOLDING, State, may_go
from trainings.services.letters import write_letter
from trainings.services.seats import Held

#: Nobody is written to about what they were present at, or not.
_UNTOLD: Final = frozenset({State.NO_SHOW, State.COMPLETED})


class NotAllowed(Exception):
    """The state machine has no such step: a mistake of the caller, who asks `may_go` first."""


def move(held: Held, enrolment: Enrolment, to: State, *, by: Any = None, reason: str = "", **fields: Any) -> None:
    """Brings an enrolment, new or stored, into another state; `fields` are set with it. `by` None is the portal itself.

    Raises NotAllowed, and IntegrityError when there is no seat (`Held.has_seat_for` says so before).
    """
    before = enrolment.state if enrolment.pk else ""
    if not may_go(before, to):
        raise NotAllowed(f"{before or 'new'} → {to}")
    seats = (to in HOLDING) - (before in HOLDING)
    if seats:
        held.take(enrolment, seats)
    if to == State.WAITING:
        fields["queue_number"] = held.next_number()
    for name, value in fields.items():
        setattr(enrolment, name, value)
    enrolment.state = to
    enrolment.save()
    EnrolmentChange.objects.create(
        enrolment=enrolment, before=before, after=to, at=held.now, by=by, reason=reason[:500]
    )
    if to not in _UNTOLD and not (before and State(before) in _UNTOLD):
        write_letter(enrolment, LetterKind(to.value))
