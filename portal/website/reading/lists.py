"""The lists of news and of highlights, with their years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.http import HttpRequest

from portal.core.pages.links import alternates
from portal.core.pages.listing import home_link
from portal.website.models import HighlightPage, NewsPage
from portal.website.queries.archive import page_of, year_asked, year_links, years_of
from portal.website.queries.dated import DatedPage, dated_pages
from portal.website.reading.items import news_items
from search.queries.pagination import links_of

#: Years of the action's forerunners: their highlights have a place even before somebody has entered them.
FORERUNNERS = range(2015, 2020)


def news_list_context(page: Any, context: Mapping[str, Any], request: HttpRequest) -> dict[str, Any]:
    return _list_context(NewsPage, page, context, request, always=())


def highlights_context(page: Any, context: Mapping[str, Any], request: HttpRequest) -> dict[str, Any]:
    return _list_context(HighlightPage, page, context, request, always=FORERUNNERS)


def _list_context(
    model: type[DatedPage], page: Any, context: Mapping[str, Any], request: HttpRequest, always: Iterable[int]
) -> dict[str, Any]:
    pages = dated_pages(model, request.user)
    years = years_of(pages, always)
    year = year_asked(request, years)
    path = page.get_url(request) or ""
    shown = page_of(pages.filter(date__year=year) if year else pages, request)
    items = news_items(shown, request)
    links = links_of(shown, path, year=year)
    query = next((entry.url for entry in links.pages if entry.current), path).removeprefix(path)
    language_links = [replace(link, url=link.url + query) for link in context["language_links"]]
    return {
        "trail_items": [home_link()],
        "items": items,
        "year": year,
        "years": year_links(path, years, year),
        "all_url": path,
        "page_number": shown.number,
        "page_links": links,
        "has_sample": any(item["is_sample"] for item in items),
        "language_links": language_links,
        "alternates": alternates(language_links, request),
        "canonical_url": context["canonical_url"] + query,
        "feed_url": path + page.reverse_subpage("feed"),
    }
