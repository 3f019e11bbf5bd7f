"""Building the index, by function and by command."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from practices.models import Methodology
from search.engines.current import current_engine
from search.outbox.entry import OutboxEntry
from search.upkeep.build import ensure, expected_documents, rebuild
from tests.factories.pages import make_news, make_page, make_practice


@pytest.fixture(autouse=True)
def library(search_folder, site_root):
    """Two resources, and pages that are none."""
    make_practice()
    make_page(Methodology)
    make_practice(live=False)
    make_news()


def quiet(number):
    return None


def run(action):
    output = StringIO()
    call_command("search_index", action, stdout=output)
    return output.getvalue()


def test_a_rebuild_holds_everything_and_empties_the_outbox():
    assert OutboxEntry.objects.exists()
    assert rebuild(current_engine(), quiet) == 2
    assert current_engine().status().documents == expected_documents() == 2
    assert not OutboxEntry.objects.exists()


def test_ensure_builds_what_is_missing_and_then_has_nothing_to_do():
    assert ensure(current_engine(), quiet) == 2
    assert ensure(current_engine(), quiet) is None


def test_having_nothing_to_do_takes_one_query_a_type_and_one_more(django_assert_num_queries):
    ensure(current_engine(), quiet)
    with django_assert_num_queries(7):
        ensure(current_engine(), quiet)


def test_ensure_applies_what_waits():
    ensure(current_engine(), quiet)
    make_practice()
    assert ensure(current_engine(), quiet) is None
    assert current_engine().status().documents == 3


def test_ensure_builds_anew_when_the_index_is_of_another_database():
    ensure(current_engine(), quiet)
    make_practice()
    OutboxEntry.objects.all().delete()
    assert ensure(current_engine(), quiet) == 3


def test_ensure_builds_anew_when_the_index_is_gone(lose_index):
    ensure(current_engine(), quiet)
    lose_index()
    assert ensure(current_engine(), quiet) == 2


def test_progress_is_told_while_it_goes_on(monkeypatch):
    monkeypatch.setattr("search.upkeep.build._STEP", 1)
    numbers = []
    rebuild(current_engine(), numbers.append)
    assert numbers == [1, 2]


def test_the_command_says_what_it_did():
    assert run("status").splitlines()[1:] == [
        "0 documents in the index, 2 in the database",
        f"{OutboxEntry.objects.count()} changes wait in the outbox",
    ]
    assert run("ensure") == "Search index: 2 documents\n"
    assert run("ensure") == "Search index: up to date\n"
    make_practice()
    assert run("drain") == "Search index: 1 documents looked at\n"
    assert run("rebuild") == "Search index: 3 documents\n"
    engine = current_engine()
    assert run("status").splitlines() == [
        f"{engine.name}: ready ({engine.status().detail})",
        "3 documents in the index, 3 in the database",
        "0 changes wait in the outbox",
    ]


def test_the_command_fails_in_words():
    with pytest.raises(CommandError, match=r"The search index: There is no index of version"):
        run("drain")
