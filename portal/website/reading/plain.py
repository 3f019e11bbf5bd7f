"""Plain pages and key documentation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from portal.core.models import ContentPage
from portal.core.pages.listing import article_context, home_link, lang_beside
from portal.website.models import PlainPage


def plain_context(page: ContentPage, context: Mapping[str, Any], request: HttpRequest) -> dict[str, Any]:
    """The way to the page names the plain pages above it."""
    above = PlainPage.objects.ancestor_of(page).listed_for(request.user).order_by("path")
    steps = [
        {"label": one.card.headline, "url": one.get_url(request), "lang": lang_beside(one.card.html_lang)}
        for one in above
    ]
    return {
        **article_context(page, context["localized"], context["canonical_url"], request, ""),
        "trail_items": [home_link(), *steps],
    }
