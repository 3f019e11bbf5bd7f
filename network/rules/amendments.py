"""Where proposals to a draft can be made, and when they can be decided on."""

from __future__ import annotations

import hashlib

from network.models import AgendaItem, AmendmentTarget, Meeting, MeetingState, Outcome

#: Drafts on which proposals are decided: also when the secretary has taken one back to write on.
SETTLED_IN = (MeetingState.DRAFT, MeetingState.CIRCULATED)


def may_be_proposed(meeting: Meeting) -> bool:
    return meeting.state == MeetingState.CIRCULATED


def text_now(meeting: Meeting, target: str, item: AgendaItem, outcome: Outcome | None) -> str:
    """What the text says at present, in the language of the record; "" for an outcome that is still to be made."""
    if target == AmendmentTarget.NEW_OUTCOME:
        return ""
    if target == AmendmentTarget.OUTCOME:
        return getattr(outcome, f"text_{meeting.language}", "") or ""
    return getattr(item, f"{target}_{meeting.language}") or ""


def seen(text: str) -> str:
    """A short name of a text that somebody saw, to be compared with what it says when they answer."""
    return hashlib.sha256(text.encode()).hexdigest()[:24]
