"""What the pages of all resources have in common: trail, kind, citation, classification."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.content_language.localized import Localized
from portal.core.pages.links import canonical_address
from portal.core.pages.listing import article_context, home_link, listed
from portal.vocabulary.classification import Classification
from portal.vocabulary.words import BeneficiaryWord
from practices.reading.citations import citation_of
from practices.reading.kinds import kind_of, name_of
from search.documents.document import document_id
from search.documents.facets import FacetName
from search.queries.classification import classification_links, library_url, term_links
from search.queries.explained import ExplainedTerm
from search.reading_list.keeping import kept_by


def frame_context(
    page: Any, localized: Localized, classification: Classification, request: HttpRequest
) -> dict[str, Any]:
    """The way to the page, and what layouts/article.html shows."""
    kind = kind_of(page)
    address = canonical_address(page, localized, request)
    citation = citation_of(page, localized, address, classification)
    return {
        **article_context(page, localized, address, request, kind.one, citation),
        "list_button": _list_button(page, request),
        "trail_items": [
            home_link(),
            {"label": _("Library"), "url": reverse("search:library")},
            {"label": kind.type.label, "url": library_url(FacetName.TYPE, kind.type.value)},
        ],
    }


def _list_button(page: Any, request: HttpRequest) -> dict[str, Any]:
    """See components/page_tools.html."""
    identifier = document_id(page._meta.label_lower, page.pk)
    return {"id": identifier, "kept": identifier in kept_by(request)}


def terms_context(terms: Sequence[ExplainedTerm], classification: Classification) -> dict[str, Any]:
    """Terms that are marked in the text, and those of the page's concepts that it does not speak of."""
    marked = {term.identifier for term in terms}
    return {
        "page_terms": terms,
        "concepts": [concept for concept in classification.concepts if concept.identifier not in marked],
    }


def classification_context(classification: Classification) -> dict[str, Any]:
    """Values of "At a glance", each a link into the library."""
    return {
        **classification_links(classification),
        "target_values": term_links(FacetName.TARGET, classification.target_groups),
    }


def resource_items(
    pages: Iterable[Any], beneficiaries: Mapping[int, Iterable[BeneficiaryWord]], request: HttpRequest
) -> list[dict[str, Any]]:
    """Pages in the form of components/related_list.html: kind and beneficiaries after each title."""
    return [listed(page, request, note=resource_note(page, beneficiaries.get(page.pk, ()))) for page in pages]


def resource_note(page: Any, beneficiaries: Iterable[BeneficiaryWord]) -> str:
    """What stands after the title of a page in lists: its kind and its beneficiaries."""
    return " · ".join(filter(None, [name_of(page), ", ".join(one.name for one in beneficiaries)]))


def toc_entry(anchor: str, label: Any, **more: Any) -> dict[str, Any]:
    """An entry of the list of contents, see components/toc.html."""
    return {"anchor": anchor, "label": label, **more}


def closing_entries(context: dict[str, Any]) -> list[dict[str, Any]]:
    """Contents of what follows the text of every resource; what has nothing to show is left out."""
    parts = [
        ("documents", _("Documents"), context.get("files")),
        ("standards", _("Related standards"), context.get("standard_items")),
        ("people", _("Who has done this?"), context["done"].is_shown),
        ("related", _("Related content"), context.get("related")),
        ("terms", _("Terms on this page"), context.get("page_terms")),
        ("concepts", _("Related terms in the glossary"), context.get("concepts")),
        ("citation", _("How to cite"), True),
    ]
    return [toc_entry(anchor, label) for anchor, label, there in parts if there]
