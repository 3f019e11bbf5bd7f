"""Members of the network by their names, for whoever chooses one."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from network.models import GroupMembership, WorkingGroupPage
from portal.core.languages.folding import fold
from portal.members.models import Member
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
    """Of those who are eligible whoever has words in the name that begin like those of `text`.

    Letters are compared folded, so that either script and missing marks find the name. None for fewer than two letters.
    """
    wanted = fold(text).split()
    if len("".join(wanted)) < 2:
        return []
    names = eligible(group, user).values_list("pk", "user__first_name", "user__last_name")
    found = [pk for pk, *name in names if _has_all(fold(" ".join(name)).split(), wanted)]
    members = Member.objects.filter(pk__in=found[:SHOWN]).select_related("user", "institution", "beneficiary")
    return sorted(members, key=lambda member: (fold(member.name), member.pk))


def _has_all(words: list[str], wanted: list[str]) -> bool:
    return all(any(word.startswith(one) for word in words) for one in wanted)
