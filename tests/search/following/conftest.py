"""Runs of the command, and the time between them."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.management import call_command

from search.following.saved_search import SavedSearch
from search.outbox.drain import drain


@pytest.fixture
def days_pass() -> Callable[[int], None]:
    """Puts all that has happened with saved searches some days back."""

    def pass_by(days: int) -> None:
        for saved in SavedSearch.objects.exclude(asked_at=None):
            saved.asked_at -= timedelta(days=days)
            saved.save(update_fields=["asked_at"])

    return pass_by


@pytest.fixture
def run(days_pass) -> Callable[..., None]:
    """The command, a week after all that was before; with an index that is up to date, unless it is to be `behind`."""

    def now(*arguments: str, days: int = 7, behind: bool = False) -> None:
        days_pass(days)
        if not behind:
            drain()
        call_command("send_search_alerts", *arguments, verbosity=0)

    return now
