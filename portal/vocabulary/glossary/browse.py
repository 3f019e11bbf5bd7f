"""The ways through the glossary: hierarchy, letters of the reader's alphabet, words typed in any language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.urls import reverse

from portal.core.languages.catalogue import CONTENT_CODES, Language, html_lang_for_reader
from portal.core.languages.collation import OTHER, alphabet, letter_of, sort_key
from portal.core.languages.folding import fold
from portal.vocabulary.glossary.wording import Wording, all_terms, term
from portal.vocabulary.models import Concept

#: Of the terms in other languages that match, so many are named beside the one shown.
NAMED = 4

#: Shorter words stand in too many terms to lead anywhere.
_TELLING = 4
#: Of a long question so many words are tried, and so many concepts are offered.
_WORDS_TRIED, _OFFERED = 5, 8


#: A concept with its terms: content code, text, and how that is compared.
_Folded = tuple[Concept, list[tuple[str, str, str]]]


@dataclass(slots=True)
class Entry:
    """A concept in a list. `found` are other terms of it that match the words looked for."""

    pk: int
    term: Wording
    url: str
    narrower: list[Entry] = field(default_factory=list)
    found: list[Wording] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of the index; `entries` are empty for one that no term begins with."""

    name: str
    entries: list[Entry]


def all_concepts() -> list[Concept]:
    """Every concept with its terms and without its notes, in one query."""
    return list(Concept.objects.defer("note", *(f"note_{code}" for code in CONTENT_CODES)))


def hierarchy(concepts: Iterable[Concept], reader: Language) -> list[Entry]:
    """The top concepts with all below them, alphabetical at each level."""
    below: dict[int | None, list[Entry]] = defaultdict(list)
    concepts = list(concepts)
    entries = entries_of(concepts, reader)
    for concept, each in zip(concepts, entries, strict=True):
        below[concept.broader_id].append(each)
    for each in entries:
        each.narrower = in_order(below.get(each.pk, ()), reader)
    return in_order(below[None], reader)


def letters(concepts: Iterable[Concept], reader: Language) -> list[Letter]:
    """All letters of the reader's alphabet with the terms under each.

    Foreign letters follow only when a term begins with one, and last what begins with no letter at all.
    """
    under: dict[str, list[Entry]] = defaultdict(list)
    for each in in_order(entries_of(concepts, reader), reader):
        under[letter_of(each.term.text, reader.code)].append(each)
    names = list(alphabet(reader.code))
    foreign = sorted((name for name in under if name not in names), key=lambda name: (name == OTHER, name))
    return [Letter(name, under.get(name, [])) for name in (*names, *foreign)]


def matching(concepts: Iterable[Concept], text: str, reader: Language) -> list[Entry]:
    """Concepts of which a term in any language contains the text, whatever its script, marks and capitals."""
    return _matching(_folded(concepts), text, reader)


def _folded(concepts: Iterable[Concept]) -> list[_Folded]:
    return [(concept, [(code, each, fold(each)) for code, each in all_terms(concept)]) for concept in concepts]


def _matching(concepts: Iterable[_Folded], text: str, reader: Language) -> list[Entry]:
    wanted = fold(text)
    hits = {}
    for concept, terms in concepts:
        if found := [(code, each) for code, each, folded in terms if wanted in folded]:
            hits[concept] = found
    entries = entries_of(hits, reader)
    for each, found in zip(entries, hits.values(), strict=True):
        each.found = _others(found, each.term, reader)
    return in_order(entries, reader)


def concepts_named_in(text: str, reader: Language) -> list[Entry]:
    """A few concepts to which a question may lead: with all of it in a term, then those with one of its words."""
    words = [word for word in text.split() if len(fold(word)) >= _TELLING]
    if not words:
        return []
    concepts = _folded(all_concepts())
    found: dict[int, Entry] = {}
    for wanted in dict.fromkeys([text, *words[:_WORDS_TRIED]]):
        for entry in _matching(concepts, wanted, reader):
            found.setdefault(entry.pk, entry)
    return list(found.values())[:_OFFERED]


def _others(hits: Sequence[tuple[str, str]], shown: Wording, reader: Language) -> list[Wording]:
    """The matching terms to be named beside the one shown; none when that one matches itself."""
    if any(text == shown.text for _code, text in hits):
        return []
    found: dict[str, Wording] = {}
    for code, text in hits:
        lang = "" if code == reader.content_code else html_lang_for_reader(code, reader)
        found.setdefault(text, Wording(text, lang))
    return list(found.values())[:NAMED]


def entries_of(concepts: Iterable[Concept], reader: Language) -> list[Entry]:
    """An entry for each concept, in the order given. Identifiers are slugs: they need no quoting in an address."""
    glossary = reverse("vocabulary:glossary")
    return [Entry(concept.pk, term(concept, reader), f"{glossary}{concept.identifier}/") for concept in concepts]


def in_order(entries: Iterable[Entry], reader: Language) -> list[Entry]:
    """By the reader's alphabet."""
    return sorted(entries, key=lambda each: sort_key(each.term.text, reader.code))
