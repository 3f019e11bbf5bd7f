"""A library with somebody who follows it; runs of the command, and the time between them."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.management import call_command

from portal.accounts.models import User
from portal.vocabulary.models.taxonomy import FacetCode
from search.following.saved_search import SavedSearch
from search.outbox.drain import drain
from tests.factories.pages import make_practice
from tests.factories.people import make_user
from tests.factories.vocabulary import make_term


@pytest.fixture
def library(site_root: object, build_index: Callable[[], int]) -> None:
    """One resource that is there before anybody saves anything."""
    make_term(FacetCode.RESOURCE_TYPE, "good_practice", label_en="Good practice", label_sr="Добра пракса")
    make_practice(headline_en="Plan of old", ready=("en",))
    build_index()


@pytest.fixture
def reader(library: None) -> User:
    return make_user(email="reader@example.org", first_name="Ana", last_name="Reader")


@pytest.fixture
def days_pass() -> Callable[[int], None]:
    """Puts all that has happened with saved searches some days back."""

    def pass_by(days: int) -> None:
        for saved in SavedSearch.objects.exclude(asked_at=None):
            saved.asked_at -= timedelta(days=days)
            saved.save(update_fields=["asked_at"])

    return pass_by


@pytest.fixture
def run(days_pass: Callable[[int], None]) -> Callable[..., None]:
    """The command, a week after all that was before; with an index that is up to date, unless it is to be `behind`."""

    def now(*arguments: str, days: int = 7, behind: bool = False) -> None:
        days_pass(days)
        if not behind:
            drain()
        call_command("send_search_alerts", *arguments, verbosity=0)

    return now
