"""What of the readers' searches is counted, and what is not."""

import logging

import pytest
from django.contrib.auth import get_user_model
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from search.statistics.counts import ClickCount, SearchCount
from search.statistics.patience import hardly_waiting
from tests.factories.pages import make_practice
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db

ADDRESS = "/en/library/"


def counts():
    fields = ("rendering", "text", "searches", "found_nothing")
    return sorted(SearchCount.objects.filter(day=timezone.localdate()).values_list(*fields))


@pytest.fixture
def library(build_index):
    make_practice(headline_en="Release plans")
    build_index()


# What counts -----------------------------------------------------------------------------------------------------


def test_a_search_is_counted_by_its_words_and_its_rendering(client, library):
    client.get(ADDRESS, {"q": "Release  PLANS"})
    client.get("/sr-latn/library/", {"q": "nonsense"})
    client.get(ADDRESS, {"q": "release plans"}, REMOTE_ADDR="192.0.2.7")
    assert counts() == [("en", "release plans", 2, 0), ("sr-latn", "nonsense", 1, 1)]


@pytest.mark.parametrize(
    ("parameters", "headers"),
    [
        ({}, {}),
        ({"stage": "release"}, {}),
        ({"q": " \0"}, {}),
        ({"q": "release", "page": "2"}, {}),
        ({"q": "release"}, {"Sec-Purpose": "prefetch;prerender"}),
        ({"q": "release"}, {"Purpose": "prefetch"}),
        ({"q": "release"}, {"User-Agent": "Mozilla/5.0 (compatible; SomeBot/2.1; +https://bot.example)"}),
        ({"q": "release"}, {"Referer": "http://testserver/admin/reports/search/"}),
    ],
)
def test_what_no_reader_typed_is_not_counted(client, site_root, parameters, headers):
    assert client.get(ADDRESS, parameters, headers=headers).status_code == 200
    assert counts() == []


def test_programs_suggestions_and_looking_for_the_head_only_are_not_counted(client, site_root):
    client.get("/api/v1/search", {"q": "release"})
    client.get(f"{ADDRESS}suggestions/", {"q": "release"})
    client.head(ADDRESS, {"q": "release"})
    assert counts() == []


def test_the_same_words_of_the_same_reader_are_one_search(client, library):
    """Read again, narrowed, sorted, in another language, come back to."""
    for parameters in ({}, {}, {"stage": "release"}, {"sort": "oldest"}, {"also": "off"}):
        client.get(ADDRESS, {"q": "release", **parameters})
    client.get("/sq/library/", {"q": "RELEASE"})
    assert counts() == [("en", "release", 1, 0)]
    client.force_login(make_user())
    client.get(ADDRESS, {"q": "release"})
    assert counts() == [("en", "release", 2, 0)]


@pytest.mark.parametrize("narrowed", [{"language": "sq"}, {"also": "off"}])
def test_nothing_is_found_in_vain_that_was_narrowed(client, library, narrowed):
    client.get(ADDRESS, {"q": "nonsense", **narrowed})
    assert counts() == [("en", "nonsense", 1, 0)]


def test_while_the_engine_is_away_nothing_is_in_vain(client, site_root, search_folder):
    client.get(ADDRESS, {"q": "nonsense"})
    assert counts() == [("en", "nonsense", 1, 0)]


def test_personal_data_are_counted_without_their_text(client, library):
    for text in ("someone@example.org", "0101990710006", "+383 44 123 456"):
        client.get(ADDRESS, {"q": text})
    assert counts() == [("en", "", 3, 3)]


# Nobody is in it ----------------------------------------------------------------------------------------------------


def test_the_tables_have_no_place_for_a_person_or_a_moment():
    fields = [field for model in (SearchCount, ClickCount) for field in model._meta.get_fields()]
    related = {field.related_model for field in fields if field.is_relation}
    assert {model._meta.label for model in related} == {"wagtailcore.Page"}
    assert get_user_model() not in related
    assert {field.name for field in fields} == {
        *("id", "day", "rendering", "text", "page"),
        *("searches", "found_nothing", "clicks", "ranks"),
    }
    assert [field.name for field in fields if isinstance(field, models.DateTimeField | models.TimeField)] == []


# Out of the way -----------------------------------------------------------------------------------------------------


def test_a_search_costs_one_query_more_and_browsing_none(client, library):
    client.get(ADDRESS, {"q": "release"})
    numbers = []
    for parameters, address in (({"q": "release"}, "192.0.2.1"), ({"q": "release"}, "192.0.2.1"), ({}, "192.0.2.1")):
        with CaptureQueriesContext(
            connection,
        ) as context:
            client.get(ADDRESS, parameters, REMOTE_ADDR=address)
        numbers.append(sum("search_searchcount" in query["sql"] for query in context.captured_queries))
    assert numbers == [1, 0, 0]


def test_a_search_is_answered_although_it_cannot_be_counted(client, library, caplog):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE search_searchcount RENAME TO elsewhere")
    with caplog.at_level(logging.WARNING):
        response = client.get(ADDRESS, {"q": "release"})
    assert (response.status_code, "The search statistics lack something" in caplog.text) == (200, True)


def test_nobody_waits_long_for_a_lock():
    asked = {"sqlite": "PRAGMA busy_timeout", "postgresql": "SHOW lock_timeout"}[connection.vendor]
    with hardly_waiting(), connection.cursor() as cursor:
        cursor.execute(asked)
        assert str(cursor.fetchone()[0]).removesuffix("ms") == "100"
