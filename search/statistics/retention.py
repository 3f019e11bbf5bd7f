"""How long the statistics are kept: not longer than they are of use."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from search.statistics.counts import ClickCount, SearchCount, count

#: After so many days a text that stayed rare is forgotten; that something was searched for is not.
_RARE_DAYS = 30
#: Rows at a time.
_CHUNK = 500


def trim() -> int:
    """Deletes what is older than SEARCH_STATISTICS_DAYS, and texts that stayed rare. Returns how many rows went."""
    today = timezone.localdate()
    oldest = today - timedelta(days=settings.SEARCH_STATISTICS_DAYS)
    number = 0
    for model in (SearchCount, ClickCount):
        number += model._default_manager.filter(day__lt=oldest).delete()[0]
    while forgotten := _forget_rare(today - timedelta(days=_RARE_DAYS)):
        number += forgotten
    return number


def _forget_rare(before: date) -> int:
    """Adds some rows of rare texts to that without a text, and deletes them."""
    with transaction.atomic():
        # Held, so that two who trim at the same time do not both add them.
        rows = list(SearchCount.objects.filter(day__lt=before).rare().select_for_update()[:_CHUNK])
        for row in rows:
            key = {"day": row.day, "rendering": row.rendering, "text": ""}
            count(SearchCount, key, {name: getattr(row, name) for name in SearchCount.NUMBERS})
        SearchCount.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)
