"""One file an aggregate."""

from portal.members.models.member import Member, MemberState

__all__ = ["Member", "MemberState"]
