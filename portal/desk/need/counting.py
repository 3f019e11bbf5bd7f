"""Counting who reads what in which language, without delaying anybody and without anybody's data.

Nothing is written while somebody waits for a page. Reads are added up in the memory of the process, and every now and
then one request writes them, after its answer has been sent. What a process had not written when it ends, and what the
database could not take within a moment, is lost: the counts say where work is wanted, not who is to be paid.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable
from typing import Any, Final

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.models import Page

from portal.core.languages.reader import current_reader
from portal.desk.models import ReadCount
from portal.desk.need.retention import trim
from search.statistics.counts import count
from search.statistics.patience import hardly_waiting
from search.statistics.recording import is_by_a_reader

logger = logging.getLogger(__name__)

#: Written when there are so many different pages and renderings, or when so many seconds have passed.
_MOST_KEPT: Final = 50
_SECONDS: Final = 60
_DAY: Final = 24 * 3600

#: Day, rendering and page.
Key = tuple[Any, str, int]

_lock = threading.Lock()
_reads: Counter[Key] = Counter()
_written_at = time.monotonic()

Serve = Callable[[Page, HttpRequest, list[Any], dict[str, Any]], HttpResponse]


def counted(serve: Serve) -> Serve:
    """Serves a page and counts it, if a reader got it to read: no feed, no file, nothing that is not there."""

    def serve_and_count(page: Page, request: HttpRequest, args: list[Any], kwargs: dict[str, Any]) -> HttpResponse:
        response = serve(page, request, args, kwargs)
        if settings.READ_COUNT_DAYS and _is_read(request, response):
            with _lock:
                _reads[(timezone.localdate(), current_reader().language.code, page.pk)] += 1
        return response

    return serve_and_count


def _is_read(request: HttpRequest, response: HttpResponse) -> bool:
    """Whoever works in the administration looks at pages because they are there, not because they need them."""
    return (
        response.status_code == 200
        and response.headers.get("Content-Type", "").startswith("text/html")
        and is_by_a_reader(request)
        and not request.user.has_perm("wagtailadmin.access_admin")
    )


def write_when_due(**_signal: Any) -> None:
    """To be called after an answer has been sent."""
    if _reads and (len(_reads) >= _MOST_KEPT or time.monotonic() - _written_at >= _SECONDS):
        write()


def write() -> None:
    """Adds what was counted to the table. Raises nothing."""
    reads = _taken()
    try:
        with hardly_waiting(), transaction.atomic():
            pages = {page for _day, _rendering, page in reads}
            there = set(Page.objects.filter(pk__in=pages).values_list("pk", flat=True))
            for (day, rendering, page), number in sorted(reads.items()):
                if page in there:
                    count(ReadCount, {"day": day, "rendering": rendering, "page_id": page}, {"reads": number})
        if cache.add("desk:read-counts-trimmed", True, _DAY):
            with hardly_waiting():
                trim()
    except DatabaseError as error:
        # A lock, most of the time.
        logger.warning("The counts of reads lack %s: %s", sum(reads.values()), error)
    except Exception:
        # The answer has been sent: that the cache is away, say, is nobody's concern there.
        logger.exception("The counts of reads lack something")


def _taken() -> Counter[Key]:
    """What was counted so far, which begins anew."""
    global _reads, _written_at
    with _lock:
        taken, _reads, _written_at = _reads, Counter(), time.monotonic()
    return taken
