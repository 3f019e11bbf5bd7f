"""Recognising terms among the words of a query, and what else these can be called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from search.analysis.language_groups import GROUP_CODES, GROUP_OF
from search.analysis.lemmas import lemma
from search.lexicon.compiled import Meaning, Table
from search.lexicon.senses import Origin, Term
from search.lexicon.terms import MAX_WORDS, lemmas_of, wording_of, words_that_count

#: More in one language would find more and more of what was not asked for.
MOST_IN_A_GROUP = 4
#: A query of more words is looked at up to here.
_MOST_WORDS = 60
#: Languages that are less likely than this share of the likeliest are not considered.
_LEAST_LIKELY = 0.1
#: What a synonym that editors entered means elsewhere: they said it of its synonym, not of the word itself.
_BY_WAY_OF_SYNONYM = 0.8
#: Words that differ may have one lemma ("train" and "training"): what is written as it was typed is rather meant.
_OTHER_WORD = 0.6

_BELIEVED = tuple(Origin)

#: Queries are asked again and again: for the next page, with another filter, by somebody else.
_REMEMBERED = 128


@dataclass(frozen=True, slots=True)
class Equivalent:
    """Another term for words of the query.

    `lemmas` are those of its words without small words (search.lexicon.terms): in a text these may stand between them.
    `weight` is above 0 and at most 1. `label` is the term as written, in the content language `lang`, for readers.
    """

    group: str
    lemmas: tuple[str, ...]
    weight: float
    label: str
    lang: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Match:
    """Words of the query that are one term: `length` words from `start`, recognised in the language group `group`.

    `label` is the term as it is written in the lexicon. `equivalents` are the best first, of each language group at
    most MOST_IN_A_GROUP.
    """

    start: int
    length: int
    group: str
    equivalents: tuple[Equivalent, ...]
    label: str


@dataclass(frozen=True, slots=True)
class _Reading:
    """Words as a term of one language. `share` is how likely that language is, compared with the likeliest (0 to 1)."""

    group: str
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    share: float


@dataclass(frozen=True, slots=True)
class _Meant:
    """A term of a sense that was recognised, and how well it stands for what was typed (above 0, at most 1)."""

    origin: Origin
    term: Term
    weight: float


class Lexicon:
    """All tables as they are at one moment."""

    def __init__(self, tables: Iterable[tuple[Origin, Table]]) -> None:
        self._tables = sorted(tables, key=lambda table: _BELIEVED.index(table[0]))
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._expanded)

    def replacing(self, origin: Origin, table: Table) -> Lexicon:
        """A lexicon with another table of this origin."""
        return Lexicon([*((other, its) for other, its in self._tables if other is not origin), (origin, table)])

    def expand(self, words: Sequence[str], groups: Mapping[str, float]) -> tuple[Match, ...]:
        """The terms among the words, in their order, without overlaps: longer ones before shorter ones.

        `words` are folded, `groups` says how likely each language group is. Words that are no term, or have no
        equivalent, are in no match.
        """
        return self._remembered(tuple(words[:_MOST_WORDS]), tuple(sorted(groups.items())))

    def _expanded(self, words: tuple[str, ...], likelihoods: tuple[tuple[str, float], ...]) -> tuple[Match, ...]:
        spans = self._spans(words, dict(likelihoods))
        ranked = sorted(spans, key=lambda span: (-_words_in(spans[span]), -spans[span][0].share, span))
        taken: set[int] = set()
        matches = []
        for start, length in ranked:
            if taken.isdisjoint(range(start, start + length)):
                match = self._match(start, length, spans[start, length])
                if match is not None:
                    taken.update(range(start, start + length))
                    matches.append(match)
        return tuple(sorted(matches, key=lambda match: match.start))

    def _spans(self, words: Sequence[str], groups: Mapping[str, float]) -> dict[tuple[int, int], list[_Reading]]:
        """Start and number of words of everything that is a term in some language, the likeliest language first."""
        likeliest = max(groups.values(), default=0.0)
        spans: dict[tuple[int, int], list[_Reading]] = defaultdict(list)
        for group in sorted(GROUP_CODES, key=lambda code: -groups.get(code, 0.0)):
            likelihood = groups.get(group, 0.0)
            if likelihood <= 0 or likelihood < likeliest * _LEAST_LIKELY:
                continue
            for start, length, run in _runs(words_that_count(words, group)):
                lemmas = tuple(lemma(word, group) for word in run)
                if any(table.knows(group, lemmas) for _origin, table in self._tables):
                    spans[start, length].append(_Reading(group, run, lemmas, likelihood / likeliest))
        return spans

    def _match(self, start: int, length: int, readings: Sequence[_Reading]) -> Match | None:
        best = _Best(readings[0])
        meant = [(reading, one) for reading in readings for one in self._meant(reading)]
        for reading, one in meant:
            if one.origin is not Origin.IMPORTED:
                found = best.add(one.origin, one.term, one.weight)
                if one.origin is Origin.EDITORS and found is not None and found.group == reading.group:
                    self._add_by_way_of(found, one, reading, best)
        # Lists made for everything there is only fill what the portal's own words leave open.
        open_groups = best.groups_without_any()
        for _reading, one in meant:
            if one.origin is Origin.IMPORTED and GROUP_OF[one.term.lang] in open_groups:
                best.add(one.origin, one.term, one.weight)
        equivalents = best.chosen()
        return Match(start, length, readings[0].group, equivalents, best.label) if equivalents else None

    def _add_by_way_of(self, synonym: Equivalent, entered: _Meant, reading: _Reading, best: _Best) -> None:
        words = wording_of(entered.term.text, reading.group)
        for one in self._meant(_Reading(reading.group, words, synonym.lemmas, reading.share)):
            if one.origin in (Origin.THESAURUS, Origin.LEXICON):
                best.add(one.origin, one.term, one.weight * _BY_WAY_OF_SYNONYM)

    def _meant(self, reading: _Reading) -> list[_Meant]:
        """The terms of all senses that the words may have, by origin, the likeliest sense first."""
        senses = [
            (origin, meaning, _has_wording(meaning, reading))
            for origin, table in self._tables
            for meaning in table.meanings(reading.group, reading.lemmas)
        ]
        any_has = any(has for _origin, _meaning, has in senses)
        return [
            _Meant(origin, term, meaning.meant * term.weight * reading.share * (_OTHER_WORD if has < any_has else 1))
            for origin, meaning, has in senses
            for term in meaning.terms
        ]


class _Best:
    """Equivalents of one match, each once with its best weight."""

    def __init__(self, typed: _Reading) -> None:
        self._typed = typed
        self._found: dict[tuple[str, tuple[str, ...]], Equivalent] = {}
        self.label = ""

    def add(self, origin: Origin, term: Term, weight: float) -> Equivalent | None:
        """The equivalent, unless it is what was typed: then its wording is kept as the label."""
        group = GROUP_OF[term.lang]
        lemmas = lemmas_of(term.text, group)
        if not 0 < len(lemmas) <= MAX_WORDS:
            return None
        if (group, lemmas) == (self._typed.group, self._typed.lemmas):
            self.label = self.label or term.text
            return None
        equivalent = Equivalent(group, lemmas, weight, term.text, term.lang, origin)
        known = self._found.get((group, lemmas))
        if known is None or known.weight < weight:
            self._found[group, lemmas] = equivalent
        return equivalent

    def groups_without_any(self) -> frozenset[str]:
        return frozenset(GROUP_CODES) - {group for group, _lemmas in self._found}

    def chosen(self) -> tuple[Equivalent, ...]:
        chosen: dict[str, list[Equivalent]] = defaultdict(list)
        # Equal weights keep the order in which they were found: that of the origins.
        for equivalent in sorted(self._found.values(), key=lambda found: -found.weight):
            if len(chosen[equivalent.group]) < MOST_IN_A_GROUP:
                chosen[equivalent.group].append(equivalent)
        return tuple(sorted((one for some in chosen.values() for one in some), key=lambda found: -found.weight))


def _has_wording(meaning: Meaning, reading: _Reading) -> bool:
    return any(
        GROUP_OF[term.lang] == reading.group and wording_of(term.text, reading.group) == reading.words
        for term in meaning.terms
    )


def _runs(words: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Every run of at most MAX_WORDS words that count: where it starts, how many words it spans, and its words."""
    for first in range(len(words)):
        for last in range(first, min(first + MAX_WORDS, len(words))):
            start, end = words[first][0], words[last][0]
            yield start, end - start + 1, tuple(word for _position, word in words[first : last + 1])


def _words_in(readings: Sequence[_Reading]) -> int:
    return max(len(reading.words) for reading in readings)
