"""Counting searches and clicks. Nothing here delays or breaks an answer: what cannot be counted at once is not."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.cache import cache
from django.db import DatabaseError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from portal.core.languages.reader import current_reader
from search.clients import client_of, seconds_to_wait
from search.documents.document import parse_document_id
from search.documents.registry import source_of
from search.statistics.counts import ClickCount, SearchCount, add_to, count
from search.statistics.patience import hardly_waiting
from search.statistics.tasks import trim_statistics
from search.statistics.wording import counted_text, folded

logger = logging.getLogger(__name__)

#: Seconds in which the same words of the same client are one search: it is read again, narrowed, sorted, come back to.
_SAME_SEARCH = 30 * 60
_DAY = 24 * 3600

#: Machines that say what they are.
_MACHINE = re.compile("bot|crawl|spider|slurp", re.IGNORECASE)

#: Keys that a database can hold.
_LARGEST_KEY = 2**63 - 1


def count_search(request: HttpRequest, text: str, *, found_nothing: bool) -> None:
    """To be called when the answer is made. Only what a reader asked for, and not asked for just now, counts."""
    with _out_of_the_way():
        if not is_by_a_reader(request) or not _is_new(request, text):
            return
        key = {**_today(), "text": counted_text(text)}
        with hardly_waiting():
            count(SearchCount, key, {"searches": 1, "found_nothing": int(found_nothing)})
        if cache.add("search-statistics:trimmed", True, _DAY):
            trim_statistics.enqueue()


def count_click(request: HttpRequest, text: str, document: str, rank: int) -> None:
    """A result of the search for `text` was opened: the document with this id, which stood at this place (from 1).

    Does not count what this visitor may not see, or sends too often.
    """
    with _out_of_the_way():
        if seconds_to_wait("search-clicks", request):
            return
        page = _visible_page(document, request.user)
        if page is None:
            return
        numbers = {"clicks": 1, "ranks": rank}
        with hardly_waiting():
            # Only where the search itself was counted today: so nobody brings in texts by sending clicks.
            add_to(SearchCount.objects.filter(**_today(), text=counted_text(text)), numbers)
            count(ClickCount, {**_today(), "page_id": page}, numbers)


@contextmanager
def _out_of_the_way() -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        # A lock, most of the time.
        logger.warning("The search statistics lack something: %s", error)
    except Exception:
        # The answer is made: that the cache is away, say, is no reason to take it back.
        logger.exception("The search statistics lack something")


def _today() -> dict[str, Any]:
    return {"day": timezone.localdate(), "rendering": current_reader().language.code}


def is_by_a_reader(request: HttpRequest) -> bool:
    """Not by a machine, nor by a browser that loads in advance, nor by an editor who tries a word of the report."""
    headers = request.headers
    return (
        request.method == "GET"
        and not any("prefetch" in headers.get(name, "") for name in ("Sec-Purpose", "Purpose", "X-Moz"))
        and not _MACHINE.search(headers.get("User-Agent", ""))
        and "/admin/" not in headers.get("Referer", "")
    )


def _is_new(request: HttpRequest, text: str) -> bool:
    """Whether this client has not searched for the same just now.

    The cache, not the database, remembers for that time a fingerprint that nobody can read anything off.
    """
    asked = f"{client_of(request)} {folded(text)}"
    fingerprint = salted_hmac("search.statistics", asked, algorithm="sha256").hexdigest()
    return cache.add(f"search-statistics:{fingerprint}", True, _SAME_SEARCH)


def _visible_page(document: str, user: Any) -> int | None:
    """The key of the page, if it is a resource of the library that the user may see."""
    try:
        label, key = parse_document_id(document)
    except ValueError:
        return None
    source = source_of(label)
    if source is None or key > _LARGEST_KEY:
        return None
    return key if source.model.objects.listed_for(user).filter(pk=key).exists() else None
