"""The names of what a resource is classified by: it is found by them in every language, whatever it is written in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import Model

from portal.core.languages.catalogue import CONTENT_CODES
from portal.vocabulary.models import Beneficiary, Term
from search.documents.facets import FacetName

#: Facets of which the names are in the index. The type and the evidence level of a resource say nothing of its subject.
NAMED_FACETS = (FacetName.BENEFICIARY, FacetName.STAGE, FacetName.AREA, FacetName.TARGET, FacetName.AGENCY)

#: What the values of these facets are, with the field that holds the name in each language.
NAME_FIELDS: Mapping[type[Model], str] = {Beneficiary: "name", Term: "label"}


def labels_of(values: Iterable[Model]) -> dict[str, tuple[str, ...]]:
    """By content language the names of these values; a language without any is left out."""
    values = list(values)
    found = {}
    for code in CONTENT_CODES:
        names = tuple(filter(None, (getattr(value, f"{NAME_FIELDS[type(value)]}_{code}") for value in values)))
        if names:
            found[code] = names
    return found
