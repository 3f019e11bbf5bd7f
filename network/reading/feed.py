"""Events as a feed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from network.models import EventIndexPage
from network.queries.events import newest_public
from portal.core.feeds.answer import feed_answer
from portal.core.feeds.pages import add_page, feed_of_list

#: Programs look more often than this many are announced.
_ENTRIES = 20


def events_feed(page: EventIndexPage, request: HttpRequest) -> HttpResponse:
    """By the day of their announcement. What is public and nothing else, whoever asks."""
    feed = feed_of_list(page, page.reverse_subpage("feed"), request)
    for event in newest_public(_ENTRIES):
        add_page(feed, event, event.first_published_at, request)
    return feed_answer(feed, request)
