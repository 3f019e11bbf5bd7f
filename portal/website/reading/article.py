"""A piece of news, a highlight."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.core.pages.listing import article_context, home_link, listed
from portal.core.visibility.audience import may_see_collection
from portal.vocabulary.classification import Classification
from portal.website.models import HighlightPage, NewsPage
from portal.website.queries.dated import related_pages
from portal.website.reading.items import picture
from portal.website.reading.texts import texts_context
from search.queries.classification import classification_links

_PICTURE = "width-1200"


def news_context(page: NewsPage, context: Mapping[str, Any], request: HttpRequest) -> dict[str, Any]:
    names = {"list_label": _("News"), "back_label": _("All news"), "related_title": _("Related news")}
    return _article(page, context, request, _("News"), names)


def highlight_context(page: HighlightPage, context: Mapping[str, Any], request: HttpRequest) -> dict[str, Any]:
    names = {
        "list_label": _("Highlights"),
        "back_label": _("All highlights"),
        "related_title": _("Related highlights"),
    }
    return _article(page, context, request, _("Highlight"), names)


def _article(
    page: NewsPage | HighlightPage,
    context: Mapping[str, Any],
    request: HttpRequest,
    kind: str,
    names: Mapping[str, str],
) -> dict[str, Any]:
    parent = page.get_parent()
    back_url = parent.get_url(request) if parent is not None else ""
    classification = Classification(page)
    localized, address = context["localized"], context["canonical_url"]
    image = page.image if page.image and may_see_collection(request.user, page.image.collection) else None
    article = article_context(page, localized, address, request, kind, page.get_citation(localized, address))
    return {
        **article,
        **texts_context(article, localized),
        **classification_links(classification),
        **names,
        "trail_items": [home_link(), {"label": names["list_label"], "url": back_url}],
        "back_url": back_url,
        "picture": picture(image, _PICTURE),
        "related": [listed(other, request) for other in related_pages(page, classification, request.user)],
    }
