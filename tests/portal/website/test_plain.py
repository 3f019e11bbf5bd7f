"""Plain pages and key documentation."""

from portal.website.models import PlainPage
from tests.factories.pages import make_plain


def test_a_page_within_another_shows_the_way(site_root, visit):
    above = make_plain(headline_en="Above", slug="above")
    make_plain(above, headline_en="Below", slug="below")
    html = visit("/en/above/below/")
    assert [(link.get_text(strip=True), link["href"]) for link in html.select(".trail a")] == [
        ("Home", "/en/"),
        ("Above", "/en/above/"),
    ]


def test_a_page_in_another_language_says_so_above_its_title(site_root, visit):
    make_plain(headline_en="Only English", slug="only-english")
    html = visit("/mk/only-english/")
    assert html.h1["lang"] == "en"
    assert html.select_one(".notice strong")["lang"] == "en"


def test_a_page_without_any_ready_language_is_not_there(site_root, client):
    page = make_plain(slug="nothing")
    PlainPage.objects.filter(pk=page.pk).update(readiness_en="overview")
    assert client.get("/en/nothing/").status_code == 404
