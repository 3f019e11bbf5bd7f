"""Lists that are pages as feeds, and pages as entries of any feed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest

from portal.core.feeds.atom import AtomFeed, OtherRendering, feed_id
from portal.core.languages.reader import current_reader
from portal.core.models import ContentPage
from portal.core.pages.links import language_links_for_page


def feed_of_list(page: ContentPage, below: str, request: HttpRequest) -> AtomFeed:
    """The feed of a list, still without entries; it lies at `below` under the list's page in all renderings.

    Raises Http404 when no language of the list is ready.
    """
    reader = current_reader().language
    localized = page.for_reader(reader)
    if localized is None:
        raise Http404("No language of this list is ready.")
    links = language_links_for_page(page, request)
    addresses = {link.language: request.build_absolute_uri(link.url) for link in links}
    return AtomFeed(
        identifier=feed_id(page.translation_key, reader.code),
        title=localized.headline,
        summary=localized.summary,
        lang=localized.html_lang,
        page_url=addresses[reader],
        feed_url=addresses[reader] + below,
        updated=page.last_published_at,
        others=[
            OtherRendering(link.language.html_lang, addresses[link.language] + below)
            for link in links
            if link.ready and not link.current
        ],
    )


def add_page(feed: AtomFeed, page: Any, published: datetime, request: HttpRequest) -> None:
    """Title and summary of a page in the language nearest to the reader, as a list shows them.

    The page must have a language that may be shown (`listed_for`).
    """
    card = page.card
    feed.add_entry(
        identifier=feed_id(page.translation_key, current_reader().language.code),
        title=card.headline or page.title,
        summary=card.summary,
        lang=card.html_lang,
        url=request.build_absolute_uri(page.get_url(request)),
        published=published,
        updated=page.last_published_at or published,
    )
