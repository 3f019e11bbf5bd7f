"""News and highlights as feeds: valid Atom in every rendering, what is public and nothing else."""

from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.core.languages.catalogue import LANGUAGES
from portal.core.status_note.notes import note_for
from portal.core.status_note.text import bare_mentions
from portal.website.models import HighlightPage, NewsIndexPage, NewsPage
from tests.factories.pages import LOGIN, make_news, make_page, place_of, restrict
from tests.factories.people import make_group, make_user

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
QUERIES = 7
EVERYWHERE = [language.code for language in LANGUAGES]


@pytest.fixture
def feed(client):
    """The feed at an address, parsed; it must be there."""

    def get(address="/en/news/feed/"):
        response = client.get(address)
        assert response.status_code == 200
        return ElementTree.fromstring(response.content)

    return get


def texts(root, path):
    return [element.text for element in root.findall("/".join(ATOM + step for step in path.split("/")))]


def published(page, day):
    """A page as it is after it was published on a day."""
    moment = datetime(2026, 3, day, 10, tzinfo=UTC)
    type(page).objects.filter(pk=page.pk).update(last_published_at=moment)
    return moment


def required_parts_missing(root):
    """What RFC 4287 requires (4.1.1, 4.1.2, 4.2) and the document has not."""
    wrong = []
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            found = element.findall(ATOM + name)
            if len(found) != 1 or not (found[0].text or "").strip():
                wrong.append((element.tag, name))
        wrong += [
            (element.tag, "link", link.get("href"))
            for link in element.findall(f"{ATOM}link")
            if not link.get("href", "").startswith("http://")
        ]
        kinds = [
            (link.get("type"), link.get("hreflang"))
            for link in element.findall(f"{ATOM}link")
            if link.get("rel") == "alternate"
        ]
        if not kinds or len(kinds) != len(set(kinds)):
            wrong.append((element.tag, "alternates", kinds))
        wrong += [
            (element.tag, name, moment.text)
            for name in ("updated", "published")
            for moment in element.findall(ATOM + name)
            if datetime.fromisoformat(moment.text).tzinfo is None
        ]
    if not texts(root, "author/name"):
        wrong.append((root.tag, "author"))
    ids = texts(root, "id") + texts(root, "entry/id")
    if len(ids) != len(set(ids)):
        wrong.append((root.tag, "ids", ids))
    return wrong


@pytest.mark.parametrize("code", EVERYWHERE)
@pytest.mark.parametrize("number", [0, 1, 3])
def test_a_feed_has_all_that_atom_asks_for(site_root, feed, code, number):
    place_of(NewsPage)
    for day in range(number):
        make_news(date=date(2026, 1, day + 1))
    root = feed(f"/{code}/news/feed/")
    assert root.tag == f"{ATOM}feed"
    assert required_parts_missing(root) == []
    assert len(root.findall(f"{ATOM}entry")) == number


def test_what_an_entry_says(site_root, feed):
    page = make_news(
        slug="one", headline_en="Rules & <release>", summary_en="“Less < more” & so on", date=date(2026, 3, 9)
    )
    published(page, 10)
    entry = feed().find(f"{ATOM}entry")
    said = {element.tag.removeprefix(ATOM): element.text for element in entry}
    assert said.pop("id").startswith("urn:uuid:")
    assert said == {
        "title": "Rules & <release>",
        "link": None,
        "published": "2026-03-09T00:00:00+01:00",
        "updated": "2026-03-10T10:00:00+00:00",
        "summary": "“Less &lt; more” &amp; so on",
    }
    assert entry.find(f"{ATOM}summary").get("type") == "html"
    assert entry.find(f"{ATOM}link").attrib == {"rel": "alternate", "href": "http://testserver/en/news/one/"}


def test_newest_first_and_not_without_end(site_root, feed):
    for day in range(1, 23):
        make_news(headline_en=f"Day {day}", date=date(2026, 1, day))
    assert texts(feed(), "entry/title") == [f"Day {day}" for day in range(22, 2, -1)]


def test_the_feed_speaks_of_itself_and_of_the_others(site_root, feed):
    place = place_of(NewsPage)
    root = feed("/sr-latn/news/feed/")
    links = [link.attrib for link in root.findall(f"{ATOM}link")]
    assert links == [
        {"rel": "alternate", "href": "http://testserver/sr-latn/news/"},
        {"rel": "self", "href": "http://testserver/sr-latn/news/feed/"},
        *(
            {
                "rel": "alternate",
                "type": "application/atom+xml",
                "hreflang": language.html_lang,
                "href": f"http://testserver/{language.code}/news/feed/",
            }
            for language in LANGUAGES
            if language.code != "sr-latn"
        ),
    ]
    assert texts(root, "title") == [place.headline_sr]
    assert texts(root, "author/name") == ["Continuum"]


def test_each_entry_is_in_one_language_the_nearest_that_is_ready(site_root, feed):
    make_news(ready=("en", "mk"), overview=("sr",), headline_sr="Повереници", summary_sr="Ђаци", date=date(2026, 1, 2))
    make_news(headline_en="Only English", date=date(2026, 1, 1))
    found = {
        code: [
            (entry.get(LANG), entry.find(f"{ATOM}title").text)
            for entry in feed(f"/{code}/news/feed/").findall(f"{ATOM}entry")
        ]
        for code in ("sr", "sr-latn", "cnr")
    }
    english = ("en", "Only English")
    assert found == {
        "sr": [("sr-Cyrl", "Повереници"), english],
        "sr-latn": [("sr-Latn", "Poverenici"), english],
        "cnr": [("sr-Latn", "Poverenici"), english],
    }
    assert feed("/cnr/news/feed/").get(LANG) == "cnr"
    assert texts(feed("/sr-latn/news/feed/"), "entry/summary")[0] == "Đaci"


@pytest.mark.parametrize("code", EVERYWHERE)
def test_every_mention_is_marked_and_the_footnote_is_there_once(site_root, feed, client, code):
    make_news(
        headline_en="From Kosovo", summary_en="Kosovo and its neighbours", headline_sr="Косово", ready=("en", "sr")
    )
    assert bare_mentions(client.get(f"/{code}/news/feed/").content.decode()) == []
    root = feed(f"/{code}/news/feed/")
    assert texts(root, "rights") == [f"* {note_for(code)}"]
    assert texts(root, "entry/rights") == []


def test_without_a_mention_there_is_no_footnote(site_root, feed):
    make_news(headline_en="Release plans")
    assert texts(feed(), "rights") == []


def test_characters_that_xml_does_not_know_do_not_break_it(site_root, feed):
    make_news(headline_en="Pasted\x0bheadline", summary_en="a\x1fb")
    root = feed()
    assert (texts(root, "entry/title"), texts(root, "entry/summary")) == (["Pasted headline"], ["a b"])


def test_an_entry_keeps_its_identity(site_root, feed):
    page = make_news(slug="one")
    before = texts(feed(), "entry/id")
    page.slug, page.headline_en = "two", "Another headline"
    page.save()
    assert texts(feed(), "entry/id") == before
    assert texts(feed("/sq/news/feed/"), "entry/id") != before


# Who gets what ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["members", "signed in", "draft", "not ready"])
def test_what_is_not_public_is_in_nobodys_feed(site_root, client, kind):
    group = make_group("Network members")
    make_news(headline_en="Open")
    before = client.get("/en/news/feed/").content
    closed = make_news(headline_en="Zanzibarian", summary_en="Zanzibarian summary", live=kind != "draft")
    if kind == "members":
        restrict(closed, group)
    elif kind == "signed in":
        restrict(closed, LOGIN)
    elif kind == "not ready":
        NewsPage.objects.filter(pk=closed.pk).update(readiness_en="overview")
    assert client.get("/en/news/feed/").content == before
    client.force_login(make_user(group))
    assert client.get("/en/news/feed/").content == before


def test_the_feed_of_a_closed_list_is_closed_and_says_nothing_of_what_lies_in_it(site_root, client):
    make_news(headline_en="Zanzibarian")
    restrict(place_of(NewsPage), LOGIN)
    assert client.get("/en/news/feed/").status_code == 404
    client.force_login(make_user())
    response = client.get("/en/news/feed/")
    assert response.status_code == 200
    assert b"Zanzibarian" not in response.content
    assert "no-store" in response["Cache-Control"]


def test_the_feed_of_a_list_in_no_language_is_not_there(site_root, client):
    place_of(NewsPage)
    NewsIndexPage.objects.update(**{f"readiness_{code}": "" for code in ("en", "sq", "bs", "cnr", "mk", "sr")})
    assert client.get("/en/news/feed/").status_code == 404


# Asking again ----------------------------------------------------------------------------------------------------


def test_who_has_the_feed_already_is_told_so(site_root, client):
    page = make_news(headline_en="Kosovo")
    published(page, 10)
    first = client.get("/en/news/feed/")
    assert first["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert first["Last-Modified"] == "Tue, 10 Mar 2026 10:00:00 GMT"
    assert first["Cache-Control"] == "public, max-age=900"

    for header in ({"if-none-match": first["ETag"]}, {"if-modified-since": first["Last-Modified"]}):
        again = client.get("/en/news/feed/", headers=header)
        assert (again.status_code, again.content) == (304, b"")

    page.refresh_from_db()
    page.headline_en = "Kosovo today"
    page.save()
    published(page, 11)
    for header in ({"if-none-match": first["ETag"]}, {"if-modified-since": first["Last-Modified"]}):
        assert "Kosovo* today" in client.get("/en/news/feed/", headers=header).content.decode()


def test_what_is_withdrawn_makes_another_feed(site_root, client):
    make_news()
    etag = client.get("/en/news/feed/")["ETag"]
    page = make_news()
    assert client.get("/en/news/feed/", headers={"if-none-match": etag}).status_code == 200
    page.delete()
    assert client.get("/en/news/feed/", headers={"if-none-match": etag}).status_code == 304


@pytest.mark.parametrize("number", [1, 3])
def test_a_feed_costs_the_same_for_one_and_for_three(site_root, client, number):
    for _ in range(number):
        make_news()
    client.get("/en/news/feed/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/en/news/feed/")
    assert len(queries) == QUERIES


# How it is found -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/mk/news/", "/mk/news/feed/"),
        ("/mk/news/?year=2026", "/mk/news/feed/"),
        ("/mk/highlights/", "/mk/highlights/feed/"),
        ("/mk/", "/mk/news/feed/"),
    ],
)
def test_programs_find_the_feed_and_it_is_there(site_root, visit, feed, address, found):
    make_news(date=date(2026, 1, 1))
    make_page(HighlightPage, headline_en="A highlight")
    links = [link["href"] for link in visit(address).select('head link[type="application/atom+xml"]')]
    assert links == [found]
    assert len(feed(found).findall(f"{ATOM}entry")) == 1


def test_people_find_it_too(site_root, visit):
    place_of(NewsPage)
    link = visit("/en/news/").select_one('main a[type="application/atom+xml"]')
    assert (link["href"], link.get_text()) == ("/en/news/feed/", "Follow with a feed reader (Atom)")
