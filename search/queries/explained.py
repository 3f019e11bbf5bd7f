"""Terms of the glossary in texts that are read: the first mention of each leads to what it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES, Language, html_lang_for_reader
from portal.core.languages.reader import current_reader
from portal.core.markup.edits import Edit, apply_edits
from portal.core.markup.references import decode_with_ends
from portal.core.markup.scanner import scan_html
from portal.core.pages.listing import lang_beside
from portal.vocabulary.glossary.wording import Wording, wording
from portal.vocabulary.models import Concept
from search.lexicon.glossary import Glossary, Mention, current_glossary

#: More marks would disturb those who read.
MOST: Final = 12

#: In a link there can be no other; headings and buttons are to be looked over.
_LEFT_ALONE: Final = frozenset({"a", "button", "h1", "h2", "h3", "h4", "h5", "h6", "summary"})


@dataclass(frozen=True, slots=True)
class Equivalent:
    """What a concept is called in these languages, which have one word for it."""

    languages: list[Language]
    text: str
    html_lang: str


@dataclass(frozen=True, slots=True)
class ExplainedTerm:
    """In the form of components/page_terms.html; each text has its `html_lang`, "" where it is the page's own."""

    identifier: str
    url: str
    term: Wording
    note: Wording
    equivalents: list[Equivalent]


@dataclass(frozen=True, slots=True)
class Explained:
    """Texts in which the terms lead to `#term-<identifier>`, and what is to be said there, in the order of the text."""

    texts: list[SafeString]
    terms: list[ExplainedTerm] = field(default_factory=list)


class _Found(NamedTuple):
    """The first mention of a concept: which text it is in, and where in its markup."""

    text: int
    start: int
    end: int
    mention: Mention


def explained(texts: Sequence[str], code: str) -> Explained:
    """Texts of one page in a content language, safe HTML in the order in which they are read, with terms marked.

    Of more than MOST terms, those that have a note come first, then those of several words, then those named first. One
    query when there is a text, none otherwise.
    """
    if not any(texts):
        return Explained([mark_safe(text) for text in texts])  # noqa: S308 - it was safe before
    glossary = current_glossary()
    reader = current_reader().language
    found = _first_mentions(texts, code, glossary)
    concepts = glossary.concepts
    ranked = sorted(
        found, key=lambda one: (not wording(concepts[one.mention.identifier], "note", reader).text, -one.mention.length)
    )
    chosen = sorted(ranked[:MOST])
    return Explained(
        [_marked(text, [one for one in chosen if one.text == number]) for number, text in enumerate(texts)],
        [_explained_term(concepts[one.mention.identifier], code, reader) for one in chosen],
    )


def _first_mentions(texts: Sequence[str], code: str, glossary: Glossary) -> list[_Found]:
    terms = glossary.terms(code)
    found: dict[str, _Found] = {}
    for number, text in enumerate(texts):
        for start, end in _prose(text):
            decoded, ends = decode_with_ends(text[start:end], start)
            for mention in terms.mentions(decoded):
                begins = ends[mention.start - 1] if mention.start else start
                found.setdefault(mention.identifier, _Found(number, begins, ends[mention.end - 1], mention))
    return list(found.values())


def _prose(html: str) -> Iterator[tuple[int, int]]:
    """Where text in the language of the page stands that may be marked. A term does not go on over a tag."""
    left_alone = 0
    for piece in scan_html(html):
        if piece.name in _LEFT_ALONE:
            left_alone += 1 if piece.kind == "start" else -1
        elif piece.kind == "text" and left_alone <= 0:
            context = piece.context
            if not context.lang and context.translate and not context.verbatim:
                yield piece.start, piece.end


def _marked(text: str, mentions: Sequence[_Found]) -> SafeString:
    edits: list[Edit] = []
    for one in mentions:
        edits.append(Edit(one.start, one.start, f'<a class="term" href="#term-{one.mention.identifier}">'))
        edits.append(Edit(one.end, one.end, "</a>"))
    return mark_safe(apply_edits(text, edits))  # noqa: S308 - it was safe before, and identifiers are slugs


def _explained_term(concept: Concept, code: str, reader: Language) -> ExplainedTerm:
    lang = lang_beside(html_lang_for_reader(code, reader))
    return ExplainedTerm(
        identifier=concept.identifier,
        url=f"{reverse('vocabulary:glossary')}{concept.identifier}/",
        term=Wording(getattr(concept, f"label_{code}") or concept.identifier, lang),
        note=wording(concept, "note", reader),
        equivalents=_equivalents(concept, code, reader),
    )


def _equivalents(concept: Concept, code: str, reader: Language) -> list[Equivalent]:
    """What it is called in the other languages, the reader's own first; languages that share a word stand together."""
    others = [other for other in CONTENT_CODES if other != code]
    others.sort(key=lambda other: other != reader.content_code)
    found: dict[str, Equivalent] = {}
    for other in others:
        if text := getattr(concept, f"label_{other}"):
            language = reader if other == reader.content_code else BY_CODE[other]
            lang = lang_beside(html_lang_for_reader(other, reader))
            found.setdefault(text, Equivalent([], text, lang)).languages.append(language)
    return list(found.values())
