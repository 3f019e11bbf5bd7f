"""A query understood: what to look for in the documents, and what the page may say about it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from portal.core.languages.catalogue import Language
from search.analysis.detection import group_likelihoods
from search.analysis.language_groups import GROUP_CODES
from search.analysis.lemmas import is_known
from search.engines.base import Engine
from search.engines.looked_for import AnyOf, Counted, InTitle, Node, Stream, Together, Words
from search.lexicon.expansion import Equivalent, Match, expand
from search.understanding.marks import Marks, marks_of
from search.understanding.spelling import NearWord, near_words, unknown_words
from search.understanding.syntax import parse
from search.understanding.weights import reader_weights, word_weights
from search.understanding.words import QueryWord, idle_places, lemmas, query_words

#: How much the weaker of word and lemma add to the stronger, and the weaker of several languages' words (measured).
_FORMS_TIE = 0.3
_LANGUAGES_TIE = 0.2

#: What each thing that was asked for is worth by being there at all, in the scores of engines, where a word is worth 10
#: to 30: what holds more of the words comes first, unless it hardly says anything of them (measured).
_FOUND = 18.0

#: What a thing that was asked for is worth by having its words, as they were typed, in the title, however long that is
#: (measured). Those of an equivalent are not: a title in another language says less of what was meant.
_IN_TITLE = 4.0

#: Equivalents below this weight are near what was asked for: a broader concept, a synonym of a rare sense. Having them
#: is worth something, but it is not having what was asked for.
_NEAR = 0.4

#: How much what is near adds to what was asked for: less than another language does, or what has all that is near would
#: come before what says it once, and in the very words (measured).
_NEAR_TIE = 0.15

#: What the best equivalent in another language is worth against the reader's own words (measured).
_EQUIVALENTS = 0.8

#: The words of an equivalent term that stand apart in the text, against the term as such.
_APART = 0.6

#: Other words that may stand between those of a term: an article, an adjective.
_GAP = 2

#: The share that is most of the words of a long question, which holds words that no document has.
_MOST = 2 / 3

#: A number such as Rec(2006)2 as such, against its parts, which stand in many texts.
_REFERENCE, _PARTS_OF_REFERENCE = 2.0, 0.3


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
    likely = _likely(likelihoods)
    idle = idle_places(words, likely)
    matches = expand([word.folded for word in words], likelihoods)
    near = _near(words, idle, matches, likely, engine, audiences)
    if near:
        # What was meant may be a term where what was typed is none.
        matches = expand([_meant(word, near) for word in words], likelihoods)
    if not with_equivalents:
        matches = ()
    slots = _slots(words, idle, near, matches, weights, nearness, likely)
    phrases = [_phrase(phrase, nearness) for phrase in typed.phrases]
    trees = _trees(slots, [phrase for phrase in phrases if phrase])
    return Question(
        trees=trees,
        excluded=tuple(filter(None, (_phrase(piece, dict.fromkeys(GROUP_CODES, 1.0)) for piece in typed.excluded))),
        marks=marks_of(trees[-1] if trees else None),
        also=tuple(equivalent for match in matches for equivalent in match.equivalents),
        corrections=tuple(Correction(typed, nearest[0].folded) for typed, nearest in near.items()),
    )


def required_words(number: int) -> tuple[int, ...]:
    """How many of so many words have to be found, strictest first: all, all but one, most, any."""
    most = math.ceil(number * _MOST)
    return tuple(dict.fromkeys(count for count in (number, number - 1, most, 1) if 0 < count <= number))


def _likely(likelihoods: Mapping[str, float]) -> list[str]:
    """Languages that the query may well be in: no less likely than half of the likeliest."""
    return [group for group, share in likelihoods.items() if share * 2 >= max(likelihoods.values())]


def _near(
    words: Sequence[QueryWord],
    idle: Set[int],
    matches: Sequence[Match],
    likely: Sequence[str],
    engine: Engine,
    audiences: frozenset[str],
) -> dict[str, tuple[NearWord, ...]]:
    """For each word that is nowhere, not in another form, in the dictionary or the lexicon: its near words."""
    known = {place for match in matches for place in range(match.start, match.start + match.length)}
    # What is a word of the language is not mistyped, even if nobody has written it here yet.
    candidates = [
        word.folded
        for place, word in enumerate(words)
        if place not in known
        and place not in idle
        and not word.joined
        and not any(is_known(word.folded, group) for group in likely)
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
    likely: Sequence[str],
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
        joined = words[position].joined
        is_reference = any(letter.isdigit() for letter in joined)
        own_weights = _scaled(weights, _PARTS_OF_REFERENCE) if is_reference else weights
        said = [words[place] for place in places if place not in idle] or [words[position]]
        own = [_word(word, near.get(word.folded, ()), own_weights) for word in said]
        among: list[Node] = [_all_of(own)]
        if joined:
            joined_weights = _scaled(weights, _REFERENCE) if is_reference else weights
            among += _in_groups((joined,), Stream.WORDS, joined_weights)
        itself, near_it = _equivalents(match.equivalents if match else (), nearness)
        found = _best_of([Counted(_best_of([*among, *itself]), _FOUND), *near_it], _NEAR_TIE)
        slots.append(Together((found, _in_title(said, near, likely)), 1))
        position = places.stop
    return slots


def _best_of(nodes: Sequence[Node], tie: float = _LANGUAGES_TIE) -> Node:
    return AnyOf(tuple(nodes), tie) if len(nodes) > 1 else nodes[0]


def _all_of(nodes: Sequence[Node]) -> Node:
    return Together(tuple(nodes), len(nodes)) if len(nodes) > 1 else nodes[0]


def _in_title(words: Sequence[QueryWord], near: Mapping[str, Sequence[NearWord]], groups: Sequence[str]) -> Node:
    """All of these words in the title, in any of these languages: worth the same in whatever title."""
    worth = _IN_TITLE / len(words)
    each: list[Node] = []
    for word in words:
        forms: list[Node] = []
        for folded in (word.folded, *(one.folded for one in near.get(word.folded, ()))):
            forms += [InTitle(group, Stream.WORDS, (folded,), worth) for group in groups]
            forms += [
                InTitle(group, Stream.LEMMAS, (lemma,), worth)
                for group, lemma in lemmas(folded).items()
                if group in groups
            ]
        each.append(_best_of(forms, tie=0.0))
    return _all_of(each)


def _word(word: QueryWord, near: Sequence[NearWord], weights: Mapping[str, float]) -> Node:
    """A word as it was typed and in its other forms, or the near words that may have been meant."""
    forms = _forms(word.folded, weights)
    for one in near:
        forms += _forms(one.folded, _scaled(weights, one.weight))
    return AnyOf(tuple(forms), _FORMS_TIE)


def _scaled(weights: Mapping[str, float], factor: float) -> dict[str, float]:
    return {group: weight * factor for group, weight in weights.items()}


def _forms(folded: str, weights: Mapping[str, float]) -> list[Node]:
    forms = _in_groups((folded,), Stream.WORDS, weights)
    forms += [Words(group, Stream.LEMMAS, (lemma,), weights[group]) for group, lemma in lemmas(folded).items()]
    return forms


def _in_groups(words: tuple[str, ...], stream: Stream, weights: Mapping[str, float]) -> list[Node]:
    return [Words(group, stream, words, weights[group]) for group in GROUP_CODES]


def _equivalents(equivalents: Iterable[Equivalent], nearness: Mapping[str, float]) -> tuple[list[Node], list[Node]]:
    """Terms of other languages, and other terms of the same: what was asked for, and what is only near it.

    Of a term of several words, its words next to each other are the term, and apart from each other near it.
    """
    itself: list[Node] = []
    near_it: list[Node] = []
    for one in equivalents:
        weight = _EQUIVALENTS * one.weight * nearness[one.group]
        gap = _GAP if len(one.lemmas) > 1 else 0
        (itself if one.weight >= _NEAR else near_it).append(Words(one.group, Stream.LEMMAS, one.lemmas, weight, gap))
        if len(one.lemmas) > 1:
            share = weight * _APART / len(one.lemmas)
            apart = tuple(Words(one.group, Stream.LEMMAS, (word,), share) for word in one.lemmas)
            near_it.append(Together(apart, len(apart)))
    return itself, near_it


def _phrase(text: str, weights: Mapping[str, float]) -> Node | None:
    """The words next to each other as they are written; None for a text without words."""
    words = tuple(word.folded for word in query_words(text))
    return AnyOf(tuple(_in_groups(words, Stream.WORDS, weights)), _FORMS_TIE) if words else None


def _trees(slots: Sequence[Node], phrases: Sequence[Node]) -> tuple[Node, ...]:
    """Phrases have to be found always; of the words first all, then fewer and fewer."""
    if not slots:
        return (Together(tuple(phrases), len(phrases)),) if phrases else ()
    trees: list[Node] = [Together(tuple(slots), number) for number in required_words(len(slots))]
    if phrases:
        trees = [Together((*phrases, tree), len(phrases) + 1) for tree in trees]
    return tuple(trees)
