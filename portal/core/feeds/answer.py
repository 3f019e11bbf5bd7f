"""The exit for feeds: script and status footnote, then whether it is what the asker has already."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from portal.core.feeds.atom import AtomFeed
from portal.core.languages.reader import current_reader
from portal.core.made_files import made_file
from portal.core.scripts.xml import latinise_xml
from portal.core.status_note.notes import code_for
from portal.core.status_note.xml import mark_xml


def feed_answer(feed: AtomFeed, request: HttpRequest) -> HttpResponse:
    """The feed as it leaves, or 304 for a program that has this very feed.

    The footnote is in the language of the feed's own words, as it is in that of the document on a page.
    """
    language = code_for(feed.lang, current_reader().language.code)
    body = mark_xml(latinise_xml(feed.writeString("utf-8")), language).encode()
    changed = int(feed.latest_post_date().timestamp())
    return made_file(body, feed.content_type, request, is_public=True, changed=changed)
