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
    return _from_dictionary(spelled, group) or stem(spelled, group)


def is_known(folded: str, group: str) -> bool:
    """Whether the dictionary of the group has the word."""
    return table(group).has(one_spelling(folded, group))


def is_form(folded: str, group: str) -> bool:
    """Whether the dictionary has the word, or a word of which it may be a form by its ending."""
    return _from_dictionary(one_spelling(folded, group), group) is not None


def _from_dictionary(spelled: str, group: str) -> str | None:
    known = table(group)
    found = known.lemma(spelled)
    if found is not None:
        return found
    return next((found for base in bases(spelled, group) if (found := known.lemma(base)) is not None), None)
