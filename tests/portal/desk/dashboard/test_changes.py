"""The page with the difference of a source."""

import pytest
from bs4 import BeautifulSoup

from tests.factories.pages import make_plain

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site_root):
    page = make_plain(ready=("en", "sq"), headline_en="Leave", summary_en="Two people decide.")
    page.save_revision().publish()
    page.refresh_from_db()
    page.summary_en, page.source_version = "Three people decide <script>alert(1)</script>.", 2
    page.save_revision().publish()
    return page


def test_added_and_deleted_words_are_marked_for_everybody(client, albanian, page):
    client.force_login(albanian)
    response = client.get(f"/admin/desk/{page.pk}/sq/changes/")
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    (change,) = soup.select(".desk-change")
    assert change.h3.get_text() == "Summary"
    difference = change.select_one(".desk-difference")
    assert difference["lang"] == "en"
    assert [mark.get_text(" ", strip=True) for mark in difference.select("del, ins")] == [
        "[deleted: Two ]",
        "[added: Three ]",
        "[added: <script>alert(1)</script> ]",
    ]
    assert "<script>alert(1)" not in response.content.decode()
    assert change.details.div.get_text() == page.summary_sq
    assert soup.select_one("p a.button")["href"] == f"/admin/translate/{page.pk}/sq/"


def test_a_translator_of_another_language_reads_it_and_opens_nothing(client, macedonian, page):
    client.force_login(macedonian)
    response = client.get(f"/admin/desk/{page.pk}/sq/changes/")
    assert "Three" in response.content.decode()
    assert "/edit/?language=sq" not in response.content.decode()


@pytest.mark.parametrize("place", ["{page}/en", "{page}/xx", "99999999/sq", "{home}/en"])
def test_what_there_is_not_is_not_found(client, albanian, page, site_root, place):
    client.force_login(albanian)
    assert client.get(f"/admin/desk/{place.format(page=page.pk, home=site_root.pk)}/changes/").status_code == 404


def test_what_was_not_kept_is_said(client, albanian, page):
    type(page).objects.filter(pk=page.pk).update(based_on_sq=0)
    client.force_login(albanian)
    text = client.get(f"/admin/desk/{page.pk}/sq/changes/").content.decode()
    assert "The source was not kept as it was when it was translated." in text
