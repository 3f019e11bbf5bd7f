"""The network: events, working groups, meetings, what co-operation needs, the directory. One file an aggregate."""

from network.models.agenda import AgendaItem
from network.models.amendment import Amendment, AmendmentState, AmendmentTarget
from network.models.directory_word import DirectoryWord
from network.models.event import EventIndexPage, EventPage
from network.models.event_follower import EventFollower
from network.models.experience import Experience
from network.models.group_membership import GroupMembership, GroupRole
from network.models.meeting import Attendance, Audience, Meeting, MeetingPlan, MeetingState
from network.models.outcome import ActionChange, ActionReminder, ActionStatus, Outcome, OutcomeKind
from network.models.output import GroupOutputPage, OutputKind
from network.models.personal_calendar import PersonalCalendar
from network.models.precondition import Precondition, PreconditionReport, PreconditionState
from network.models.record_translation import RecordTranslation
from network.models.relayed_message import MessageBlock, MessageReport, RelayedMessage
from network.models.working_group import Standing, WorkingGroupIndexPage, WorkingGroupPage

__all__ = [
    "ActionChange",
    "ActionReminder",
    "ActionStatus",
    "AgendaItem",
    "Amendment",
    "AmendmentState",
    "AmendmentTarget",
    "Attendance",
    "Audience",
    "DirectoryWord",
    "EventFollower",
    "EventIndexPage",
    "EventPage",
    "Experience",
    "GroupMembership",
    "GroupOutputPage",
    "GroupRole",
    "Meeting",
    "MeetingPlan",
    "MeetingState",
    "MessageBlock",
    "MessageReport",
    "Outcome",
    "OutcomeKind",
    "OutputKind",
    "PersonalCalendar",
    "Precondition",
    "PreconditionReport",
    "PreconditionState",
    "RecordTranslation",
    "RelayedMessage",
    "Standing",
    "WorkingGroupIndexPage",
    "WorkingGroupPage",
]
