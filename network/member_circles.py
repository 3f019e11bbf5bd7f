"""Working groups as circles: what a member keeps for "people of my working groups" is for those who are in one now."""

from __future__ import annotations

from collections.abc import Iterable

from network.models import GroupMembership
from portal.members.circles import register_circles


def of_working_groups(member: int) -> Iterable[int]:
    """Everybody who is at present in a working group that this member is in at present."""
    own = GroupMembership.objects.current().filter(member=member).values("group")
    return GroupMembership.objects.current().filter(group__in=own).values_list("member", flat=True)


register_circles(of_working_groups)
