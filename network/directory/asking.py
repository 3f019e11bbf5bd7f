"""What somebody typed, as words to look for: the analysis and the other words of the library's search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from portal.core.languages.catalogue import Language
from search.analysis.detection import group_likelihoods
from search.lexicon.expansion import Match, expand
from search.understanding.weights import reader_weights
from search.understanding.words import QueryWord, idle_places, lemmas, query_words

#: Languages that a query may well be in are no less likely than this share of the likeliest, as in the library.
_LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that was asked for. It is found by any of its alternatives; the first is what was typed itself.

    Of an alternative, one word of each set has to be there. `typed` is the folded word, when it was a single one.
    """

    alternatives: tuple[tuple[frozenset[str], ...], ...]
    typed: str = ""

    @property
    def words(self) -> frozenset[str]:
        """All words of all alternatives."""
        return frozenset().union(*(words for sets in self.alternatives for words in sets))


def wanted_by(text: str, reader: Language) -> list[Wanted]:
    """The things that a text asks for, each a word or a term of several; none for a text without words."""
    words = query_words(text)
    likelihoods = group_likelihoods(text, reader_weights(reader))
    likely = [group for group, share in likelihoods.items() if share >= _LIKELY * max(likelihoods.values())]
    idle = idle_places(words, likely)
    matches = {match.start: match for match in expand([word.folded for word in words], likelihoods)}
    found: list[Wanted] = []
    position = 0
    while position < len(words):
        match = matches.get(position)
        if match is None and position in idle:
            position += 1
            continue
        places = range(position, position + max(match.length if match else 1, words[position].spans))
        said = [words[place] for place in places if place not in idle] or [words[position]]
        found.append(_wanted(said, words[position].joined, match))
        position = places.stop
    return found


def _wanted(said: Sequence[QueryWord], joined: str, match: Match | None) -> Wanted:
    alternatives = [tuple(_forms(word.folded) for word in said)]
    if joined:
        alternatives.append((frozenset({joined}),))
    alternatives += [
        tuple(frozenset({f"{one.group}:{lemma}"}) for lemma in one.lemmas)
        for one in (match.equivalents if match else ())
    ]
    return Wanted(tuple(alternatives), said[0].folded if len(said) == 1 and not joined else "")


def _forms(folded: str) -> frozenset[str]:
    return frozenset({folded, *(f"{group}:{lemma}" for group, lemma in lemmas(folded).items())})
