"""How a page is classified, as links into the library."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from portal.vocabulary.classification import Classification
from portal.vocabulary.words import TermWord
from search.documents.facets import FacetName


def library_url(facet: FacetName, value: str) -> str:
    """The library with one value of one facet chosen."""
    return f"{reverse('search:library')}?{urlencode({facet.value: value})}"


def classification_links(classification: Classification) -> dict[str, Any]:
    """Rows of "At a glance" that all classified pages may have, and marks for the path.

    `values` of components/glance_row.html.
    """
    return {
        "stage_marks": classification.path,
        "stage_values": term_links(FacetName.STAGE, classification.stages),
        "area_values": term_links(FacetName.AREA, classification.priority_areas),
        "agency_values": term_links(FacetName.AGENCY, classification.agencies),
        "beneficiary_values": [
            {"label": one.name, "url": library_url(FacetName.BENEFICIARY, one.code)}
            for one in classification.beneficiaries
        ],
    }


def term_links(facet: FacetName, terms: Iterable[TermWord]) -> list[dict[str, str]]:
    """Each term as a link to the library with it chosen."""
    return [{"label": term.label, "url": library_url(facet, term.code)} for term in terms]
