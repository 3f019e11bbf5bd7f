"""The exit for feeds: script and status footnote, then whether it is what the asker has already."""

from __future__ import annotations

from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date

from portal.core.feeds.atom import AtomFeed
from portal.core.languages.reader import current_reader
from portal.core.scripts.xml import latinise_xml
from portal.core.status_note.notes import code_for
from portal.core.status_note.xml import mark_xml

#: Seconds for which nobody needs to ask again.
_MAX_AGE = 900


def feed_answer(feed: AtomFeed, request: HttpRequest) -> HttpResponse:
    """The feed as it leaves, or 304 for a program that has this very feed.

    The footnote is in the language of the feed's own words, as it is in that of the document on a page.
    """
    language = code_for(feed.lang, current_reader().language.code)
    body = mark_xml(latinise_xml(feed.writeString("utf-8")), language).encode()
    changed = int(feed.latest_post_date().timestamp())
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    response = HttpResponse(body, content_type=feed.content_type)
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = http_date(changed)
    if not request.user.is_authenticated:
        patch_cache_control(response, public=True, max_age=_MAX_AGE)
    return get_conditional_response(request, etag=etag, last_modified=changed, response=response) or response
