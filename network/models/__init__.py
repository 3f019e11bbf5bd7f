"""The network: events, working groups. One file an aggregate."""

from network.models.event import EventIndexPage, EventPage
from network.models.group_membership import GroupMembership, GroupRole
from network.models.personal_calendar import PersonalCalendar
from network.models.working_group import Standing, WorkingGroupIndexPage, WorkingGroupPage

__all__ = [
    "EventIndexPage",
    "EventPage",
    "GroupMembership",
    "GroupRole",
    "PersonalCalendar",
    "Standing",
    "WorkingGroupIndexPage",
    "WorkingGroupPage",
]
