"""How a page is classified, as links into the library."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from portal.core.languages.collation import sort_key
from portal.core.languages.reader import current_reader
from portal.vocabulary.models import Beneficiary, Term
from portal.vocabulary.models.taxonomy import FacetCode
from search.documents.facets import FacetName


def library_url(facet: FacetName, value: str) -> str:
    """The library with one value of one facet chosen."""
    return f"{reverse('search:library')}?{urlencode({facet.value: value})}"


def beneficiaries_of(page: Any) -> list[Beneficiary]:
    """The beneficiaries of a page in the alphabetical order of the reader's language."""
    language = current_reader().language.code
    return sorted(page.beneficiaries.all(), key=lambda one: sort_key(one.name, language))


def classification_links(page: Any) -> dict[str, Any]:
    """Rows of "At a glance" for a classified page: `values` of components/glance_row.html, and marks for the path.

    Five queries, one for each kind and one for the whole path.
    """
    chosen = {term.pk for term in page.stages.all()}
    stages = list(Term.objects.of(FacetCode.STAGE)) if chosen else []
    return {
        "stage_marks": [term.pk in chosen for term in stages],
        "stage_values": _links(FacetName.STAGE, [term for term in stages if term.pk in chosen]),
        "area_values": _links(FacetName.AREA, _in_order(page.priority_areas.all())),
        "agency_values": _links(FacetName.AGENCY, _in_order(page.agencies.all())),
        "beneficiary_values": [
            {"label": one.name, "url": library_url(FacetName.BENEFICIARY, one.code)} for one in beneficiaries_of(page)
        ],
    }


def _in_order(terms: Iterable[Term]) -> list[Term]:
    return sorted(terms, key=lambda term: (term.position, term.code))


def _links(facet: FacetName, terms: Iterable[Term]) -> list[dict[str, str]]:
    return [{"label": term.label, "url": library_url(facet, term.code)} for term in terms]
