"""The page of the library, as readers get it."""

import logging
import re
from datetime import date
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.vocabulary.models.taxonomy import FacetCode
from practices.models import CatalogueIndexPage, GoodPractice, Methodology, Standard
from tests.factories.pages import LOGIN, make_page, make_practice, restrict
from tests.factories.people import make_group, make_user
from tests.factories.vocabulary import make_beneficiary, make_concept, make_term

ADDRESS = "/en/library/"


@pytest.fixture(scope="module")
def words(shared_rows):
    """The terms that the pages below are classified by."""
    for code, label in {"good_practice": "Good practice", "standard": "Standard"}.items():
        make_term(FacetCode.RESOURCE_TYPE, code, label_en=label)
    for position, code in enumerate(("admission", "release")):
        make_term(FacetCode.STAGE, code, label_en=code.title(), position=position)
    for code in ("RS", "AL", "XK"):
        make_beneficiary(code)


@pytest.fixture(scope="module")
def shared_library(words, shared_index):
    """Three resources and the index of them."""
    release, admission = make_term(FacetCode.STAGE, "release"), make_term(FacetCode.STAGE, "admission")
    pages = {
        "plan": make_practice(
            headline_en="Release plans",
            summary_en="Made early & often.",
            stages=[release],
            last_reviewed_on=date(2026, 1, 1),
        ),
        "zatvor": make_practice(
            ready=("sr",),
            headline_sr="Пријем у затвор",
            summary_sr="Први дан.",
            stages=[admission, release],
            beneficiaries=[make_beneficiary("RS")],
            last_reviewed_on=date(2025, 1, 1),
        ),
        "rules": make_page(Standard, headline_en="Prison rules", reference="Rec(2006)2", adopted_on="2006"),
    }
    shared_index()
    return pages


@pytest.fixture
def library(db, shared_library):
    """Its pages, read anew: a test may change them."""
    return {name: type(page).objects.get(pk=page.pk) for name, page in shared_library.items()}


def soup(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser")


def titles(response):
    return [heading.get_text() for heading in soup(response).select(".result h3")]


def total(response):
    return int(soup(response).select_one("[role=status] strong").get_text())


def counts(response, facet):
    boxes = soup(response).select(f"#filters input[type=checkbox][name={facet}]")
    return {box["value"]: int(box.find_next(class_="count").get_text()) for box in boxes}


# Browsing and searching ------------------------------------------------------------------------------------------


def test_browsing_shows_everything_newest_first(client, library):
    response = client.get(ADDRESS)
    assert titles(response) == ["Release plans", "Пријем у затвор", "Prison rules"]
    assert total(response) == 3
    assert soup(response).h1.get_text() == "Library"
    assert not soup(response).select("meta[name=robots]")


def test_other_script_finds_and_is_marked_as_it_is_written(client, library):
    response = client.get(ADDRESS, {"q": "zatvor"})
    heading = soup(response).select_one(".result h3")
    assert str(heading.a.decode_contents()) == "Пријем у <mark>затвор</mark>"
    assert heading.a["lang"] == "sr-Cyrl"


def test_readers_of_latin_script_get_it_in_theirs_with_the_mark(client, library):
    heading = soup(client.get("/sr-latn/library/", {"q": "затвор"})).select_one(".result h3 a")
    assert heading.decode_contents() == "Prijem u <mark>zatvor</mark>"
    assert not heading.has_attr("lang")


def test_a_line_says_what_it_is(client, library):
    first, second, third = soup(client.get(ADDRESS)).select(".result")
    assert first.select_one(".badge").get_text() == "Good practice"
    assert first.select_one(".prose").get_text() == "Made early & often."
    assert [span.get_text() for span in first.select(".meta > *")] == [
        "Albania",
        "Stage: Release",
        "monitored",
        "English",
        "1 January 2026",
    ]
    assert [span.get_text() for span in second.select(".meta > *")][:2] == ["Serbia", "2 stages"]
    assert [span.get_text() for span in third.select(".meta > *")] == ["English", "Rec(2006)2", "2006"]
    assert first.h3.a["href"] == library["plan"].get_url()


def test_all_state_is_in_the_address_and_survives_in_forms(client, library):
    page = soup(client.get(f"{ADDRESS}?q=plan&stage=release&type=good_practice&sort=oldest"))
    search = {(field["name"], field["value"]) for field in page.select(".searchbox input[type=hidden]")}
    assert search == {("stage", "release"), ("type", "good_practice"), ("sort", "oldest")}
    filters = {(field["name"], field["value"]) for field in page.select("#filters input[type=hidden]")}
    assert filters == {("q", "plan"), ("sort", "oldest")}
    assert page.select_one("input[type=search]")["value"] == "plan"
    checked = {(box["name"], box["value"]) for box in page.select("#filters input[checked]")}
    assert checked == {("stage", "release"), ("type", "good_practice")}


def test_active_filters_are_removed_one_by_one(client, library):
    page = soup(client.get(f"{ADDRESS}?stage=release&stage=admission&type=standard"))
    links = {link.span.get_text(): link["href"] for link in page.select(".active-filters .chip")}
    assert links == {
        "Standard": "/en/library/?stage=admission&stage=release",
        "Admission": "/en/library/?type=standard&stage=release",
        "Release": "/en/library/?type=standard&stage=admission",
    }
    assert page.select_one(".active-filters .button")["href"] == "/en/library/"


def test_narrowed_lists_are_not_for_search_engines(client, library):
    page = soup(client.get(f"{ADDRESS}?stage=release"))
    assert page.select_one("meta[name=robots]")["content"] == "noindex, follow"
    assert not page.select("link[rel=alternate][hreflang]")
    assert len(soup(client.get(ADDRESS)).select("link[rel=alternate][hreflang]")) == 8


def test_language_links_keep_the_query(client, library):
    page = soup(client.get(f"{ADDRESS}?q={quote('затвор')}&stage=release&x=%00&page=7"))
    link = page.select_one(".languages a[hreflang=sq]")
    assert link["href"] == f"/sq/library/?q={quote('затвор')}&stage=release"


# Counts ----------------------------------------------------------------------------------------------------------


def test_counts_are_with_the_filters_of_all_other_facets(client, library):
    response = client.get(f"{ADDRESS}?stage=admission")
    assert counts(response, "stage") == {"custody": 0, "admission": 1, "release": 2}
    assert counts(response, "type") == {"good_practice": 1, "standard": 0}
    assert counts(response, "beneficiary") == {"AL": 0, "XK": 0, "RS": 1}


def test_beneficiaries_are_in_alphabetical_order_with_the_mark_and_the_note(client, library):
    page = soup(client.get(ADDRESS))
    labels = [label.span.get_text() for label in page.select("#filters label") if label.input["name"] == "beneficiary"]
    assert labels == ["Albania", "Kosovo*", "Serbia"]
    assert len(page.select("#status-note")) == 1


# Nothing found ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["q=nonsense", "q=%3F%3F%3F", "q=%22%28%2B-%29", "stage=admission&type=standard"])
def test_an_empty_list_shows_ways_on(client, library, query):
    response = client.get(f"{ADDRESS}?{query}")
    assert (titles(response), total(response)) == ([], 0)
    page = soup(response)
    assert page.select_one(".empty h2").get_text() == "No results found"
    stages = [link["href"] for link in page.select(".chips a") if "Release" in link.get_text()]
    assert stages == ["/en/library/?stage=release"]


def test_an_empty_list_offers_single_words_and_fewer_filters(client, library):
    page = soup(client.get(f"{ADDRESS}?q=nonsense+release&stage=admission&type=standard"))
    links = [link["href"] for link in page.select(".chips a.chip")]
    assert links[:4] == [
        "/en/library/?q=nonsense+release&stage=admission",
        "/en/library/?q=nonsense+release&type=standard",
        "/en/library/?q=nonsense&type=standard&stage=admission",
        "/en/library/?q=release&type=standard&stage=admission",
    ]
    assert page.select_one(".empty .button")["href"] == "/en/library/?q=nonsense+release"
    assert page.find("a", string="Leave out the words and keep the filters")["href"] == (
        "/en/library/?type=standard&stage=admission"
    )


@pytest.mark.parametrize("query", ["q=nonsense", "stage=admission&type=standard"])
def test_leaving_out_the_words_is_offered_only_where_filters_stay(client, library, query):
    page = soup(client.get(f"{ADDRESS}?{query}"))
    assert page.find("a", string="Leave out the words and keep the filters") is None


def test_an_empty_list_leads_to_the_glossary(client, library):
    make_concept("parole", label_en="Parole", label_sq="Lirimi me kusht")
    make_concept("radicalisation", label_en="Violent radicalisation")
    page = soup(client.get(f"{ADDRESS}?q=nonsense+lirimi&stage=admission&type=standard"))
    assert [link["href"] for link in page.select(".chips a") if "/glossary/" in link["href"]] == [
        "/en/glossary/parole/"
    ]


def test_a_library_without_resources_says_so(client, library, build_index):
    CatalogueIndexPage.objects.all().delete()
    build_index()
    page = soup(client.get(ADDRESS))
    assert page.select_one(".empty p").get_text() == "The library has no resources yet."


# Who may see what ------------------------------------------------------------------------------------------------


@pytest.fixture
def closed(library, build_index):
    """A page for members only, with a word, a stage and a year of its own."""
    group = make_group("Members")
    secret = make_term(FacetCode.STAGE, "secret", label_en="Secret stage")
    make_practice(
        headline_en="Hidden protocol", stages=[secret], last_reviewed_on=date(1999, 1, 1), restricted_to=group
    )
    build_index()
    return make_user(group)


def test_what_is_closed_is_nowhere(client, closed):
    for query in ({}, {"q": "hidden protocol"}, {"stage": "secret"}, {"year": "1999"}):
        response = client.get(ADDRESS, query)
        assert "Hidden" not in soup(response).select_one("main ol.results, main .empty").get_text()
        assert counts(response, "stage")["secret"] == 0
        assert counts(response, "year").get("1999", 0) == 0
    assert total(client.get(ADDRESS, {"q": "hidden"})) == 0


def test_members_find_it_marked_as_theirs(client, closed):
    client.force_login(closed)
    response = client.get(ADDRESS, {"q": "hidden"})
    assert titles(response) == ["Hidden protocol"]
    assert "Members only" in [badge.get_text().strip() for badge in soup(response).select(".result .badge")]
    assert counts(response, "stage")["secret"] == 1


def test_an_index_that_is_behind_the_database_shows_nothing_closed(client, library):
    restrict(library["plan"], LOGIN)
    GoodPractice.objects.filter(pk=library["zatvor"].pk).update(live=False)
    response = client.get(ADDRESS)
    assert (titles(response), total(response)) == (["Prison rules"], 1)


# Cost ------------------------------------------------------------------------------------------------------------


def test_one_resource_takes_as_many_queries_as_three_or_twenty(client, library, build_index):
    CatalogueIndexPage.objects.all().delete()
    make_practice()
    client.get(ADDRESS)
    numbers = []
    for more in (0, 2, 17):
        for _ in range(more):
            make_practice()
        build_index()
        with CaptureQueriesContext(connection) as context:
            client.get(ADDRESS)
        numbers.append(len(context))
    assert numbers == [numbers[0]] * 3


# The engine is away ----------------------------------------------------------------------------------------------


@pytest.fixture
def without_engine(library, lose_index):
    lose_index()
    return library


def test_the_database_answers_and_says_so(client, without_engine, caplog):
    with caplog.at_level(logging.WARNING):
        response = client.get(ADDRESS)
    assert titles(response) == ["Release plans", "Пријем у затвор", "Prison rules"]
    page = soup(response)
    assert page.select_one(".notice__title").get_text() == "Simple search"
    assert {count.get_text() for count in page.select("#filters .count")} == {""}
    assert "the database answers" in caplog.text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=plans", ["Release plans"]),
        ("q=release+plans", ["Release plans"]),
        ("q=release+nonsense", []),
        ("type=standard", ["Prison rules"]),
        ("stage=release&sort=oldest", ["Пријем у затвор", "Release plans"]),
        ("stage=release&stage=admission", ["Release plans", "Пријем у затвор"]),
        ("beneficiary=RS", ["Пријем у затвор"]),
        ("language=sr", ["Пријем у затвор"]),
        ("evidence=monitored&type=standard", []),
        ("evidence=monitored&language=en", ["Release plans"]),
        ("year=2006", ["Prison rules"]),
        ("page=99", ["Release plans", "Пријем у затвор", "Prison rules"]),
    ],
)
def test_the_database_knows_words_and_filters_too(client, without_engine, query, found):
    assert titles(client.get(f"{ADDRESS}?{query}")) == found


def test_drafts_and_closed_pages_stay_hidden_from_it(client, without_engine):
    make_page(Methodology, headline_en="Draft plans", live=False)
    make_practice(headline_en="Closed plans", restricted_to=LOGIN)
    make_practice(headline_mk="Нацрт plans")
    assert titles(client.get(ADDRESS, {"q": "plans"})) == ["Release plans"]


# Whatever is asked -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=%ff%fe&type=%ff",
        "q=<script>alert(1)</script>",
        "q=" + "a" * 5000,
        "q=" + "a+" * 2000,
        "&&==&q",
        "page=-1&page=x",
        'q="unclosed AND (NOT * ~ ^9 title_en:x',
        "stage[]=release&q[$ne]=1",
    ],
)
def test_bad_input_by_hand(client, library, query):
    response = client.get(f"{ADDRESS}?{query}")
    assert response.status_code == 200
    assert not re.search(r"<script>alert", response.content.decode())


def test_only_reading_is_allowed(client, library):
    assert client.post(ADDRESS).status_code == 405
    assert client.head(ADDRESS).status_code == 200


@pytest.mark.parametrize("code", ["en", "sq", "bs", "cnr", "mk", "sr", "sr-latn"])
def test_every_rendering(client, library, code):
    response = client.get(f"/{code}/library/", {"q": "plans", "stage": "release"})
    assert len(titles(response)) == 1
