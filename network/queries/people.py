"""The people of a working group, as those see them who may know their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from network.models import GroupMembership, GroupRole, WorkingGroupPage
from portal.core.languages.collation import sort_key
from portal.core.languages.reader import current_reader
from portal.members.models import Member, MemberState
from portal.members.visibility import viewer_of

#: In the order in which people of a group are named.
_ROLES: Final = {role: place for place, role in enumerate(GroupRole.values)}


@dataclass(frozen=True, slots=True)
class Person:
    """One stretch of time of a member in a role. `until` is None while it lasts.

    `is_away` is true of somebody who is suspended or has left: the row, if it lasts, gives nothing.
    """

    pk: int
    member: int
    name: str
    role: str
    role_label: str
    institution: str
    since: date
    until: date | None
    is_sample: bool
    is_away: bool


def people_of(group: WorkingGroupPage) -> list[Person]:
    """All that belong or belonged to the group: by role and name, those who ended last first (one query).

    Only those who keep the group need those who are away; nobody else is told of them: see `present`.
    """
    rows = GroupMembership.objects.filter(group=group).select_related("member__user", "member__institution")
    people = [_person(row) for row in rows]
    language = current_reader().language.code
    lasting = [one for one in people if one.until is None]
    ended = [one for one in people if one.until is not None]
    lasting.sort(key=lambda one: (_ROLES[one.role], sort_key(one.name, language)))
    ended.sort(key=lambda one: (-(one.until or date.min).toordinal(), sort_key(one.name, language), -one.pk))
    return lasting + ended


def present(people: Iterable[Person]) -> list[Person]:
    """Those of them who belong to the group now and take part in the network."""
    return [one for one in people if one.until is None and not one.is_away]


def former(people: Iterable[Person]) -> list[Person]:
    """Roles and memberships that have ended."""
    return [one for one in people if one.until is not None]


def institutions_of(people: Iterable[Person]) -> list[str]:
    """From where these people come, each once, in alphabetical order."""
    language = current_reader().language.code
    return sorted({one.institution for one in people if one.institution}, key=lambda name: sort_key(name, language))


def name_of(member: Member) -> str:
    """As the person writes it; the address of the account never stands in for a name. Who left has none any more."""
    if member.state == MemberState.LEFT:
        return _("Former member of the network")
    return member.name or member.position or institution_of(member) or f"№ {member.pk}"


def institution_of(member: Member) -> str:
    return member.institution.name if member.institution else member.institution_name


def named_for(user: Any, people: Iterable[Person]) -> frozenset[int]:
    """Of these people the keys of the members who show this user their name, as they chose in their profile."""
    shown = viewer_of(user).people().filter(pk__in=[one.member for one in people])
    return frozenset(shown.values_list("pk", flat=True))


def _person(row: GroupMembership) -> Person:
    member = row.member
    return Person(
        pk=row.pk,
        member=member.pk,
        name=name_of(member),
        role=row.role,
        role_label=row.get_role_display(),
        institution=institution_of(member),
        since=row.since,
        until=row.until,
        is_sample=member.is_sample,
        is_away=member.state != MemberState.ACTIVE or not member.user.is_active,
    )
