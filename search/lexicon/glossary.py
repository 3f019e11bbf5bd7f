"""The glossary as it is now, in this process: its concepts, and where a text speaks of them.

Concepts are few. They are kept in memory and read anew whenever the mark in the database is another than the one they
were read at (search.lexicon.state); the terms of a language are prepared when the first text in it is shown.
"""

from __future__ import annotations

import operator
import re
import threading
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import dropwhile, pairwise
from typing import NamedTuple

from portal.core.languages.folding import fold
from portal.vocabulary.glossary.wording import all_terms, other_terms
from portal.vocabulary.models import Concept
from search.analysis.language_groups import GROUP_OF
from search.analysis.lemmas import lemma
from search.analysis.stop_words import stop_words
from search.analysis.tokens import Token, words
from search.lexicon.state import current_marks

#: What may stand between the words of a term; anything else ends a sentence or a part of it.
_BETWEEN = re.compile("[\\s\u00ad()\"'\u2019\u201c-\u201e/\u2010-\u2013-]*")
_CAPITALS_OF_AN_ACRONYM = 2

#: Paragraphs of a language whose terms a process keeps: pages are read again and again.
_REMEMBERED = 1024


class Mention(NamedTuple):
    """A term in a text: its place, the identifier of its concept, and how many words it has."""

    start: int
    end: int
    identifier: str
    length: int


class _Pattern(NamedTuple):
    """The lemmas of a term's words."""

    lemmas: tuple[str, ...]
    identifier: str


class Terms:
    """The terms of one content language, to be found in texts in it.

    Preferred terms are found in all their forms, and so are others of several words. Of one word, others are found only
    if they are acronyms, as they are written: "act" is a law, but rarely when somebody acts.
    """

    def __init__(self, concepts: Sequence[Concept], code: str) -> None:
        self._group = GROUP_OF[code]
        # Articles of Albanian change with the word before: any small word will do in their place.
        self._changing = stop_words(self._group) if code == "sq" else frozenset[str]()
        self._acronyms: dict[str, str] = {}
        self._patterns: dict[str, list[_Pattern]] = defaultdict(list)
        self._preferred: dict[str, tuple[str, ...]] = {}
        for concept in concepts:
            self._add(getattr(concept, f"label_{code}") or "", concept.identifier, is_preferred=True)
        for concept in concepts:
            for text in other_terms(concept, code):
                self._add(text, concept.identifier, is_preferred=False)
        for patterns in self._patterns.values():
            # Of equal length, what was added first: preferred terms.
            patterns.sort(key=lambda pattern: -len(pattern.lemmas))
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._mentions)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Every term in a text without markup, in order and without overlaps, longer ones before shorter ones."""
        return self._remembered(text)

    def has_preferred(self, identifier: str, text: str) -> bool:
        """Whether a text has the preferred term of a concept in some form, also within a longer term.

        True as well when the concept has no such term in this language.
        """
        wanted = self._preferred.get(identifier, ())
        lemmas = [self._lemma(token) for token in words(text)]
        places = range(len(lemmas) - len(wanted) + 1)
        return any(tuple(lemmas[place : place + len(wanted)]) == wanted for place in places)

    def _mentions(self, text: str) -> tuple[Mention, ...]:
        found = list(words(text))
        lemmas = [self._lemma(token) for token in found]
        mentions: list[Mention] = []
        place = 0
        while place < len(found):
            identifier, length = self._term_at(place, text, found, lemmas)
            if identifier:
                mentions.append(Mention(found[place].start, found[place + length - 1].end, identifier, length))
            place += length
        return tuple(mentions)

    def _term_at(self, place: int, text: str, found: Sequence[Token], lemmas: Sequence[str]) -> tuple[str, int]:
        """The concept of the longest term that begins with this word, "" for none, and the number of its words."""
        for pattern in self._patterns.get(lemmas[place], ()):
            end = place + len(pattern.lemmas)
            if tuple(lemmas[place:end]) == pattern.lemmas and _is_one(text, found[place:end]):
                return pattern.identifier, len(pattern.lemmas)
        return self._acronyms.get(text[found[place].start : found[place].end], ""), 1

    def _lemma(self, token: Token) -> str:
        return "" if token.folded in self._changing else lemma(token.folded, self._group)

    def _add(self, text: str, identifier: str, *, is_preferred: bool) -> None:
        found = list(words(text))
        if is_preferred:
            self._preferred[identifier] = self._without_article(found)
        if len(found) == 1 and sum(letter.isupper() for letter in text) >= _CAPITALS_OF_AN_ACRONYM:
            self._acronyms.setdefault(text[found[0].start : found[0].end], identifier)
        elif found and (is_preferred or len(found) > 1):
            lemmas = self._without_article(found)
            if lemmas:
                self._patterns[lemmas[0]].append(_Pattern(lemmas, identifier))

    def _without_article(self, found: Sequence[Token]) -> tuple[str, ...]:
        """The lemmas of a term; the article in front does not stand in every sentence."""
        return tuple(dropwhile(operator.not_, (self._lemma(token) for token in found)))


def _is_one(text: str, tokens: Sequence[Token]) -> bool:
    """Whether nothing stands between these words that parts a sentence."""
    pairs = pairwise(tokens)
    return all(_BETWEEN.fullmatch(text, before.end, after.start) for before, after in pairs)


class Glossary:
    """All concepts as they are at one moment."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self.concepts = {concept.identifier: concept for concept in concepts}
        self._terms: dict[str, Terms] = {}

    def terms(self, code: str) -> Terms:
        """The terms of a content language."""
        if code not in self._terms:
            self._terms[code] = Terms(list(self.concepts.values()), code)
        return self._terms[code]

    def beginning(self, text: str) -> list[Concept]:
        """Those of which a term in any language begins with the text, whatever its script, marks and capitals."""
        wanted = fold(text)
        if not wanted:
            return []
        return [one for one, terms in self._folded if any(term.startswith(wanted) for term in terms)]

    @cached_property
    def _folded(self) -> list[tuple[Concept, list[str]]]:
        """Each concept with its terms."""
        return [(one, [fold(text) for _code, text in all_terms(one)]) for one in self.concepts.values()]


class _Kept:
    """The glossary of this process, and the state of the database that it was read at."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._read_at: str | None = None
        self._glossary = Glossary(())

    def glossary(self) -> Glossary:
        # Read before the concepts are: what changes in between is noticed next time.
        mark = current_marks().terms
        with self._lock:
            if mark != self._read_at:
                self._glossary = Glossary(Concept.objects.order_by("identifier"))
                self._read_at = mark
            return self._glossary


_kept = _Kept()


def current_glossary() -> Glossary:
    """The glossary of this moment: one query, and one more when something has changed since the last time."""
    return _kept.glossary()
