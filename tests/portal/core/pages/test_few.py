"""Pages of which a site has a few: only those that somebody may read, as they are at that moment."""

import pytest

from portal.core.pages.few import FewPages
from portal.website.models import PlainPage
from tests.factories.pages import LOGIN, make_plain
from tests.factories.people import make_group, make_user

pytestmark = pytest.mark.usefixtures("site_root")

PAGES = FewPages(PlainPage, "footer_group", "headline_en")


def slugs(user):
    return [page.url_path.split("/")[-2] for page in PAGES.readable_by(user)]


def test_somebody_gets_what_they_may_read_in_the_order_of_the_tree():
    members = make_group("Members")
    make_plain(slug="open")
    make_plain(slug="draft", live=False)
    make_plain(slug="signed-in", restricted_to=LOGIN)
    make_plain(slug="members", restricted_to=members)
    make_plain(slug="last")
    PlainPage.objects.filter(slug="draft").update(readiness_en="ready")
    unreadable = make_plain(slug="unreadable")
    PlainPage.objects.filter(pk=unreadable.pk).update(readiness_en="draft")
    assert slugs(None) == ["open", "last"]
    assert slugs(make_user()) == ["open", "signed-in", "last"]
    assert slugs(make_user(members)) == ["open", "signed-in", "members", "last"]


def test_what_lies_below_a_closed_page_is_closed():
    make_plain(slug="below", parent=make_plain(slug="closed", restricted_to=LOGIN))
    assert slugs(None) == []


@pytest.mark.parametrize("number", [1, 3])
def test_one_query_and_one_for_the_restrictions_however_many(number, django_assert_num_queries):
    for _ in range(number):
        make_plain()
    with django_assert_num_queries(2):
        assert [bool(page.headline_en) for page in PAGES.readable_by(None)] == [True] * number


def test_what_an_editor_changes_shows_at_once():
    page = make_plain(slug="about")
    assert [one.headline_en for one in PAGES.readable_by(None)] == [page.headline_en]
    PlainPage.objects.filter(pk=page.pk).update(headline_en="Another title")
    assert [one.headline_en for one in PAGES.readable_by(None)] == ["Another title"]
    PlainPage.objects.filter(pk=page.pk).update(live=False)
    assert PAGES.readable_by(None) == []
