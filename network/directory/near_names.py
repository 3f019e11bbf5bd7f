"""Names that are nearly what was typed: one letter wrong, missing, too many, or two changed round.

Which names there are at all is no secret here, because nothing of it is shown: the words found are asked for like those
that were typed, together with who they are for.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from django.db.models import Q
from rapidfuzz.distance import OSA

from network.directory.words import NAME
from network.models import DirectoryWord

#: Of shorter words, too many are nearly the same.
_SHORTEST: Final = 4


def near_names(typed: Collection[str]) -> Mapping[str, frozenset[str]]:
    """For each of these folded words, the words of names that are one typing error away from it.

    One query, or none when all of them are short. An error leaves the beginning or the end of a word as it is, so the
    database hands out few of all names, which are then compared.
    """
    compared = {word for word in typed if len(word) >= _SHORTEST}
    if not compared:
        return {}
    halves = Q(*(_half_the_same(word) for word in sorted(compared)), _connector=Q.OR)
    names = set(DirectoryWord.objects.filter(halves, weight=NAME).order_by().values_list("word", flat=True).distinct())
    return {
        word: frozenset(name for name in names if OSA.distance(word, name, score_cutoff=1) == 1) for word in compared
    }


def _half_the_same(word: str) -> Q:
    """What holds of every word that is one error away: changing two letters round may touch both halves."""
    middle = len(word) // 2
    around = Q(word__startswith=word[: middle - 1], word__endswith=word[middle + 1 :])
    return Q(word__startswith=word[:middle]) | Q(word__endswith=word[middle:]) | around
