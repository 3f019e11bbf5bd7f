"""Members of the network by their names, for whoever chooses one."""

from __future__ import annotations

from network.models import GroupMembership, WorkingGroupPage
from portal.core.languages.folding import fold
from portal.members.models import Member

#: More are not shown: one more word of the name finds the person sooner than a longer list.
SHOWN = 20


def candidates(group: WorkingGroupPage, text: str) -> list[Member]:
    """Active members who are not in the group and whose name has words that begin like those of `text`.

    Letters are compared folded, so that either script and missing marks find the name (two queries: names, then what is
    shown). None for fewer than two letters.
    """
    wanted = fold(text).split()
    if len("".join(wanted)) < 2:
        return []
    there = GroupMembership.objects.current().filter(group=group).values("member")
    names = Member.objects.active().exclude(pk__in=there).values_list("pk", "user__first_name", "user__last_name")
    found = [pk for pk, *name in names if _has_all(fold(" ".join(name)).split(), wanted)]
    members = Member.objects.filter(pk__in=found[:SHOWN]).select_related("user", "institution", "beneficiary")
    return sorted(members, key=lambda member: (fold(member.name), member.pk))


def _has_all(words: list[str], wanted: list[str]) -> bool:
    return all(any(word.startswith(one) for word in words) for one in wanted)
