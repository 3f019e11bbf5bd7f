"""A meeting is postponed or cancelled, and takes place after all. Members are told by the next run of letters."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from network.models import Meeting, MeetingPlan
from network.rules.meetings import why_not_off
from network.services.approval import NotPossible, settled_meeting


def call_off(*, meeting: Meeting, user: Any, plan: MeetingPlan, reason: str) -> Meeting:
    """The meeting is not held on its day: `plan` says whether it is postponed or cancelled.

    Said twice, the first reason stands, and calendars and members hear of it once. Raises NotPossible.
    """
    with transaction.atomic():
        locked = settled_meeting(meeting, user)
        if why_not := why_not_off(locked):
            raise NotPossible(why_not)
        if locked.plan != plan:
            _become(locked, user, plan, reason)
    return locked


def hold_after_all(*, meeting: Meeting, user: Any) -> Meeting:
    """The meeting takes place, on the day that it had; its record can be written again. Raises NotPossible."""
    with transaction.atomic():
        locked = settled_meeting(meeting, user)
        if locked.is_off:
            _become(locked, user, MeetingPlan.ON, "")
    return locked


def _become(meeting: Meeting, user: Any, plan: MeetingPlan, reason: str) -> None:
    meeting.plan, meeting.plan_reason = plan, reason
    meeting.sequence += 1
    meeting.changed_at, meeting.changed_by = timezone.now(), user
    meeting.save(update_fields=["plan", "plan_reason", "sequence", "changed_at", "changed_by"])
