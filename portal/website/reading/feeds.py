"""News and highlights as feeds."""

from __future__ import annotations

from datetime import datetime, time

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from portal.core.feeds.answer import feed_answer
from portal.core.feeds.pages import add_page, feed_of_list
from portal.website.models import HighlightPage, HighlightsIndexPage, NewsIndexPage, NewsPage
from portal.website.queries.dated import DatedPage, newest_public

#: Programs look more often than this many are published.
_ENTRIES = 20


def news_feed(page: NewsIndexPage, request: HttpRequest) -> HttpResponse:
    return _feed(page, NewsPage, request)


def highlights_feed(page: HighlightsIndexPage, request: HttpRequest) -> HttpResponse:
    return _feed(page, HighlightPage, request)


def _feed(page: NewsIndexPage | HighlightsIndexPage, model: type[DatedPage], request: HttpRequest) -> HttpResponse:
    """What is public and nothing else, whoever asks: programs keep what they get, and show it to others."""
    feed = feed_of_list(page, page.reverse_subpage("feed"), request)
    for one in newest_public(model, _ENTRIES):
        day = timezone.make_aware(datetime.combine(one.date, time.min))
        add_page(feed, one, day, request)
    return feed_answer(feed, request)
