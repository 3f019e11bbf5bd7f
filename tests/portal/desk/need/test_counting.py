"""Reads are counted by the day, the page and the language that was wanted, and nobody is in it."""

import logging

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from portal.accounts import roles
from portal.desk.models import ReadCount
from portal.desk.need import counting
from portal.desk.need.retention import trim
from tests.factories.pages import make_plain
from tests.factories.people import make_group, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def counts(settings, site_root):
    """Counting is on, and what was counted is written when it is asked for."""
    settings.READ_COUNT_DAYS = 90

    def read():
        counting.write()
        return list(ReadCount.objects.order_by("rendering").values_list("day", "page", "rendering", "reads"))

    yield read
    settings.READ_COUNT_DAYS = 0
    counting.write()


@pytest.fixture
def page(site_root):
    return make_plain(slug="about")


def test_reads_are_counted_in_the_language_that_was_wanted(client, page, counts):
    """Whoever gets English because there is nothing else needs the page in Macedonian."""
    for address in ("/en/about/", "/mk/about/", "/sr-latn/about/", "/mk/about/"):
        assert client.get(address).status_code == 200
    today = timezone.localdate()
    assert counts() == [
        (today, page.pk, "en", 1),
        (today, page.pk, "mk", 2),
        (today, page.pk, "sr-latn", 1),
    ]
    client.get("/mk/about/")
    assert counts()[1] == (today, page.pk, "mk", 3)


@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": "Mozilla/5.0 (compatible; SomeBot/2.1; +https://bot.example)"},
        {"Sec-Purpose": "prefetch"},
        {"Referer": "http://testserver/admin/pages/"},
    ],
)
def test_what_no_reader_asked_for_is_not_counted(client, page, counts, headers):
    assert client.get("/en/about/", headers=headers).status_code == 200
    assert counts() == []


def test_neither_are_heads_what_is_not_there_and_what_is_closed(client, page, counts):
    make_plain(slug="closed", restricted_to=make_group("Members"))
    make_plain(slug="draft", live=False)
    client.head("/en/about/")
    assert [client.get(f"/en/{slug}/").status_code for slug in ("closed", "draft", "x")] == [404] * 3
    assert counts() == []


def test_files_and_feeds_of_a_page_are_no_reads(client, page, counts):
    assert client.get("/en/about/pdf/").headers["Content-Type"] == "application/pdf"
    assert counts() == []


def test_people_are_counted_except_those_who_work_on_pages(client, page, counts):
    client.force_login(make_user(roles.EDITORS))
    client.get("/en/about/")
    assert counts() == []
    client.force_login(make_user(roles.NETWORK_MEMBERS))
    client.get("/en/about/")
    assert [number for *_key, number in counts()] == [1]


def test_it_can_be_switched_off(client, page, counts, settings):
    settings.READ_COUNT_DAYS = 0
    client.get("/en/about/")
    assert counts() == []


def test_a_page_costs_no_query_more(client, page, settings):
    numbers = []
    client.get("/en/about/")
    for days in (0, 90):
        settings.READ_COUNT_DAYS = days
        with CaptureQueriesContext(connection) as queries:
            client.get("/en/about/")
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


def test_it_is_written_when_much_has_come_together(client, page, monkeypatch):
    monkeypatch.setattr(counting, "_MOST_KEPT", 2)
    client.get("/en/about/")
    assert not ReadCount.objects.exists()
    client.get("/mk/about/")
    assert ReadCount.objects.count() == 2


def test_it_is_written_after_a_while(client, page, monkeypatch):
    monkeypatch.setattr(counting, "_SECONDS", 0)
    client.get("/en/about/")
    assert ReadCount.objects.count() == 1


def test_what_is_gone_meanwhile_is_left_out(client, page, counts):
    other = make_plain(slug="other")
    client.get("/en/about/")
    client.get("/en/other/")
    other.delete()
    assert [key for _day, key, _rendering, _number in counts()] == [page.pk]


def test_what_cannot_be_written_is_lost_and_said(client, page, counts, caplog):
    client.get("/en/about/")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE desk_readcount RENAME TO elsewhere")
    with caplog.at_level(logging.WARNING, logger=counting.__name__):
        counting.write()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE elsewhere RENAME TO desk_readcount")
    assert [record.getMessage().partition(":")[0] for record in caplog.records] == ["The counts of reads lack 1"]
    assert counts() == []


def test_old_counts_are_deleted(page, settings):
    today = timezone.localdate()
    for ago in (0, 89, 90, 400):
        ReadCount.objects.create(day=today - timezone.timedelta(days=ago), page=page, rendering="en", reads=1)
    assert trim() == 2
    settings.READ_COUNT_DAYS = 0
    call_command("trim_read_counts")
    assert not ReadCount.objects.exists()


def test_the_table_has_no_place_for_a_person_or_a_moment():
    fields = ReadCount._meta.get_fields()
    assert {field.name for field in fields} == {"id", "day", "rendering", "page", "reads"}
    assert get_user_model() not in {field.related_model for field in fields if field.is_relation}
    assert [field for field in fields if isinstance(field, models.DateTimeField)] == []
