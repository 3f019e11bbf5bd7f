"""Languages of events, which were written without the spaces that make a code findable."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from network.models import EventPage
from tests.factories.pages import make_page

pytestmark = pytest.mark.django_db


def written():
    """As the database has it, whatever the field makes of it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT event_languages FROM network_eventpage ORDER BY page_ptr_id")
        return [row[0] for row in cursor.fetchall()]


def test_codes_get_a_space_on_both_sides_once(site_root):
    pages = [make_page(EventPage, start="2026-05-01", end="2026-05-01") for _number in range(3)]
    with connection.cursor() as cursor:
        for page, codes in zip(pages, ("sq en", "", " mk "), strict=True):
            cursor.execute("UPDATE network_eventpage SET event_languages = %s WHERE page_ptr_id = %s", [codes, page.pk])
    migration = import_module("network.migrations.0010_event_letters")
    for _time in range(2):
        migration.write_as_in_meetings(apps, None)
        assert written() == [" en sq ", "", " mk "]
    assert [page.pk for page in EventPage.objects.filter(event_languages__contains=" en ")] == [pages[0].pk]
