"""Members of the network and of its working groups."""

from __future__ import annotations

from typing import Any

from network.models import GroupMembership, GroupRole, WorkingGroupPage
from portal.accounts.models import User
from portal.accounts.roles import NETWORK_MEMBERS
from portal.members.models import Member
from tests.factories.people import make_user
from tests.factories.vocabulary import make_beneficiary


def make_member(user: User | None = None, beneficiary: str | None = "MK", **fields: Any) -> Member:
    """An active member, who works in this beneficiary (None: for an organisation of none)."""
    user = user or make_user(NETWORK_MEMBERS)
    return Member.objects.create(
        user=user, beneficiary=make_beneficiary(beneficiary) if beneficiary else None, **fields
    )


def join(group: WorkingGroupPage, member: Member | None = None, role: str = GroupRole.MEMBER, **fields: Any) -> Member:
    """Gives a member (a new one) a role in a working group, and what belongs to it."""
    member = member or make_member()
    GroupMembership.objects.create(group=group, member=member, role=role, **fields)
    if group.access_group is not None and fields.get("until") is None:
        member.user.groups.add(group.access_group)
    return member
