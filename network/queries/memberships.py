"""Who is what in a working group, and what that lets them do."""

from __future__ import annotations

from typing import Any, Final

from network.models import GroupMembership, GroupRole, WorkingGroupPage
from portal.core.visibility.audience import holder

#: Who keeps the group: its people and its files.
OFFICE: Final = frozenset({GroupRole.CHAIR, GroupRole.SECRETARY})


def role_in(user: Any, group: WorkingGroupPage) -> GroupRole | None:
    """The role that this user has in a working group now; None for whoever has none (one query)."""
    role = GroupMembership.objects.of(user).filter(group=group).values_list("role", flat=True).first()
    return GroupRole(role) if role else None


def may_enter(user: Any, group: WorkingGroupPage) -> bool:
    """Whether somebody gets into the closed space: as into everything that is closed to all but the group."""
    return holder(user).satisfies(frozenset({frozenset({f"g{group.access_group_id}"})}))


def may_keep_people(user: Any, group: WorkingGroupPage) -> bool:
    """Whether somebody says who belongs to the group: chair and secretary, and who publishes its page.

    A new group has nobody yet; whoever set up its page names the first.
    """
    if not user.is_authenticated or not user.is_active:
        return False
    return role_in(user, group) in OFFICE or bool(group.permissions_for_user(user).can_publish())


def may_keep_space(user: Any, group: WorkingGroupPage) -> bool:
    """Whether somebody puts files into the closed space and says what others see: chair, secretary, a superuser."""
    return may_enter(user, group) and (user.is_superuser or role_in(user, group) in OFFICE)
