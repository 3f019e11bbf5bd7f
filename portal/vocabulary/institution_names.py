"""What an institution is called for a reader, and in which language that is."""

from __future__ import annotations

from portal.core.languages.catalogue import Language
from portal.vocabulary.models import Institution


def shown_code(institution: Institution, reader: Language) -> str:
    """The content language of the name that this reader sees.

    English is a translation made for all readers; it comes before a neighbour's language.
    """
    codes = (reader.content_code, "en", *reader.fallbacks)
    return next((code for code in codes if getattr(institution, f"name_{code}")), "en")


def name_in(institution: Institution, code: str) -> str:
    """The name in a content language; "" when there is none."""
    return getattr(institution, f"name_{code}") or ""
