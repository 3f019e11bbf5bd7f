"""The texts of concepts and terms as one reader gets them: in their language, else in the nearest one, and marked."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models

from portal.core.languages.catalogue import CONTENT_CODES, LANGUAGES, Language, html_lang_for_reader
from portal.vocabulary.models import Concept


@dataclass(frozen=True, slots=True)
class Wording:
    """A text and the `lang` of the element that shows it; "" where that is the page's own language."""

    text: str
    html_lang: str = ""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Equivalent:
    """A concept's terms in one rendering. `text` is "" where the language has none yet."""

    language: Language
    text: str
    others: list[str]
    is_reader: bool
    needs_review: bool


def wording(word: models.Model, field: str, reader: Language) -> Wording:
    """The translated `field` in the reader's language or the nearest one that has it."""
    for code in (reader.content_code, *reader.fallbacks):
        text = getattr(word, f"{field}_{code}")
        if text:
            return Wording(text, "" if code == reader.content_code else html_lang_for_reader(code, reader))
    return Wording("")


def term(concept: Concept, reader: Language) -> Wording:
    """The preferred term; the identifier for a concept that has none in any language."""
    found = wording(concept, "label", reader)
    return found if found.text else Wording(concept.identifier, "en")


def other_terms(concept: Concept, code: str) -> list[str]:
    """The other terms in one content language."""
    lines = (getattr(concept, f"alternative_labels_{code}") or "").splitlines()
    return [line.strip() for line in lines if line.strip()]


def equivalents(concept: Concept, reader: Language) -> list[Equivalent]:
    """The terms in all seven renderings. Serbian in Latin letters is the same text: its `lang` has it rewritten."""
    return [
        Equivalent(
            language=language,
            text=getattr(concept, f"label_{language.content_code}") or "",
            others=other_terms(concept, language.content_code),
            is_reader=language == reader,
            needs_review=language.content_code in concept.languages_to_review,
        )
        for language in LANGUAGES
    ]


def all_terms(concept: Concept) -> list[tuple[str, str]]:
    """Content code and text of every term of a concept, preferred ones first in each language."""
    return [
        (code, text)
        for code in CONTENT_CODES
        for text in (getattr(concept, f"label_{code}") or "", *other_terms(concept, code))
        if text
    ]
