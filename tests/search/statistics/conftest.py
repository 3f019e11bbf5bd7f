"""Searches that were counted some time ago."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from search.statistics.counts import ClickCount, SearchCount

Searched = Callable[..., None]


@pytest.fixture
def searched(db: None) -> Searched:
    """`searched("release", days=(0, 8), searches=2, rendering="sq")`: as often on each of these days before today."""

    def make(text: str, days: tuple[int, ...] = (0, 1), rendering: str = "en", searches: int = 1, **more: int) -> None:
        for ago in days:
            day = timezone.localdate() - timedelta(days=ago)
            SearchCount.objects.create(day=day, rendering=rendering, text=text, searches=searches, **more)

    return make


@pytest.fixture
def opened(db: None) -> Callable[..., None]:
    """`opened(page, clicks=2, ranks=5)`: today, from results in English unless `rendering` says otherwise."""

    def make(page: object, rendering: str = "en", **numbers: int) -> None:
        ClickCount.objects.create(day=timezone.localdate(), rendering=rendering, page=page, **numbers)

    return make
