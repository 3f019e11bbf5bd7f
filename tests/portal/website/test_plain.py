"""Plain pages and key documentation."""

from portal.website.models import PlainPage
from tests.factories.pages import make_plain
from tests.factories.vocabulary import make_concept


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


def test_a_long_page_has_its_headings_as_contents(site_root, visit):
    body = [("paragraph", f"<h2>Heading {number}</h2><p>Text.</p>") for number in range(1, 5)]
    make_plain(slug="long", body_en=body)
    make_plain(slug="short", body_en=body[:3])
    html = visit("/mk/long/")
    assert [(link["href"], link["lang"], link.get_text()) for link in html.select(".toc a")] == [
        (f"#section-{number}", "en", f"Heading {number}") for number in range(1, 5)
    ]
    assert html.select_one("#section-3").get_text() == "Heading 3"
    assert visit("/en/short/").select(".toc, [id^=section-]") == []


def test_terms_of_the_glossary_are_explained_on_the_page(site_root, visit):
    make_concept("prison", label_en="prison", label_sr="затвор", note_en="Names differ.")
    make_plain(
        slug="page",
        ready=("en", "sr"),
        body_en=[("paragraph", "<p>Prisons.</p>"), ("quote", {"text": "No prison here, as it was named."})],
        body_sr=[("paragraph", "<p>У затвору.</p>")],
    )
    html = visit("/en/page/")
    assert [(link["href"], link.get_text()) for link in html.select("a.term")] == [("#term-prison", "Prisons")]
    listed = html.select_one("#term-prison")
    assert listed.find_previous("h2").get_text() == "Terms on this page"
    assert listed.a["href"] == "/en/glossary/prison/"
    assert "Names differ." in listed.get_text()
    assert "Српски: затвор" in listed.get_text()
    latin = visit("/sr-latn/page/")
    assert [link.get_text() for link in latin.select("a.term")] == ["zatvoru"]
    assert latin.select_one("#term-prison a").get_text() == "zatvor"


def test_a_page_that_names_no_term_has_no_list_of_them(site_root, visit):
    make_concept("prison", label_en="prison")
    make_plain(slug="page", body_en=[("paragraph", "<p>Text.</p>")])
    assert visit("/en/page/").select("#terms, .terms") == []
