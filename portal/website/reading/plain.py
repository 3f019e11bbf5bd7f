"""Plain pages and key documentation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from portal.core.models import ContentPage
from portal.core.pages.listing import article_context, home_link, lang_beside
from portal.website.models import PlainPage
from portal.website.reading.texts import texts_context


def plain_context(page: ContentPage, context: Mapping[str, Any], request: HttpRequest) -> dict[str, Any]:
    """The way to the page names the plain pages above it."""
    above = PlainPage.objects.ancestor_of(page).listed_for(request.user).order_by("path")
    steps = [
        {"label": one.card.headline, "url": one.get_url(request), "lang": lang_beside(one.card.html_lang)}
        for one in above
    ]
    article = article_context(page, context["localized"], context["canonical_url"], request, "")
    return {
        **article,
        **texts_context(article, context["localized"]),
        "trail_items": [home_link(), *steps],
    }
