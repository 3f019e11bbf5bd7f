"""Who is what in a working group."""

from __future__ import annotations

from typing import Any

from network.models import GroupMembership, GroupRole, WorkingGroupPage
from portal.members.models import MemberState


def role_in(user: Any, group: WorkingGroupPage) -> GroupRole | None:
    """The role that this user has in a working group now; None for whoever has none (one query)."""
    if user is None or not user.is_authenticated or not user.is_active:
        return None
    roles = GroupMembership.objects.current().filter(group=group, member__user=user, member__state=MemberState.ACTIVE)
    role = roles.values_list("role", flat=True).first()
    return GroupRole(role) if role else None
