"""What all pages of a closed space share: who gets in, and what stands around the content."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from network.models import WorkingGroupPage
from network.queries.memberships import may_enter
from portal.core.pages.links import language_links_for_path
from portal.core.pages.listing import home_link
from portal.core.pages.places import place_url


def enter(page: WorkingGroupPage, request: HttpRequest) -> None:
    """Raises Http404 for whoever is no member."""
    if not may_enter(request.user, page):
        raise Http404


def space_context(page: WorkingGroupPage, request: HttpRequest, *trail: dict[str, str]) -> dict[str, Any]:
    """For templates that extend network/space/layout.html. `trail` are the steps from the closed space to here."""
    context = page.get_context(request)
    page_url = page.get_url(request) or ""
    space = {"label": _("Closed space"), "url": page_url + page.reverse_subpage("space")}
    return {
        **context,
        # The same part of the space in the other languages, not the page of the group.
        "language_links": language_links_for_path(request),
        "alternates": [],
        "canonical_url": "",
        "page_url": page_url,
        "space_url": space["url"],
        "trail_items": [
            home_link(),
            {"label": _("Working groups"), "url": place_url(request, "network.workinggroupindexpage")},
            {"label": context["localized"].headline, "url": page_url},
            *([space, *trail[:-1]] if trail else []),
        ],
    }
