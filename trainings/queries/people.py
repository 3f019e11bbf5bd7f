"""Finding members by name, however it is written."""

from __future__ import annotations

from django.db.models import QuerySet

from portal.core.languages.folding import fold
from portal.members.models import Member

#: Whoever has as many namesakes writes more of the name.
_MOST = 30


def members_named(text: str, among: QuerySet[Member] | None = None) -> list[Member]:
    """Active members with all these words, or beginnings of words, in their name; in either script, with or without
    marks. Without words nobody (two queries).
    """
    words = fold(text).split()
    if not words:
        return []
    members = Member.objects.active() if among is None else among
    names = members.order_by("user__last_name", "user__first_name", "pk")
    found = [
        key
        for key, first, last in names.values_list("pk", "user__first_name", "user__last_name")
        if _fits(words, fold(f"{first} {last}").split())
    ]
    there = Member.objects.select_related("user", "beneficiary", "institution").in_bulk(found[:_MOST])
    return [there[key] for key in found[:_MOST]]


def _fits(words: list[str], name: list[str]) -> bool:
    return all(any(part.startswith(word) for part in name) for word in words)
