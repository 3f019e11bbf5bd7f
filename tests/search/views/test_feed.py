"""Any list of the library as a feed: what is public, what came last, in every rendering."""

from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.core.languages.catalogue import LANGUAGES
from portal.core.status_note.notes import note_for
from portal.core.status_note.text import bare_mentions
from portal.vocabulary.models.taxonomy import FacetCode
from practices.models import GoodPractice, Standard
from search.following import feed as feeds
from search.outbox.drain import drain
from tests.factories.pages import LOGIN, make_page, make_practice, restrict
from tests.factories.people import make_group, make_user
from tests.factories.vocabulary import make_beneficiary, make_term

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "/en/library/feed/"
QUERIES = 6


@pytest.fixture
def library(site_root, build_index):
    make_term(FacetCode.RESOURCE_TYPE, "standard", label_en="Standard")
    for code in ("AL", "XK"):
        make_beneficiary(code)
    make_practice(headline_en="Release plans", last_reviewed_on=date(2026, 1, 1))
    make_practice(
        headline_sr="План отпуста са Косова",
        ready=("sr",),
        beneficiaries=[make_beneficiary("XK")],
        last_reviewed_on=date(2025, 1, 1),
    )
    make_page(Standard, headline_en="Prison rules", adopted_on="2006")
    build_index()


def read(client, query="", address=ADDRESS):
    """The feed; it must be there."""
    response = client.get(f"{address}?{query}")
    assert response.status_code == 200
    return ElementTree.fromstring(response.content)


def texts(root, path):
    return [element.text for element in root.findall("/".join(ATOM + step for step in path.split("/")))]


def titles(client, query=""):
    return texts(read(client, query), "entry/title")


def published(page, day):
    """A page as it is when it was published on a day."""
    moment = datetime(2026, 3, day, 10, tzinfo=UTC)
    type(page).objects.filter(pk=page.pk).update(first_published_at=moment, last_published_at=moment)


# What is in it ---------------------------------------------------------------------------------------------------


def test_words_and_filters_are_those_of_the_list(client, library):
    assert titles(client) == ["Release plans", "План отпуста са Косова*", "Prison rules"]
    assert titles(client, "q=plan&sort=oldest&page=7") == ["Release plans", "План отпуста са Косова*"]
    assert titles(client, "type=standard") == ["Prison rules"]
    assert titles(client, "beneficiary=XK&q=plan") == ["План отпуста са Косова*"]
    assert titles(client, "q=nothing") == []


def test_what_came_to_the_library_last_is_first_however_old_it_is(client, library):
    for page, day in ((GoodPractice.objects.get(headline_en="Release plans"), 9), (Standard.objects.get(), 10)):
        published(page, day)
    root = read(client)
    assert texts(root, "entry/title") == ["Prison rules", "Release plans", "План отпуста са Косова*"]
    assert texts(root, "entry/published")[:2] == ["2026-03-10T10:00:00+00:00", "2026-03-09T10:00:00+00:00"]


def test_it_does_not_go_on_without_end(client, library, monkeypatch):
    monkeypatch.setattr(feeds, "_ENTRIES", 2)
    published(Standard.objects.get(), 10)
    assert titles(client) == ["Prison rules", "Release plans"]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "Library"),
        ("q=release+plans", "Library: release plans"),
        ("type=standard&q=plan&beneficiary=AL&beneficiary=XK", "Library: plan, Standard, Albania, Kosovo*"),
    ],
)
def test_its_title_names_words_and_filters(client, library, query, title):
    assert texts(read(client, query), "title") == [title]


def test_it_speaks_of_itself_of_the_list_and_of_other_renderings(client, library):
    root = read(client, "page=3&x=y&q=plan&stage=nothing", "/sr-latn/library/feed/")
    assert [link.attrib["href"] for link in root.findall(f"{ATOM}link")] == [
        "http://testserver/sr-latn/library/?q=plan",
        "http://testserver/sr-latn/library/feed/?q=plan",
        *(
            f"http://testserver/{language.code}/library/feed/?q=plan"
            for language in LANGUAGES
            if language.code != "sr-latn"
        ),
    ]
    assert [link.attrib["rel"] for link in root.findall(f"{ATOM}link")][:2] == ["alternate", "self"]


def test_each_search_is_a_feed_of_its_own_and_stays_the_same(client, library):
    queries = ("", "q=plan", "q=plan&page=2&sort=newest", "q=plan&beneficiary=AL", "q=rules")
    ids = {query: texts(read(client, query), "id") for query in queries}
    assert ids["q=plan"] == ids["q=plan&page=2&sort=newest"]
    assert len({identifier for found in ids.values() for identifier in found}) == 4
    assert texts(read(client, "q=plan", "/sq/library/feed/"), "id") != ids["q=plan"]


@pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
def test_every_mention_is_marked_and_the_footnote_is_there_once(client, library, code):
    address = f"/{code}/library/feed/?beneficiary=XK"
    text = client.get(address).content.decode()
    assert bare_mentions(text.replace("beneficiary=XK", "")) == []
    assert texts(read(client, "beneficiary=XK", f"/{code}/library/feed/"), "rights") == [f"* {note_for(code)}"]


def test_entries_and_words_are_in_the_script_of_the_rendering(client, library):
    root = read(client, "q=план", "/sr-latn/library/feed/")
    assert texts(root, "title") == ["Biblioteka: plan"]
    assert "Plan otpusta sa Kosova*" in texts(root, "entry/title")


# Who gets what ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["members", "signed in", "draft"])
@pytest.mark.parametrize("engine", ["up to date", "behind", "away"])
def test_what_is_not_public_is_in_nobodys_feed(client, library, kind, engine, lose_index):
    group = make_group("Members")
    page = make_practice(headline_en="Zanzibarian plan", summary_en="Zanzibarian")
    drain()
    if engine == "away":
        lose_index()
    assert "Zanzibarian plan" in titles(client)
    if kind == "draft":
        page.live = False
        page.save()
    else:
        restrict(page, group if kind == "members" else LOGIN)
    if engine == "up to date":
        drain()
    for visitor in (None, make_user(group)):
        if visitor:
            client.force_login(visitor)
        for query in ("", "q=plan", "q=Zanzibarian"):
            content = client.get(f"{ADDRESS}?{query}").content.decode()
            assert "Zanzibarian" not in content.replace("q=Zanzibarian", "").replace("Library: Zanzibarian", "")


# Asking again ----------------------------------------------------------------------------------------------------


def test_who_has_the_feed_already_is_told_so(client, library):
    first = client.get(f"{ADDRESS}?q=rules")
    assert first["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert first["Cache-Control"] == "public, max-age=900"
    for header in ({"if-none-match": first["ETag"]}, {"if-modified-since": first["Last-Modified"]}):
        assert client.get(f"{ADDRESS}?q=rules", headers=header).status_code == 304
    make_page(Standard, headline_en="More rules")
    drain()
    assert client.get(f"{ADDRESS}?q=rules", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_the_database_answers_when_the_engine_is_away(client, library, lose_index):
    lose_index()
    assert titles(client, "q=release") == ["Release plans"]
    assert titles(client, "type=standard") == ["Prison rules"]


@pytest.mark.parametrize(
    "query", ["q=%00%FF%ED%A0%80", "q=" + "a" * 5000, "page=-1&year=%00", "q=%22(((&sort=x", "&&=="]
)
def test_bad_input_gets_a_feed(client, library, query):
    assert read(client, query).tag == f"{ATOM}feed"


def test_only_reading_is_allowed(client, library):
    assert client.post(ADDRESS).status_code == 405


def test_one_resource_takes_as_many_queries_as_three(client, site_root, build_index):
    numbers = []
    make_practice()
    build_index()
    client.get(ADDRESS)
    for more in (0, 2):
        for _ in range(more):
            make_practice()
        build_index()
        with CaptureQueriesContext(connection) as context:
            client.get(ADDRESS)
        numbers.append(len(context))
    assert numbers == [QUERIES, QUERIES]
