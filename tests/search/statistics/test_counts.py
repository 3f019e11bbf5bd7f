"""Several who count at the same time, on a real database server."""

import threading
from datetime import date

import psycopg
import pytest
from django.db import connection
from django.utils import timezone

from search.statistics.counts import SearchCount, count
from tests.factories.site import make_site_root

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

KEY = {"day": date(2026, 1, 1), "rendering": "en", "text": "release"}


def at_the_same_time(number, work):
    """Runs `work` in so many threads that begin together; what one of them raises is raised here."""
    together = threading.Barrier(number)
    failures = []

    def run():
        try:
            connection.ensure_connection()
            together.wait(10)
            work()
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_two_at_the_same_time_count_two():
    for _ in range(10):
        SearchCount.objects.all().delete()
        at_the_same_time(2, lambda: count(SearchCount, KEY, {"searches": 1}))
        assert list(SearchCount.objects.values_list("searches")) == [(2,)]


def test_whoever_searches_does_not_wait_for_somebody_who_holds_the_row(client):
    make_site_root()
    SearchCount.objects.create(day=timezone.localdate(), rendering="en", text="release", searches=7)
    parameters = connection.get_connection_params()
    names = ("host", "port", "user", "password", "dbname")
    with psycopg.connect(**{name: parameters[name] for name in names if name in parameters}) as holder:
        holder.execute("UPDATE search_searchcount SET clicks = clicks")
        assert client.get("/en/library/", {"q": "release"}).status_code == 200
        holder.rollback()
    assert list(SearchCount.objects.values_list("searches")) == [(7,)]
