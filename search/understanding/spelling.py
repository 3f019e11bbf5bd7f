"""Words that no document of the reader's has, and near words that some have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from search.analysis.language_groups import GROUP_CODES
from search.analysis.lemmas import lemma
from search.analysis.tails import SHORTEST, spelling_entries
from search.engines.base import Engine, EngineQuery
from search.engines.looked_for import AnyOf, Stream, Words

#: Two errors are only expected in words as long as this.
_TWO_ERRORS_FROM = 8

#: Near words that a word is widened to.
_MOST = 4

#: What a near word is worth, by the number of errors between them.
_WEIGHTS = {1: 0.8, 2: 0.6}


@dataclass(frozen=True, slots=True)
class NearWord:
    """A word of the index, folded, and what finding it is worth instead of the one that was typed."""

    folded: str
    weight: float


def unknown_words(words: Iterable[str], engine: Engine, audiences: frozenset[str]) -> list[str]:
    """Those of the folded words that no document of these audiences has, in no form. Short words are never asked."""
    asked = [word for word in dict.fromkeys(words) if spelling_entries(word)]
    present = engine.vocabulary(asked, audiences) if asked else {}
    return [word for word in asked if word not in present and not _in_another_form(word, engine, audiences)]


def near_words(word: str, engine: Engine, audiences: frozenset[str]) -> tuple[NearWord, ...]:
    """The nearest words of these audiences' documents, best first: fewest errors, then the most usual.

    An error is a letter too many, too few, another one, or two neighbours the wrong way round. One is forgiven, in
    long words two, the first letter included.
    """
    allowed = 2 if len(word) >= _TWO_ERRORS_FROM else 1
    found: list[tuple[int, int, str]] = []
    for other, number in engine.vocabulary(_beginnings(word), audiences).items():
        distance = OSA.distance(word, other, score_cutoff=allowed)
        if 0 < distance <= allowed:
            found.append((distance, -number, other))
    return tuple(NearWord(other, _WEIGHTS[distance]) for distance, _, other in sorted(found)[:_MOST])


def _in_another_form(word: str, engine: Engine, audiences: frozenset[str]) -> bool:
    forms = tuple(Words(group, Stream.LEMMAS, (lemma(word, group),)) for group in GROUP_CODES)
    return engine.search(EngineQuery(audiences, AnyOf(forms), limit=0)).total > 0


def _beginnings(word: str) -> list[str]:
    """What a word, or its tail (search.analysis.tails), may begin with, if there is an error in its first letters."""
    found = {
        word[0],  # an error after the first letter
        word[1:SHORTEST],  # the first letter is another one (a tail), or one too many (a word)
        word[:2],  # the first letter is missing (a tail)
        word[1] + word[0],  # the first two letters changed places
    }
    # A longer beginning within a shorter one is looked up already.
    return [one for one in found if not any(one != other and one.startswith(other) for other in found)]
