"""Finding people by names that are nearly alike, among many, however they are written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rapidfuzz import fuzz, process

from portal.core.languages.folding import fold

#: How alike two names are, from 0 to 100: about one letter in ten may differ.
_ALIKE: Final = 88
_MOST: Final = 5


def name_key(name: str) -> str:
    """What is compared: folded, with the words in one order, so Ђорђевић Ана and Ana Djordjevic are one."""
    return " ".join(sorted(fold(name).split()))


class NamesAlike:
    """Names of people with their keys, made ready once so that thousands of names can be asked for.

    A name is compared with those that have a whole word or all initials in common with it: letters are mistaken in many
    places of a name, but hardly in the first of one word and somewhere else in the other.
    """

    def __init__(self, people: Iterable[tuple[int, str]]) -> None:
        self._people: dict[str, list[int]] = {}
        self._near: dict[str, list[str]] = {}
        for key, name in people:
            folded = name_key(name)
            if folded not in self._people:
                for mark in _marks(folded):
                    self._near.setdefault(mark, []).append(folded)
            self._people.setdefault(folded, []).append(key)

    def of(self, name: str) -> list[int]:
        """Keys of the people whose names are nearly this one, those that are most alike first."""
        wanted = name_key(name)
        if not wanted:
            return []
        near = dict.fromkeys(known for mark in _marks(wanted) for known in self._near.get(mark, ()))
        found = process.extract(wanted, near.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_MOST)
        return [key for folded, _score, _place in found for key in self._people[folded]]


def _marks(folded: str) -> set[str]:
    """What two names have in common that are worth comparing: a word, or their initials (in capitals)."""
    words = folded.split()
    return {*words, "".join(word[0] for word in words).upper()}
