"""Who may do what with the record of a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from network.models import GroupMembership, GroupRole, Meeting, MeetingPlan, MeetingState, WorkingGroupPage
from network.queries.memberships import OFFICE, role_in

#: Observers read what the group reads, and write nothing.
RECORDERS = frozenset({GroupRole.CHAIR, GroupRole.SECRETARY, GroupRole.MEMBER})


def may_keep(user: Any, group: WorkingGroupPage) -> bool:
    """Whether this is an editor of the group's page: somebody who may publish it in the administration."""
    if not user.is_authenticated or not user.is_active:
        return False
    return bool(group.permissions_for_user(user).can_publish())


@dataclass(frozen=True, slots=True)
class Rights:
    """What somebody may do with the records of a group; nothing unless said otherwise.

    `internal`: read them with names, and before they are approved. `record`: write them, and propose changes to
    drafts. `settle`: circulate a draft, decide on proposals, and say of any action point how far it is. `approve`: make
    a record final; whoever wrote it does not, unless they are the chair or an editor.
    """

    internal: bool = False
    record: bool = False
    settle: bool = False
    approve: bool = False


def rights_of(user: Any, group: WorkingGroupPage) -> Rights:
    """Those of the role in the group, and all of them for editors of its page, whatever their role in it is."""
    role = role_in(user, group)
    if role == GroupRole.CHAIR or may_keep(user, group):
        return Rights(internal=True, record=True, settle=True, approve=True)
    return Rights(internal=role is not None, record=role in RECORDERS, settle=role in OFFICE)


def was_in(user: Any, group: WorkingGroupPage) -> bool:
    """Whether this person was a member of the group at some time: to them it is no secret that a record exists."""
    return user.is_authenticated and GroupMembership.objects.filter(group=group, member__user=user).exists()


def why_not_writable(meeting: Meeting) -> str:
    """Why the record cannot be written at present, in the reader's language; "" if it can."""
    if reason := why_not_held(meeting):
        return reason
    if meeting.state == MeetingState.CIRCULATED:
        return _("Members are looking through the draft. To write on, chair or secretary take it back to be worked on.")
    if meeting.state == MeetingState.SUBMITTED:
        return _("The record is with the chair. It can be changed when the chair has sent it back.")
    if meeting.state == MeetingState.APPROVED:
        return _("The record is approved. To change it, the chair takes it back first.")
    return ""


def why_not_held(meeting: Meeting) -> str:
    """Why there is nothing to record of it; "" if it takes place."""
    if meeting.plan == MeetingPlan.CANCELLED:
        return _("The meeting is cancelled. If it takes place after all, chair or secretary say so on its page.")
    if meeting.plan == MeetingPlan.POSTPONED:
        return _("The meeting is postponed. When it has a new day, chair or secretary say so on its page.")
    return ""


def why_not_off(meeting: Meeting) -> str:
    """Why it cannot be postponed or cancelled at present; "" if it can."""
    if meeting.state == MeetingState.DRAFT:
        return ""
    return _("The record is on its way to its readers. Take it back first, then the meeting can be cancelled.")


def why_not_number(group: WorkingGroupPage, number: int, meeting: Meeting | None = None) -> str:
    """Why a meeting of this group cannot have this number; "" if it can."""
    others = Meeting.objects.filter(group=group, number=number)
    if meeting is not None:
        others = others.exclude(pk=meeting.pk)
    taken = others.first()
    if taken is None:
        return ""
    return _("The meeting of %(day)s has this number. The next free one is %(number)s.") % {
        "day": _day(taken.start),
        "number": next_number(group),
    }


def next_number(group: WorkingGroupPage) -> int:
    last = Meeting.objects.filter(group=group).order_by("-number").values_list("number", flat=True).first()
    return (last or 0) + 1


def why_not_due(due: date | None, meeting_start: date) -> str:
    """Why an action point cannot be due on this day; "" if it can."""
    if due is not None and due < meeting_start:
        return _("Enter a day after the meeting of %(day)s.") % {"day": _day(meeting_start)}
    return ""


def has_begun(meeting: Meeting) -> bool:
    return meeting.start <= timezone.localdate()


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")
