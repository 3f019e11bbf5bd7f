"""Members of the network by their names, for whoever chooses one."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from network.models import GroupMembership, WorkingGroupPage
from portal.core.languages.folding import fold
from portal.members.models import Member
from portal.members.queries.named import keys_of_named
from portal.members.visibility import viewer_of

#: More are not shown: one more word of the name finds the person sooner than a longer list.
SHOWN = 20


def eligible(group: WorkingGroupPage, user: Any) -> QuerySet[Member]:
    """Whom this user may add to the group: those who show them their name, and are not in it.

    Whoever publishes the page sets up the group, for an administration that knows all members: all that take part.
    """
    there = GroupMembership.objects.current().filter(group=group).values("member")
    knows_all = group.permissions_for_user(user).can_publish()
    members = Member.objects.active() if knows_all else viewer_of(user).people()
    return members.exclude(pk__in=there)


def candidates(group: WorkingGroupPage, text: str, user: Any) -> list[Member]:
    """Those who are eligible and have this name, or the beginning of it. Nobody for fewer than two letters."""
    if len("".join(fold(text).split())) < 2:
        return []
    found = keys_of_named(text, eligible(group, user))
    members = Member.objects.filter(pk__in=found[:SHOWN]).select_related("user", "institution", "beneficiary")
    return sorted(members, key=lambda member: (fold(member.name), member.pk))
