"""What an entry on a part of a standard is called, and where it is decided on."""

from __future__ import annotations

from dataclasses import dataclass

from portal.core.content_language.localized import localized_for_card
from portal.core.languages.catalogue import Language
from portal.vocabulary.words import beneficiary_words
from practices.models import Implementation
from practices.reading.parts import numbered, words_in


@dataclass(frozen=True, slots=True)
class NamedEntry:
    """`standard` is in the language `standard_lang` (BCP 47), "" where it is the reader's."""

    title: str
    standard: str
    standard_lang: str
    url: str


def named(entry: Implementation, language: Language) -> NamedEntry:
    """In this language, which is the active one. The entry's part, its standard and its beneficiary are at hand."""
    page = entry.part.standard
    card = localized_for_card(page, language)
    lang = card.html_lang if card is not None else ""
    part = numbered(entry.part.number, words_in(language.content_code))
    below = page.reverse_subpage("comparison_entry", args=[entry.part.anchor, entry.beneficiary.slug])
    return NamedEntry(
        title=f"{part}, {beneficiary_words()[entry.beneficiary_id].name}",
        standard=card.headline if card is not None else page.title,
        standard_lang=lang if lang != language.html_lang else "",
        url=(page.get_url() or "") + below,
    )
