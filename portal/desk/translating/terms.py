"""Terms of the glossary in a source text, and whether the translation has what was agreed for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from portal.core.markup.edits import Edit, apply_edits
from portal.core.markup.references import decode_with_ends
from portal.core.markup.scanner import scan_html
from portal.desk.units.unit import Unit
from portal.desk.units.words import paragraphs
from search.lexicon.glossary import Glossary


@dataclass(frozen=True, slots=True)
class AgreedTerm:
    """`term` as it is called in the source language, and its agreed `equivalent`, "" when there is none yet.

    `is_missing`: there is a translation, and no form of the equivalent is in it.
    """

    identifier: str
    term: str
    equivalent: str
    is_missing: bool


def agreed_terms(unit: Unit, glossary: Glossary, source_code: str, target_code: str) -> list[AgreedTerm]:
    """The terms of a source text in the order in which they are first named."""
    identifiers = dict.fromkeys(
        mention.identifier
        for text in paragraphs(unit.source, unit.kind)
        for mention in glossary.terms(source_code).mentions(text)
    )
    return [_agreed(identifier, unit, glossary, source_code, target_code) for identifier in identifiers]


def marked(html: str, glossary: Glossary, source_code: str) -> SafeString:
    """Safe HTML with each term of the glossary in it marked."""
    edits: list[Edit] = []
    for piece in scan_html(html):
        if piece.kind == "text":
            edits += _marks(html, piece.start, piece.end, glossary, source_code)
    return mark_safe(apply_edits(html, edits))  # noqa: S308 - it was safe before, and so are the marks


def _marks(html: str, start: int, end: int, glossary: Glossary, source_code: str) -> Iterator[Edit]:
    text, ends = decode_with_ends(html[start:end], start)
    for mention in glossary.terms(source_code).mentions(text):
        begins = ends[mention.start - 1] if mention.start else start
        yield Edit(begins, begins, '<mark class="translating-term">')
        yield Edit(ends[mention.end - 1], ends[mention.end - 1], "</mark>")


def _agreed(identifier: str, unit: Unit, glossary: Glossary, source_code: str, target_code: str) -> AgreedTerm:
    concept = glossary.concepts[identifier]
    equivalent = getattr(concept, f"label_{target_code}") or ""
    written = " \n ".join(paragraphs(unit.target, unit.kind))
    missing = bool(written and equivalent) and not glossary.terms(target_code).has_preferred(identifier, written)
    return AgreedTerm(identifier, getattr(concept, f"label_{source_code}") or "", equivalent, missing)
