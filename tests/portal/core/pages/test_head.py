"""What programs read in the head of a page: in one language, of public pages alone."""

import json
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from PIL import Image

from network.models import EventPage
from portal.core.languages.catalogue import LANGUAGES
from portal.core.models import PortalImage
from portal.core.status_note.notes import note_for
from portal.core.status_note.text import bare_mentions
from portal.website.models import HighlightPage, NewsPage, PlainPage
from practices.models import GoodPractice, Methodology, Standard
from tests.factories.pages import LOGIN, make_news, make_page, make_plain, make_practice, place_of, restrict
from tests.factories.people import make_group, make_superuser, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def head(client):
    """The head of the page at an address: `meta` by name, and the data of schema.org (None without)."""

    def read(address, by=None):
        response = (by or client).get(address)
        assert response.status_code == 200
        soup = BeautifulSoup(response.content.decode(), "html.parser").head
        meta = {}
        for element in soup.select("meta[property], meta[name]"):
            meta.setdefault(element.get("property") or element["name"], []).append(element["content"])
        scripts = soup.select('script[type="application/ld+json"]')
        assert len(scripts) < 2
        return meta, json.loads(scripts[0].string) if scripts else None

    return read


def published(page):
    """A page as it is after it was first published and then changed."""
    type(page).objects.filter(pk=page.pk).update(
        first_published_at=datetime(2026, 3, 9, 10, tzinfo=UTC), last_published_at=datetime(2026, 4, 1, 10, tzinfo=UTC)
    )


def test_what_is_said_of_a_page(site_root, head):
    page = make_practice(
        slug="plan", ready=("en", "sq", "sr"), headline_en="Plans & <release>", summary_en='Made "early".'
    )
    published(page)
    meta, data = head("/en/practices/plan/")
    address = "http://testserver/en/practices/plan/"
    assert {name: values for name, values in meta.items() if ":" in name or name.startswith("DC.")} == {
        "og:type": ["article"],
        "og:site_name": ["Continuum"],
        "og:title": ["Plans & <release>"],
        "og:description": ['Made "early".'],
        "og:url": [address],
        "og:locale": ["en_GB"],
        "og:locale:alternate": ["sq_AL", "sr_RS"],
        "DC.title": ["Plans & <release>"],
        "DC.description": ['Made "early".'],
        "DC.language": ["en"],
        "DC.identifier": [address],
        "DC.publisher": ["Continuum"],
        "DC.date": ["2026-04-01"],
    }
    assert data == {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "inLanguage": "en",
        "publisher": {"@type": "Organization", "name": "Continuum"},
        "datePublished": "2026-03-09T10:00:00+00:00",
        "dateModified": "2026-04-01T10:00:00+00:00",
        "name": "Plans & <release>",
        "description": 'Made "early".',
        "url": address,
    }


def test_the_data_of_each_type(site_root, head):
    make_news(slug="one", headline_en="Met", date=date(2026, 3, 9))
    make_page(HighlightPage, slug="two")
    make_page(Methodology, slug="three")
    make_page(EventPage, slug="four", start=date(2026, 5, 1), end=date(2026, 5, 2), place_en="Tirana")
    make_plain(slug="five")
    make_page(
        Standard,
        slug="six",
        headline_en="Rules",
        reference="Rec(2006)2",
        issuing_body_en="Council of Europe",
        adopted_on="2006",
        official_url="https://rm.example/rules",
    )

    def data(address):
        return head(address)[1]

    news = data("/en/news/one/")
    assert (news["@type"], news["headline"], news["datePublished"]) == ("NewsArticle", "Met", "2026-03-09")
    assert data("/en/highlights/two/")["@type"] == "Article"
    methodology = data("/en/methodologies/three/")
    assert (methodology["@type"], methodology["timeRequired"]) == ("LearningResource", "PT45M")
    assert methodology["learningResourceType"] == "programme methodology"
    event = data("/en/events/four/")
    assert (event["@type"], event["startDate"], event["endDate"]) == ("Event", "2026-05-01", "2026-05-02")
    assert event["location"] == {"@type": "Place", "name": "Tirana"}
    assert data("/en/five/")["@type"] == "WebPage"
    assert data("/en/standards/six/")["about"] == {
        "@type": "CreativeWork",
        "name": "Rules",
        "identifier": "Rec(2006)2",
        "publisher": {"@type": "Organization", "name": "Council of Europe"},
        "datePublished": "2006",
        "url": "https://rm.example/rules",
    }
    for address, kind in (("/en/", "WebSite"), ("/en/news/", "CollectionPage"), ("/en/events/", "CollectionPage")):
        meta, found = head(address)
        assert (found["@type"], meta["og:type"]) == (kind, ["website"])


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_all_of_it_is_in_the_language_that_is_shown(site_root, head, language):
    make_practice(
        slug="plan",
        ready=("sr",),
        headline_sr="Повереници са Косова",
        summary_sr="Прво о Косову.",
    )
    meta, data = head(f"/{language.code}/practices/plan/")
    is_latin = language.code in ("bs", "cnr", "sr-latn")
    title = "Poverenici sa Kosova*" if is_latin else "Повереници са Косова*"
    summary = "Prvo o Kosovu*." if is_latin else "Прво о Косову*."
    lang = "sr-Latn" if is_latin else "sr-Cyrl"
    note = f"* {note_for('sr-latn' if is_latin else 'sr')}"
    assert [meta[name] for name in ("og:title", "DC.title", "og:description", "DC.description")] == [
        [title],
        [title],
        [summary],
        [summary],
    ]
    assert (meta["DC.language"], meta["DC.rights"]) == ([lang], [note])
    assert (meta["og:locale"], "og:locale:alternate" in meta) == (["sr_RS"], False)
    assert (data["name"], data["description"], data["inLanguage"]) == (title, f"{summary}\n\n{note}", lang)
    home = "sr" if language.code not in ("sr", "sr-latn") else language.code
    assert meta["og:url"] == [f"http://testserver/{home}/practices/plan/"]
    # What browsers and search engines show has the script of the text too.
    assert meta["description"] == [summary.replace("*", "")]


def test_each_text_says_in_which_language_it_is(site_root, client):
    make_practice(slug="plan", ready=("sr",), headline_sr="Повереници")
    soup = BeautifulSoup(client.get("/cnr/practices/plan/").content.decode(), "html.parser").head
    assert soup.title["lang"] == "sr-Latn"
    langs = {
        element.get("property") or element["name"]: element.get("lang") for element in soup.select("meta[content]")
    }
    assert {name for name, lang in langs.items() if lang == "sr-Latn"} == {
        *("description", "og:title", "og:description", "DC.title", "DC.description"),
    }
    assert soup.title.get_text().startswith("Poverenici")


def test_without_a_mention_there_is_no_footnote(site_root, head):
    make_practice(slug="plan", headline_en="Plan")
    meta, data = head("/en/practices/plan/")
    assert "DC.rights" not in meta
    assert "1244" not in data["description"]


def test_a_mention_in_the_data_alone_has_its_footnote(site_root, head):
    make_page(EventPage, slug="one", place_en="Prishtina, Kosovo")
    _, data = head("/en/events/one/")
    assert data["location"]["name"] == "Prishtina, Kosovo*"
    assert data["description"].endswith(f"* {note_for('en')}")
    assert bare_mentions(" ".join(map(str, data.values()))) == []


def test_what_is_invented_says_so(site_root, head):
    make_practice(slug="plan", ready=("sr",), is_sample=True, summary_sr="Прво.")
    meta, data = head("/sr-latn/practices/plan/")
    assert meta["og:description"] == [data["description"]] == ["Primer: Prvo."]


EVIL = "</script><script>alert(1)</script><!-- &lt; \u2028 \" '"


def test_nothing_ends_the_data_before_its_end(site_root, client, head):
    make_practice(slug="plan", headline_en=EVIL, summary_en=EVIL)
    meta, data = head("/en/practices/plan/")
    assert (data["name"], data["description"], meta["og:title"]) == (EVIL, EVIL, [EVIL])
    content = client.get("/en/practices/plan/").content
    assert b"<script>alert" not in content
    assert content.count(b"</script>") == 2


@pytest.fixture
def picture(site_root):
    drawing = BytesIO()
    Image.new("RGB", (40, 30)).save(drawing, "PNG")
    return PortalImage.objects.create(
        title="Hall",
        file=ContentFile(drawing.getvalue(), "hall.png"),
        alternative_text_en="A hall in Kosovo",
        alternative_text_sr="Сала на Косову",
    )


def test_a_picture_goes_with_it(site_root, head, picture):
    make_news(slug="one", ready=("en", "sr"), image=picture)
    meta, data = head("/en/news/one/")
    [address] = meta["og:image"]
    assert address.startswith("http://testserver/media/images/")
    assert data["image"] == address
    assert (meta["og:image:width"], meta["og:image:height"]) == (["40"], ["30"])
    assert meta["og:image:alt"] == ["A hall in Kosovo*"]
    assert head("/sr-latn/news/one/")[0]["og:image:alt"] == ["Sala na Kosovu*"]


@pytest.mark.parametrize("model", [GoodPractice, NewsPage, PlainPage])
@pytest.mark.parametrize("closed", ["page", "place"])
def test_of_what_is_not_public_nothing_is_said_to_programs(site_root, client, head, model, closed):
    group = make_group("Network members")
    page = make_page(model, slug="inner", headline_en="Zanzibarian")
    restrict(page if closed == "page" or model is PlainPage else place_of(model), group if closed == "page" else LOGIN)
    if model is PlainPage and closed == "place":
        restrict(site_root, LOGIN)
    client.force_login(make_user(group))
    meta, data = head(page.get_url())
    assert data is None
    assert not any(name.startswith(("og:", "DC.")) for name in meta)


def test_pages_that_are_no_content_say_nothing(site_root, head):
    for address in ("/en/library/", "/en/glossary/", "/en/account/login/"):
        assert head(address)[1] is None


def test_nor_does_a_preview(site_root, rf):
    page = make_practice(headline_en="Draft of mine")
    page.headline_en = "Another draft"
    request = rf.get("/")
    request.user = make_superuser()
    response = page.make_preview_request(request, "en")
    assert b"Another draft" in response.content
    assert b"og:title" not in response.content
    assert b"ld+json" not in response.content


def test_the_booklet_of_a_methodology_leaves_it_to_its_page(site_root, head):
    make_page(Methodology, slug="plan")
    assert head("/en/methodologies/plan/session-plan/")[1] is None


def test_the_security_policy_allows_no_more_than_before(site_root, client):
    make_practice(slug="plan")
    response = client.get("/en/practices/plan/")
    assert "unsafe-inline" not in response["Content-Security-Policy"]
    assert "script-src" not in response["Content-Security-Policy"]
