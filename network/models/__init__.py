"""The network: events, working groups, what co-operation needs, the directory. One file an aggregate."""

from network.models.directory_word import DirectoryWord
from network.models.event import EventIndexPage, EventPage
from network.models.experience import Experience
from network.models.group_membership import GroupMembership, GroupRole
from network.models.personal_calendar import PersonalCalendar
from network.models.precondition import Precondition, PreconditionReport, PreconditionState
from network.models.relayed_message import MessageBlock, MessageReport, RelayedMessage
from network.models.working_group import Standing, WorkingGroupIndexPage, WorkingGroupPage

__all__ = [
    "DirectoryWord",
    "EventIndexPage",
    "EventPage",
    "Experience",
    "GroupMembership",
    "GroupRole",
    "MessageBlock",
    "MessageReport",
    "PersonalCalendar",
    "Precondition",
    "PreconditionReport",
    "PreconditionState",
    "RelayedMessage",
    "Standing",
    "WorkingGroupIndexPage",
    "WorkingGroupPage",
]
