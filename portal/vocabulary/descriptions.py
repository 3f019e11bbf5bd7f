"""What terms mean, in the words that their editors wrote, as one reader gets them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from portal.core.languages.reader import current_reader
from portal.vocabulary.glossary.wording import wording
from portal.vocabulary.models import Term
from portal.vocabulary.models.taxonomy import FacetCode


@dataclass(frozen=True, slots=True)
class Description:
    """One sentence, then the rest; both are in one language, whose `html_lang` is "" where it is the page's own."""

    sentence: str
    rest: str
    html_lang: str


def descriptions_of(facet: FacetCode) -> Mapping[str, Description]:
    """By code the description of each term of a facet that has one (one query)."""
    reader = current_reader().language
    found = {}
    for term in Term.objects.filter(facet__code=facet):
        text = wording(term, "description", reader)
        lines = list(filter(None, map(str.strip, text.text.splitlines())))
        if lines:
            found[term.code] = Description(lines[0], " ".join(lines[1:]), text.html_lang)
    return found
