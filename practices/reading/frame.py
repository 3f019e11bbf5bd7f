"""What the pages of all resources have in common: trail, badges, files, citation, related resources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.content_language.localized import Localized
from portal.core.files.listing import attached_files
from portal.core.languages.reader import current_reader
from portal.core.visibility.audience import PUBLIC, audience_of_page
from practices.models import GoodPractice, Methodology, Standard
from practices.models.index_page import ResourceType
from practices.queries.classification import Classification, alphabetical
from practices.queries.related import related_resources
from search.documents.facets import FacetName


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


def library_url(facet: FacetName, value: str) -> str:
    """The library with one value of one facet chosen."""
    return f"{reverse('search:library')}?{urlencode({facet.value: value})}"


def kind_of(page: Any) -> Kind:
    return KINDS[type(page)]


def frame_context(
    page: Any, localized: Localized, classification: Classification, request: HttpRequest
) -> dict[str, Any]:
    """Trail, badges, who may see it, attached files, concepts, citation, last update."""
    kind = kind_of(page)
    reader = current_reader().language
    published = page.last_published_at or page.latest_revision_created_at
    updated_on = timezone.localdate(published) if published else None
    address = request.build_absolute_uri(page.get_url(request) or "/")
    return {
        "trail_items": [
            {"label": _("Home"), "url": f"/{reader.code}/"},
            {"label": _("Library"), "url": reverse("search:library")},
            {"label": kind.type.label, "url": library_url(FacetName.TYPE, kind.type.value)},
        ],
        "kind_label": kind.one,
        "is_restricted": audience_of_page(page) != PUBLIC,
        "files": attached_files(page, request.user),
        "concepts": classification.concepts,
        "updated_on": updated_on,
        "citation": citation(page, localized, classification, updated_on, address),
    }


def classification_context(classification: Classification) -> dict[str, Any]:
    """Values of "At a glance", each a link into the library."""
    return {
        "stage_marks": classification.path,
        "stage_values": _links(FacetName.STAGE, classification.stages),
        "target_values": _links(FacetName.TARGET, classification.target_groups),
        "agency_values": _links(FacetName.AGENCY, classification.agencies),
        "area_values": _links(FacetName.AREA, classification.priority_areas),
        "beneficiary_values": [
            {"label": one.name, "url": library_url(FacetName.BENEFICIARY, one.code)}
            for one in classification.beneficiaries
        ],
    }


def related_context(page: Any, classification: Classification, request: HttpRequest) -> dict[str, Any]:
    return {"related": resource_items(related_resources(page, classification, request.user), request)}


def resource_items(pages: Iterable[Any], request: HttpRequest) -> list[dict[str, Any]]:
    """Pages in the form of components/related_list.html: kind and beneficiaries after each title."""
    reader = current_reader().language
    items = []
    for page in pages:
        card = page.card
        if card is None:
            continue
        names = ", ".join(one.name for one in alphabetical(page.beneficiaries, "name"))
        items.append(
            {
                "title": card.headline,
                "title_lang": "" if card.html_lang == reader.html_lang else card.html_lang,
                "url": page.get_url(request),
                "note": " · ".join(filter(None, [str(kind_of(page).one), names])),
                "is_sample": page.is_sample,
            }
        )
    return items


def citation(
    page: Any, localized: Localized, classification: Classification, updated_on: date | None, address: str
) -> dict[str, Any]:
    """Parts of a citation, as components/citation.html puts them together."""
    about = [str(kind_of(page).one), *(one.name for one in classification.beneficiaries)]
    updated = _("Last updated %(date)s") % {"date": date_format(updated_on, "DATE_FORMAT")} if updated_on else ""
    return {
        "author": settings.WAGTAIL_SITE_NAME,
        "year": updated_on.year if updated_on else "",
        "title": localized.headline,
        "kind": ", ".join(about),
        "note": updated,
        "url": address,
    }


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


def _links(facet: FacetName, terms: Iterable[Any]) -> list[dict[str, str]]:
    return [{"label": term.label, "url": library_url(facet, term.code)} for term in terms]
