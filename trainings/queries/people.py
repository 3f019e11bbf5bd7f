"""Finding members by name, however it is written."""

from __future__ import annotations

from django.db.models import QuerySet

from portal.core.languages.folding import fold
from portal.members.models import Member
from portal.members.queries.named import keys_of_named

#: Whoever has as many namesakes writes more of the name.
_MOST = 30


def members_named(text: str, among: QuerySet[Member] | None = None) -> list[Member]:
    """Active members with all these words, or beginnings of words, in their name; in either script, with or without
    marks. Without words nobody (two queries).
    """
    if not fold(text).split():
        return []
    members = Member.objects.active() if among is None else among
    found = keys_of_named(text, members.order_by("user__last_name", "user__first_name", "pk"))
    there = Member.objects.select_related("user", "beneficiary", "institution").in_bulk(found[:_MOST])
    return [there[key] for key in found[:_MOST]]
