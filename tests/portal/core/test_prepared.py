"""Queries that are put together once give what is in the database at that moment."""

import pytest
from django.db.models import QuerySet

from portal.core.prepared import Prepared
from portal.website.models import PlainPage
from tests.factories.pages import make_plain

pytestmark = pytest.mark.django_db


@pytest.fixture
def titles():
    made = []

    def make():
        made.append("once")
        return QuerySet(PlainPage).filter(slug__startswith="a").order_by("slug").values_list("slug", "headline_en")

    yield Prepared(make)
    assert made == ["once"]


def test_rows_are_those_of_this_moment_with_one_query(site_root, titles, django_assert_num_queries):
    assert titles.rows() == []
    page = make_plain(slug="about", headline_en="About")
    make_plain(slug="help")
    with django_assert_num_queries(1):
        assert titles.rows() == [("about", "About")]
    page.delete()
    assert titles.rows() == []


def test_objects_have_the_columns_that_are_read_and_fetch_others(site_root, django_assert_num_queries):
    make_plain(slug="about", headline_en="About 100 %", footer_group="help")
    pages = Prepared(lambda: QuerySet(PlainPage).filter(headline_en__endswith="%").only("slug", "headline_en"))
    with django_assert_num_queries(1):
        (page,) = pages.objects()
        assert (type(page), page.slug, page.headline_en) == (PlainPage, "about", "About 100 %")
    assert page.footer_group == "help"
