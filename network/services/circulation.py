"""A draft goes to the members, who propose changes, and comes back to be worked on."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from network.models import Meeting, MeetingState
from network.notification_kinds import DRAFTS
from network.rules.meetings import RECORDERS, why_not_writable
from network.services.approval import NotPossible, people_in_role, settled_meeting, why_not_complete, write_of
from portal.accounts.notifications import wants
from portal.core.registries.notifications import Frequency


def circulate(*, meeting: Meeting, user: Any) -> Meeting:
    """Members are asked to look the draft through and propose changes. Twice is once. Raises NotPossible."""
    with transaction.atomic():
        locked = settled_meeting(meeting, user)
        if locked.state == MeetingState.CIRCULATED:
            return locked
        if reason := why_not_writable(locked) or why_not_complete(locked):
            raise NotPossible(reason)
        _become(locked, MeetingState.CIRCULATED)
        for person in people_in_role(locked.group, *RECORDERS):
            if person.pk != user.pk and wants(person, DRAFTS) == Frequency.AT_ONCE:
                write_of(person, "network/email/circulated", locked, "network:meeting")
    return locked


def work_on(*, meeting: Meeting, user: Any) -> Meeting:
    """The draft can be written again; what was proposed stays, open or decided. Raises NotPossible."""
    with transaction.atomic():
        locked = settled_meeting(meeting, user)
        if locked.state == MeetingState.CIRCULATED:
            _become(locked, MeetingState.DRAFT)
    return locked


def _become(meeting: Meeting, state: MeetingState) -> None:
    meeting.state = state
    meeting.save(update_fields=["state"])
