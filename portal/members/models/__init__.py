"""One file an aggregate."""

from portal.members.models.member import Member, MemberState
from portal.members.models.profile import Level, Profile

__all__ = ["Level", "Member", "MemberState", "Profile"]
