"""Words of the vocabulary: found by their code, made when they are not there."""

from typing import Any

from portal.core.languages.catalogue import CONTENT_CODES
from portal.vocabulary.models import Beneficiary, Concept, Facet, Term
from portal.vocabulary.models.taxonomy import FacetCode

NAMES = {
    "AL": "Albania",
    "BA": "Bosnia and Herzegovina",
    "XK": "Kosovo",
    "ME": "Montenegro",
    "MK": "North Macedonia",
    "RS": "Serbia",
}


def make_term(facet: FacetCode, code: str, **fields: Any) -> Term:
    """A term of a facet; its label is its code in all languages unless `fields` has `label_<language>`."""
    found, _ = Facet.objects.get_or_create(code=facet.value, defaults=_in_all("label", facet.value))
    term, _ = Term.objects.get_or_create(facet=found, code=code, defaults={**_in_all("label", code), **fields})
    return term


def make_beneficiary(code: str, **fields: Any) -> Beneficiary:
    name = NAMES[code]
    defaults = {
        "slug": name.lower().replace(" ", "-"),
        "portal_languages": "en",
        "timezone": "Europe/Belgrade",
        **_in_all("name", name),
        **fields,
    }
    return Beneficiary.objects.get_or_create(code=code, defaults=defaults)[0]


def make_concept(identifier: str, **fields: Any) -> Concept:
    """A concept; its label is its identifier in all languages unless `fields` has `label_<language>`."""
    return Concept.objects.get_or_create(identifier=identifier, defaults={**_in_all("label", identifier), **fields})[0]


def _in_all(field: str, text: str) -> dict[str, str]:
    return {f"{field}_{code}": text for code in CONTENT_CODES}
