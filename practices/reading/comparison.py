"""What the six beneficiaries report on the parts of a standard, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from portal.core.languages.catalogue import BY_CODE, html_lang_for_reader
from portal.core.languages.reader import current_reader
from portal.core.pages.listing import lang_beside
from portal.vocabulary.classification import alphabetical
from portal.vocabulary.words import beneficiary_words
from practices.models import Standard
from practices.queries.implementations import approved_texts


def comparison(standard: Standard, parts: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The parts that somebody reports on, in the order of `parts` (see components/rule.html, with `pk`), each with a
    line for every beneficiary. A beneficiary without a text is not reported, which says nothing of law or practice.
    """
    texts = approved_texts(standard)
    if not texts:
        return []
    words = alphabetical(beneficiary_words().values(), "name")
    return [
        {
            "number": part["number"],
            "anchor": part["anchor"],
            "heading": part["heading"],
            "lang": part["lang"],
            "lines": [{"beneficiary": word.name, **_shown(texts[part["pk"]].get(word.pk, {}))} for word in words],
        }
        for part in parts
        if part["pk"] in texts
    ]


def _shown(by_language: Mapping[str, str]) -> dict[str, str]:
    """The text in the language nearest to the reader, with the language's name where it is another."""
    reader = current_reader().language
    order = (reader.content_code, *reader.fallbacks, *BY_CODE)
    code = next((one for one in order if one in by_language), "")
    if not code:
        return {"text": "", "lang": "", "language": ""}
    lang = lang_beside(html_lang_for_reader(code, reader))
    return {"text": by_language[code], "lang": lang, "language": BY_CODE[code].native_name if lang else ""}
