"""Wagtail's own search in the database, over the same texts as ours: what a portal has without a search of its own.

It counts no values of facets and marks nothing, so it is asked for results and their number alone. As ours, it is asked
for all words first, and for any of them when few have all.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from django.db import OperationalError, connection
from django.db.models import BigIntegerField, Max
from django.db.models.functions import Cast
from modelsearch.backends import get_search_backend
from modelsearch.index import SearchField
from modelsearch.models import IndexEntry
from modelsearch.query import Phrase

from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.markup.plain_text import plain_text
from practices.models import GoodPractice
from search.understanding.asking import ENOUGH
from tests.benchmarks.search_questions import LONGEST, Asked, BrokenOff, Kind

_BATCH = 1_000

_HITS, _SUGGESTED = 20, 6

#: Steps of SQLite between two looks at the clock.
_STEPS = 100_000


class _Texts(SearchField):
    """Title, summary and text in all languages as one field; by itself Wagtail searches nothing but titles."""

    def get_value(self, obj: Any) -> str:
        names = (f"{part}_{code}" for part in ("headline", "summary", "context") for code in CONTENT_CODES)
        return " ".join(filter(None, (plain_text(getattr(obj, name)) for name in names)))


GoodPractice.search_fields = [*GoodPractice.search_fields, _Texts("texts")]


def index_practices() -> None:
    """Puts those practices into the index that are not in it: the newest. What `save()` does, but in bulk."""
    entries = IndexEntry.objects.filter(content_type__app_label="practices", content_type__model="goodpractice")
    newest = entries.aggregate(newest=Max(Cast("object_id", BigIntegerField())))["newest"] or 0
    index = get_search_backend().get_index_for_model(GoodPractice)
    waiting = GoodPractice.objects.filter(pk__gt=newest).order_by("pk").iterator(chunk_size=_BATCH)
    while batch := list(islice(waiting, _BATCH)):
        index.add_items(GoodPractice, batch)
    with connection.cursor() as cursor:
        # Without it SQLite takes a way that is several times as long.
        cursor.execute(f"ANALYZE {IndexEntry._meta.db_table}")


def ask(asked: Asked) -> int:
    """One page of results, and how many there are. Raises BrokenOff."""
    with _limited():
        return _ask(asked)


def _ask(asked: Asked) -> int:
    # Only what says which pages they are: ours gives no more either.
    pages = GoodPractice.objects.live().public().only("title")
    if asked.kind == Kind.BEGINNING:
        found = pages.autocomplete(asked.text)
        list(found[:_SUGGESTED])
        return int(found.count())
    found = pages.search(Phrase(asked.text) if asked.kind == Kind.PHRASE else asked.text)
    if asked.kind == Kind.THREE and found.count() < ENOUGH:
        found = pages.search(asked.text, operator="or")
    list(found[:_HITS])
    return int(found.count())


@contextmanager
def _limited() -> Iterator[None]:
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        end = time.process_time() + LONGEST
        connection.connection.set_progress_handler(lambda: time.process_time() > end, _STEPS)
    else:
        with connection.cursor() as cursor:
            cursor.execute(f"SET statement_timeout = {int(LONGEST * 1000)}")
    try:
        yield
    except OperationalError as error:
        raise BrokenOff from error
