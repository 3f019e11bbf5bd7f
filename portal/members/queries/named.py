"""Members by their names, however these are written."""

from __future__ import annotations

from django.db.models import QuerySet

from portal.core.languages.folding import fold
from portal.members.models import Member


def keys_of_named(text: str, among: QuerySet[Member]) -> list[int]:
    """Keys of those with all these words, or beginnings of words, in their name, in the order of `among` (one query).

    Letters are compared folded, so that either script and missing marks find the name. Without words: everybody.
    """
    wanted = fold(text).split()
    names = among.values_list("pk", "user__first_name", "user__last_name")
    return [key for key, *name in names if _has_all(fold(" ".join(name)).split(), wanted)]


def _has_all(words: list[str], wanted: list[str]) -> bool:
    return all(any(word.startswith(one) for word in words) for one in wanted)
