"""One file an aggregate."""

from portal.members.models.application import Application, ApplicationState
from portal.members.models.consent import Consent, ConsentText
from portal.members.models.departure_count import DepartureCount
from portal.members.models.invitation import Invitation, InvitationState
from portal.members.models.member import Gender, Member, MemberState
from portal.members.models.profile import Level, Profile
from portal.members.models.step import MemberStep, StepKind

__all__ = [
    "Application",
    "ApplicationState",
    "Consent",
    "ConsentText",
    "DepartureCount",
    "Gender",
    "Invitation",
    "InvitationState",
    "Level",
    "Member",
    "MemberState",
    "MemberStep",
    "Profile",
    "StepKind",
]
