"""What the administration finds pages by."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from modelsearch.models import IndexEntry
from wagtail.models import Page

from tests.factories.pages import make_plain

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_root")]


def weight(page: Page) -> float:
    return IndexEntry.objects.get(object_id=str(page.pk), content_type=page.content_type).title_norm


def test_saving_looks_at_what_is_saved_and_at_no_more_than_a_limited_number_of_others():
    page = make_plain(slug="one")
    with CaptureQueriesContext(connection) as captured:
        page.save()
    asked = [query["sql"] for query in captured if "modelsearch_indexentry" in query["sql"]]
    assert asked
    assert [sql for sql in asked if "LIMIT" not in sql and "object_id" not in sql] == []


def test_short_titles_count_for_more_than_long_ones_when_saved_and_when_all_are_compared():
    short, long = (
        make_plain(slug="short", headline_en="Leave"),
        make_plain(slug="long", headline_en="Leave planning " * 4),
    )
    assert weight(short) > weight(long) > 0
    call_command("rebuild_modelsearch_index", verbosity=0)
    assert weight(short) > weight(long) > 0


def test_what_is_saved_is_found_by_its_new_words_alone():
    page = make_plain(slug="one", headline_en="Leave planning")
    page.headline_en = "Prerelease workshop"
    page.save()
    assert [[found.pk for found in Page.objects.search(word)] for word in ("leave", "workshop")] == [[], [page.pk]]
