"""Any list of the library as a feed."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from portal.core.feeds.answer import feed_answer
from search.following.feed import feed_of_search
from search.queries.choices import Choices
from search.queries.parameters import parse


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The parameters are those of the list; order and page are the feed's own."""
    choices = Choices.load()
    asked = parse(request.GET, choices)
    return feed_answer(feed_of_search(replace(asked, sort=asked.default_sort, page=1), choices, request), request)
