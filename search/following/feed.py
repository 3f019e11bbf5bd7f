"""A search of the library as a feed."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from operator import itemgetter
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid5

from django.http import HttpRequest
from django.utils import timezone, translation

from portal.core.feeds.atom import AtomFeed, OtherRendering, feed_id
from portal.core.feeds.pages import add_page
from portal.core.languages.catalogue import LANGUAGES, Language
from portal.core.languages.reader import current_reader
from portal.core.visibility.audience import Rules, holder
from search.documents.document import document_id
from search.documents.registry import sources
from search.engines.base import EngineError
from search.following.links import feed_path, feed_title, list_path
from search.queries.addresses import pairs_of
from search.queries.choices import Choices
from search.queries.database import database_answer
from search.queries.matching import MOST, matching_ids
from search.queries.parameters import LibraryQuery
from search.queries.results import Viewer, by_source, pages_seen

logger = logging.getLogger(__name__)

#: Programs look more often than this many are published.
_ENTRIES = 50

#: What identifiers of these feeds are made from, together with the search.
_LIBRARY = UUID("6f0c2a51-8a8d-4c07-9a0e-2d5f7b1c3e94")


def feed_of_search(query: LibraryQuery, choices: Choices, request: HttpRequest) -> AtomFeed:
    """What came to the library last, of what is public and of nothing else, whoever asks.

    A program keeps what it gets and shows it to others. The order is that in which resources were first published, so
    that an old standard that was added today is news; of one day, the latest date first. The database answers when
    the engine is away.
    """
    reader = current_reader().language
    addresses = {language: _addresses(query, language, request) for language in LANGUAGES}
    page_url, feed_url = addresses[reader]
    feed = AtomFeed(
        identifier=feed_id(uuid5(_LIBRARY, urlencode(pairs_of(query))), reader.code),
        title=feed_title(query, choices),
        summary="",
        lang=reader.html_lang,
        page_url=page_url,
        feed_url=feed_url,
        updated=None,
        others=[OtherRendering(one.html_lang, urls[1]) for one, urls in addresses.items() if one != reader],
    )
    viewer = Viewer(Rules.of_pages(), holder(None), request)
    for page, published in _latest(_found(query, viewer, reader), viewer):
        add_page(feed, page, published, request)
    return feed


def _addresses(query: LibraryQuery, language: Language, request: HttpRequest) -> tuple[str, str]:
    """Of the list and of its feed, in one rendering."""
    with translation.override(language.code):
        return request.build_absolute_uri(list_path(query)), request.build_absolute_uri(feed_path(query))


def _found(query: LibraryQuery, viewer: Viewer, reader: Language) -> Sequence[str]:
    """Ids, latest date first."""
    try:
        return matching_ids(query, viewer, reader)
    except EngineError as error:
        logger.warning("The search engine is away, the database answers: %s", error)
        return [hit.id for hit in database_answer(query, sources(), viewer, 0, MOST).hits]


def _latest(ids: Sequence[str], viewer: Viewer) -> list[tuple[Any, datetime]]:
    """The pages that came last, each with when it did."""
    came = _first_published(ids)
    # Sorting keeps the order of those that are equal.
    latest = sorted(ids, key=lambda identifier: _day(came.get(identifier)), reverse=True)[:_ENTRIES]
    found = []
    for source, keys in by_source(latest):
        for page in pages_seen(source, keys, viewer):
            day = source.day(page)
            moment = came.get(document_id(source.label, page.pk))
            # Engines give those of one date in any order; a feed in which nothing changed is the same feed.
            found.append((_day(moment), day, page.pk, page, moment or _beginning_of(day)))
    found.sort(key=itemgetter(0, 1, 2), reverse=True)
    return [(page, moment) for *_, page, moment in found]


def _first_published(ids: Iterable[str]) -> dict[str, datetime | None]:
    """None for what was never published from a draft, such as what was brought in by a program."""
    return {
        document_id(source.label, key): moment
        for source, keys in by_source(ids)
        for key, moment in source.model.objects.filter(pk__in=keys).order_by().values_list("pk", "first_published_at")
    }


def _day(moment: datetime | None) -> date:
    return timezone.localdate(moment) if moment else date.min


def _beginning_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
