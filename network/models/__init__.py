"""The network: events, working groups, their meetings. One file an aggregate."""

from network.models.agenda import AgendaItem
from network.models.event import EventIndexPage, EventPage
from network.models.group_membership import GroupMembership, GroupRole
from network.models.meeting import Attendance, Audience, Meeting, MeetingState
from network.models.outcome import ActionChange, ActionReminder, ActionStatus, Outcome, OutcomeKind
from network.models.output import GroupOutputPage, OutputKind
from network.models.working_group import Standing, WorkingGroupIndexPage, WorkingGroupPage

__all__ = [
    "ActionChange",
    "ActionReminder",
    "ActionStatus",
    "AgendaItem",
    "Attendance",
    "Audience",
    "EventIndexPage",
    "EventPage",
    "GroupMembership",
    "GroupOutputPage",
    "GroupRole",
    "Meeting",
    "MeetingState",
    "Outcome",
    "OutcomeKind",
    "OutputKind",
    "Standing",
    "WorkingGroupIndexPage",
    "WorkingGroupPage",
]
