"""Whether an applicant is somebody whom the portal knows already, in another spelling or script."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from portal.members.models import Application, Member, MemberState
from portal.members.queries.alike import NamesAlike


@dataclass(frozen=True, slots=True)
class Likeness:
    """Somebody who may be the same person. `same_address` where the name is not what they share."""

    record: Member | Application
    same_address: bool


def likely_duplicates(application: Application) -> list[Likeness]:
    """Members, and applications other than this one, with nearly the same name or the same address.

    All names are read for it: one decision does not come often, and names are short.
    """
    members = Member.objects.exclude(state=MemberState.LEFT)
    others = Application.objects.confirmed().exclude(pk=application.pk).filter(member=None)
    name = application.get_full_name()
    alike = set(_alike(name, members.values_list("pk", "user__first_name", "user__last_name")))
    found = [
        Likeness(member, same_address=False)
        for member in members.filter(pk__in=alike).select_related("user", "beneficiary", "institution")
        if member.pk != application.member_id
    ]
    alike = set(_alike(name, others.values_list("pk", "first_name", "last_name")))
    same = set(others.filter(email=application.email).values_list("pk", flat=True))
    rows = others.filter(pk__in=alike | same).select_related("beneficiary", "institution")
    return found + [Likeness(other, other.pk in same) for other in rows]


def _alike(name: str, people: Iterable[tuple[int, str, str]]) -> list[int]:
    """Keys of the people whose names are nearly this one."""
    return NamesAlike((pk, f"{first} {last}") for pk, first, last in people).of(name)
