"""The lemma of a word: what all its forms have in common."""

from __future__ import annotations

from functools import lru_cache

from search.analysis.spellings import one_spelling
from search.analysis.stems import bases, stem
from search.analysis.tables.tables import table

#: Words of all groups whose lemmas a process keeps; enough for most of what it meets, a few megabytes.
_KEPT = 16_384


@lru_cache(maxsize=_KEPT)
def lemma(folded: str, group: str) -> str:
    """The folded lemma of a folded word: from the dictionary of the group, otherwise its stem.

    It serves comparison only: it need not be a word, and it is not empty unless the word is. Raises nothing for any
    word; OSError if the tables are neither there nor can be made.
    """
    spelled = one_spelling(folded, group)
    known = table(group)
    found = known.lemma(spelled)
    if found is not None:
        return found
    for base in bases(spelled, group):
        found = known.lemma(base)
        if found is not None:
            return found
    return stem(spelled, group)


def is_known(folded: str, group: str) -> bool:
    """Whether the dictionary of the group has the word."""
    return table(group).has(one_spelling(folded, group))
