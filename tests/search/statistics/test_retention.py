"""What is kept how long."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from search.statistics.counts import ClickCount, SearchCount
from search.statistics.retention import trim
from tests.factories.pages import make_practice

pytestmark = pytest.mark.django_db


def kept():
    return sorted(
        ((timezone.localdate() - day).days, text, searches)
        for day, text, searches in SearchCount.objects.values_list("day", "text", "searches")
    )


def test_what_is_too_old_goes(searched, settings, site_root, capsys):
    settings.SEARCH_STATISTICS_DAYS = 100
    searched("release", days=(0, 100, 101, 400))
    page = make_practice()
    for ago in (100, 101):
        ClickCount.objects.create(day=timezone.localdate() - timedelta(days=ago), rendering="en", page=page)
    call_command("trim_search_statistics")
    assert kept() == [(0, "release", 1), (100, "release", 1)]
    assert ClickCount.objects.count() == 1
    assert capsys.readouterr().out == "Search statistics: 3 rows deleted\n"


def test_words_that_stayed_rare_are_forgotten_but_not_that_something_was_searched_for(searched):
    searched("one name", days=(31,), found_nothing=1)
    searched("another name", days=(31,), searches=2)
    searched("third name", days=(31,), rendering="sq")
    searched("recent name", days=(30,))
    searched("release", days=(31, 40))
    assert trim() == 3
    assert kept() == [
        (30, "recent name", 1),
        (31, "", 1),
        (31, "", 3),
        (31, "release", 1),
        (40, "release", 1),
    ]
    assert SearchCount.objects.get(text="", rendering="en").found_nothing == 1
    assert trim() == 0


def test_it_is_done_in_passing(client, searched, site_root):
    searched("old", days=(401, 402))
    client.get("/en/library/", {"q": "release"})
    assert kept() == [(0, "release", 1)]
