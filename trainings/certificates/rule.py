"""When somebody gets a certificate. Nothing else decides that; what it decides by is gathered in `facts`."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from trainings.rules.states import State


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rule looks at. `needed` is the part of the sessions in percent that the course asks for.

    `has_ended`: the last session has begun, so that attendance can have been taken in all of them.
    """

    state: str
    has_left: bool
    is_cancelled: bool
    has_ended: bool
    sessions: int
    attended: int
    needed: int
    has_answered_forms: bool
    has_passed_test: bool

    @property
    def has_attended(self) -> bool:
        """Counted and not rounded: two of three sessions are no 67 percent."""
        return self.attended * 100 >= self.needed * self.sessions and (self.sessions > 0 or self.needed == 0)


def missing(facts: Facts) -> list[str]:
    """What a certificate is still missing, in the reader's words; nothing when the rule is met."""
    return [
        text
        for is_met, text in (
            (not facts.has_left, _("Has left the network.")),
            (not facts.is_cancelled, _("This training is cancelled.")),
            (facts.has_ended, _("The last session has not begun yet.")),
            (facts.state in {State.CONFIRMED, State.COMPLETED}, _no_place(facts)),
            (facts.has_attended, _attendance(facts)),
            (facts.has_answered_forms, _("The evaluation form is not answered.")),
            (facts.has_passed_test, _("The test is not passed.")),
        )
        if not is_met
    ]


def _no_place(facts: Facts) -> str:
    if facts.state == State.NO_SHOW:
        return _("Marked as somebody who did not come.")
    return _("Has no confirmed place.")


def _attendance(facts: Facts) -> str:
    if not facts.sessions:
        return _("The training has no sessions, so nobody can be marked as present.")
    return _("Was in %(attended)s of %(sessions)s sessions; %(needed)s percent are needed.") % {
        "attended": facts.attended,
        "sessions": facts.sessions,
        "needed": facts.needed,
    }
