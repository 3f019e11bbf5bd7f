"""A query understood: what to look for in the documents, and what the page may say about it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from portal.core.languages.catalogue import Language
from search.analysis.detection import group_likelihoods
from search.analysis.language_groups import GROUP_CODES
from search.engines.base import Engine
from search.engines.looked_for import AnyOf, Node, Stream, Together, Words
from search.lexicon.expansion import Equivalent, Match, expand
from search.understanding.marks import Marks, marks_of
from search.understanding.spelling import NearWord, near_words, unknown_words
from search.understanding.syntax import parse
from search.understanding.weights import reader_weights, word_weights
from search.understanding.words import QueryWord, idle_places, lemmas, query_words

#: How much the weaker of word and lemma add to the stronger, and the weaker of several languages' words (measured).
_FORMS_TIE = 0.3
_LANGUAGES_TIE = 0.2

#: What the best equivalent in another language is worth against the reader's own words (measured).
_EQUIVALENTS = 0.6

#: The words of an equivalent term that stand apart in the text, against the term as such.
_APART = 0.6

#: Other words that may stand between those of a term: an article, an adjective.
_GAP = 2

#: Query words of a long question that are enough: two thirds. Questions hold words that no document has.
_ENOUGH = 2 / 3


@dataclass(frozen=True, slots=True)
class Correction:
    """A word as it was typed and the near word of the index that is most likely meant, both folded."""

    typed: str
    folded: str


@dataclass(frozen=True, slots=True)
class Question:
    """What an engine is asked, strictest first: a looser tree is for when the ones before it find too little.

    No tree at all means that nothing can be looked for: nothing but marks was typed. `also` is what else is looked for
    besides the words themselves. `corrections` are words that no document has.
    """

    trees: tuple[Node, ...]
    excluded: tuple[Node, ...] = ()
    marks: Marks = field(default_factory=Marks)
    also: tuple[Equivalent, ...] = ()
    corrections: tuple[Correction, ...] = ()


def understand(
    text: str, *, reader: Language, audiences: frozenset[str], engine: Engine, with_equivalents: bool = True
) -> Question:
    """The question behind a text as typed by this reader, who belongs to these audiences.

    Raises EngineError, because which words there are only the engine knows.
    """
    typed = parse(text)
    nearness = reader_weights(reader)
    likelihoods = group_likelihoods(" ".join((typed.plain, *typed.phrases)), nearness)
    weights = word_weights(nearness, likelihoods)
    words = query_words(typed.plain)
    idle = idle_places(words, _likely(likelihoods))
    matches = expand([word.folded for word in words], likelihoods)
    near = _near(words, idle, matches, engine, audiences)
    if near:
        # What was meant may be a term where what was typed is none.
        matches = expand([_meant(word, near) for word in words], likelihoods)
    if not with_equivalents:
        matches = ()
    slots = _slots(words, idle, near, matches, weights, nearness)
    phrases = [_phrase(phrase, nearness) for phrase in typed.phrases]
    trees = _trees(slots, [phrase for phrase in phrases if phrase])
    return Question(
        trees=trees,
        excluded=tuple(filter(None, (_phrase(piece, dict.fromkeys(GROUP_CODES, 1.0)) for piece in typed.excluded))),
        marks=marks_of(trees[-1] if trees else None),
        also=tuple(equivalent for match in matches for equivalent in match.equivalents),
        corrections=tuple(Correction(typed, nearest[0].folded) for typed, nearest in near.items()),
    )


def required_words(number: int) -> int:
    """How many of so many words have to be found: one or two all, of more two thirds."""
    return number if number <= 2 else math.ceil(number * _ENOUGH)


def _likely(likelihoods: Mapping[str, float]) -> list[str]:
    """Languages that the query may well be in: no less likely than half of the likeliest."""
    return [group for group, share in likelihoods.items() if share * 2 >= max(likelihoods.values())]


def _near(
    words: Sequence[QueryWord],
    idle: Set[int],
    matches: Sequence[Match],
    engine: Engine,
    audiences: frozenset[str],
) -> dict[str, tuple[NearWord, ...]]:
    """For each word that is nowhere, not even in another form or as a term of the lexicon, its near words."""
    known = {place for match in matches for place in range(match.start, match.start + match.length)}
    candidates = [
        word.folded for place, word in enumerate(words) if place not in known and place not in idle and not word.joined
    ]
    found = {}
    for word in unknown_words(candidates, engine, audiences):
        near = near_words(word, engine, audiences)
        if near:
            found[word] = near
    return found


def _meant(word: QueryWord, near: Mapping[str, tuple[NearWord, ...]]) -> str:
    return near[word.folded][0].folded if word.folded in near else word.folded


def _slots(
    words: Sequence[QueryWord],
    idle: Set[int],
    near: Mapping[str, tuple[NearWord, ...]],
    matches: Sequence[Match],
    weights: Mapping[str, float],
    nearness: Mapping[str, float],
) -> list[Node]:
    """One node for each thing that was asked for: a term of several words is one thing."""
    starting = {match.start: match for match in matches}
    slots: list[Node] = []
    position = 0
    while position < len(words):
        match = starting.get(position)
        if match is None and position in idle:
            position += 1
            continue
        places = range(position, position + max(match.length if match else 1, words[position].spans))
        own = [
            _word(words[place], near.get(words[place].folded, ()), weights) for place in places if place not in idle
        ] or [_word(words[position], (), weights)]
        among: list[Node] = [own[0] if len(own) == 1 else Together(tuple(own), len(own))]
        if words[position].joined:
            among += _in_groups((words[position].joined,), Stream.WORDS, weights)
        if match:
            among += [_equivalent(one, nearness) for one in match.equivalents]
        slots.append(AnyOf(tuple(among), _LANGUAGES_TIE) if len(among) > 1 else among[0])
        position = places.stop
    return slots


def _word(word: QueryWord, near: Sequence[NearWord], weights: Mapping[str, float]) -> Node:
    """A word as it was typed and in its other forms, or the near words that may have been meant."""
    forms = _forms(word.folded, weights)
    for one in near:
        forms += _forms(one.folded, {group: weight * one.weight for group, weight in weights.items()})
    return AnyOf(tuple(forms), _FORMS_TIE)


def _forms(folded: str, weights: Mapping[str, float]) -> list[Node]:
    forms = _in_groups((folded,), Stream.WORDS, weights)
    forms += [Words(group, Stream.LEMMAS, (lemma,), weights[group]) for group, lemma in lemmas(folded).items()]
    return forms


def _in_groups(words: tuple[str, ...], stream: Stream, weights: Mapping[str, float]) -> list[Node]:
    return [Words(group, stream, words, weights[group]) for group in GROUP_CODES]


def _equivalent(equivalent: Equivalent, nearness: Mapping[str, float]) -> Node:
    """A term of another language, or another term of the same: its lemmas next to each other, or at least all there."""
    weight = _EQUIVALENTS * equivalent.weight * nearness[equivalent.group]
    term = Words(equivalent.group, Stream.LEMMAS, equivalent.lemmas, weight, _GAP if len(equivalent.lemmas) > 1 else 0)
    if len(equivalent.lemmas) == 1:
        return term
    apart = tuple(
        Words(equivalent.group, Stream.LEMMAS, (one,), weight * _APART / len(equivalent.lemmas))
        for one in equivalent.lemmas
    )
    return AnyOf((term, Together(apart, len(apart))))


def _phrase(text: str, weights: Mapping[str, float]) -> Node | None:
    """The words next to each other as they are written; None for a text without words."""
    words = tuple(word.folded for word in query_words(text))
    return AnyOf(tuple(_in_groups(words, Stream.WORDS, weights)), _FORMS_TIE) if words else None


def _trees(slots: Sequence[Node], phrases: Sequence[Node]) -> tuple[Node, ...]:
    """Phrases have to be found always. Of the words first as many as make sense, then any one."""
    if not slots:
        return (Together(tuple(phrases), len(phrases)),) if phrases else ()
    numbers = dict.fromkeys((required_words(len(slots)), 1))
    return tuple(
        Together((*phrases, Together(tuple(slots), number)), len(phrases) + 1)
        if phrases
        else Together(tuple(slots), number)
        for number in numbers
    )
