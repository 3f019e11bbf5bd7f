"""What the pages of all resources have in common: trail, kind, citation, classification."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.content_language.localized import Localized
from portal.core.pages.listing import article_context, home_link, listed
from portal.vocabulary.classification import Classification
from portal.vocabulary.words import BeneficiaryWord
from practices.models import GoodPractice, Methodology, Standard
from practices.models.index_page import ResourceType
from search.documents.facets import FacetName
from search.queries.classification import classification_links, library_url, term_links


@dataclass(frozen=True, slots=True)
class Kind:
    """A page type as readers know it: `one` names a single page of it."""

    type: ResourceType
    one: Any


KINDS: dict[type, Kind] = {
    GoodPractice: Kind(ResourceType.GOOD_PRACTICE, gettext_lazy("Good practice")),
    Standard: Kind(ResourceType.STANDARD, gettext_lazy("Standard")),
    Methodology: Kind(ResourceType.METHODOLOGY, gettext_lazy("Programme methodology")),
}


def kind_of(page: Any) -> Kind:
    return KINDS[type(page)]


def frame_context(
    page: Any, localized: Localized, classification: Classification, request: HttpRequest
) -> dict[str, Any]:
    """The way to the page, concepts of the glossary, and what layouts/article.html shows; cited with beneficiaries."""
    kind = kind_of(page)
    address = request.build_absolute_uri(page.get_url(request) or "/")
    cited_as = ", ".join([str(kind.one), *(one.name for one in classification.beneficiaries)])
    return {
        **article_context(page, localized, address, request, kind.one, cited_as),
        "trail_items": [
            home_link(),
            {"label": _("Library"), "url": reverse("search:library")},
            {"label": kind.type.label, "url": library_url(FacetName.TYPE, kind.type.value)},
        ],
        "concepts": classification.concepts,
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
    return " · ".join(filter(None, [str(kind_of(page).one), ", ".join(one.name for one in beneficiaries)]))


def toc_entry(anchor: str, label: Any, **more: Any) -> dict[str, Any]:
    """An entry of the list of contents, see components/toc.html."""
    return {"anchor": anchor, "label": label, **more}


def closing_entries(context: dict[str, Any]) -> list[dict[str, Any]]:
    """Contents of what follows the text of every resource; what has nothing to show is left out."""
    parts = [
        ("documents", _("Documents"), context.get("files")),
        ("standards", _("Related standards"), context.get("standard_items")),
        ("related", _("Related content"), context.get("related")),
        ("concepts", _("Terms in the glossary"), context.get("concepts")),
        ("citation", _("How to cite"), True),
    ]
    return [toc_entry(anchor, label) for anchor, label, there in parts if there]
