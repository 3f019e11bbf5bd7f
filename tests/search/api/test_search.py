"""Programs get what the page of the library shows."""

from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.core.status_note.notes import note_for
from portal.core.status_note.text import bare_mentions
from tests.factories.pages import make_practice
from tests.factories.people import make_user

RENDERINGS = ("en", "sq", "bs", "cnr", "mk", "sr", "sr-latn")


def page_of(client, language, parameters):
    response = client.get(f"/{language}/library/", parameters)
    return BeautifulSoup(response.content.decode(), "html.parser")


def as_shown(page):
    """Of each result what the page writes and where it leads, of each filter what it counts."""
    results = [
        (
            heading.decode_contents(),
            heading.get("lang", page.html["lang"]),
            heading["href"],
            heading.find_parent(class_="result").select_one("p.prose").decode_contents(),
        )
        for heading in page.select(".result h3 a")
    ]
    counts = {
        (box["name"], box["value"]): (box.find_next(class_="count").get_text(), box.has_attr("checked"))
        for box in page.select("#filters input[type=checkbox]")
    }
    return results, int(page.select_one("[role=status] strong").get_text()), counts


def as_answered(answer):
    results = [
        (
            one["title"]["html"],
            one["title"]["lang"],
            urlsplit(one["url"]).path,
            (one["passage"] or one["summary"])["html"],
        )
        for one in answer["results"]
    ]
    counts = {
        (facet["name"], value["value"]): (str(value["count"]), value["is_chosen"])
        for facet in answer["facets"]
        for value in facet["values"]
    }
    return results, answer["total"], counts


@pytest.mark.parametrize("language", RENDERINGS)
def test_the_same_as_on_the_page(client, library, ask, language):
    for parameters in (
        {},
        {"q": "release"},
        {"q": "otpust", "also": "off"},
        {"stage": "release", "sort": "oldest"},
        {"type": ["standard", "good_practice"], "year": "2006"},
        {"q": "release", "language": "sr"},
    ):
        page = page_of(client, language, parameters)
        assert as_answered(ask(lang=language, **parameters)) == as_shown(page), parameters


def test_a_resource_in_full(library, ask):
    (found,) = ask(q="plans", also="off")["results"]
    page = library["plan"]
    assert found == {
        "id": f"practices.goodpractice:{page.pk}",
        "type": {"code": "good_practice", "label": "Good practice"},
        "title": {"text": "Release plans", "html": "Release <mark>plans</mark>", "lang": "en"},
        "url": f"http://testserver{page.get_url()}",
        "summary": {"text": "Made early & often.", "html": "Made early &amp; often.", "lang": "en"},
        "passage": None,
        "file": None,
        "beneficiaries": ["Albania"],
        "stages": ["Release"],
        "evidence": "monitored",
        "languages": [{"code": "en", "label": "English", "lang": "en"}],
        "notes": [],
        "date": "2026-01-01",
        "year": None,
        "is_sample": False,
        "is_restricted": False,
        "is_review_overdue": False,
    }


def test_what_is_dated_by_the_year_and_has_a_reference(library, ask):
    (found,) = ask(type="standard")["results"]
    assert (found["date"], found["year"]) == (None, 2006)
    assert found["notes"] == [{"label": "Rec(2006)2", "lang": "en"}]


def test_another_spelling_is_offered_with_the_search_for_it(client, library, ask):
    offered = ask(q="prisom")["did_you_mean"]
    assert offered == {"text": "prison", "url": "http://testserver/api/v1/search?q=prison&lang=en"}
    # The other two are found by the name of the agency that takes part.
    assert [one["title"]["text"] for one in client.get(offered["url"]).json()["results"]] == [
        "Prison rules",
        "Release plans",
        "План отпуста са Косова*",
    ]


def test_what_else_was_searched_for_as_on_the_page(client, library, ask):
    page = page_of(client, "en", {"q": "prison"})
    shown = [(term.get_text(), term.get("lang", "en")) for term in page.select(".search-note p > span")]
    assert [(term["label"], term["lang"]) for term in ask(q="prison")["also_searched"]] == shown
    assert len(shown) > 3
    assert ask(q="prison", also="off")["also_searched"] == []


# Audience --------------------------------------------------------------------------------------------------------


def test_closed_things_are_in_the_answers_of_those_who_may_see_them_alone(client, library, ask, build_index):
    questions = ({}, {"q": "Zanzibarian"}, {"q": "Zanzibaria"}, {"q": "Zamzibarian"}, {"year": "2027"})
    build_index()
    outside = [ask(**parameters) for parameters in questions]
    library["secret"].delete()
    build_index()
    assert outside == [ask(**parameters) for parameters in questions]
    assert "Zanzibarian" not in str(outside)


def test_a_member_finds_it(client, library, ask):
    client.force_login(make_user())
    (found,) = ask(q="Zanzibarian")["results"]
    assert (found["title"]["html"], found["is_restricted"]) == ("<mark>Zanzibarian</mark> release", True)
    assert ask(q="Zamzibarian")["did_you_mean"]["text"] == "zanzibarian"
    assert ask()["total"] == 4


@pytest.mark.parametrize("is_member", [False, True])
def test_no_answer_is_kept_on_the_way(client, library, is_member):
    if is_member:
        client.force_login(make_user())
    for address in ("/api/v1/search?q=plan", "/api/v1/suggestions?q=plan"):
        response = client.get(address)
        assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
        assert "Cookie" in response["Vary"]


# Script and status ------------------------------------------------------------------------------------------------


def test_text_leaves_in_the_script_of_the_reader_with_its_marks(library, ask):
    answer = ask(q="отпуст", lang="sr-latn", also="off")
    (found,) = answer["results"]
    assert found["title"] == {
        "text": "Plan otpusta sa Kosova*",
        "html": "Plan <mark>otpusta</mark> sa Kosova*",
        "lang": "sr-Latn",
    }
    assert found["summary"]["text"] == "Džak i NJEGA."
    # The name that a language has for itself is in its own script.
    assert found["languages"] == [{"code": "sr", "label": "Српски", "lang": "sr-Cyrl"}]


def test_a_marked_mention_has_its_asterisk_within_the_mark(library, ask):
    (found,) = ask(q="Косово", lang="sr", also="off")["results"]
    assert found["title"]["html"] == "План отпуста са <mark>Косова*</mark>"


@pytest.mark.parametrize("language", RENDERINGS)
def test_the_footnote_stands_once_where_it_is_needed(client, library, ask, language):
    answer = ask(q="otpust", lang=language)
    assert answer["status_note"] == f"* {note_for(language)}"
    body = client.get("/api/v1/search", {"q": "otpust", "lang": language}).content.decode()
    assert bare_mentions(body.replace(note_for(language), "")) == []
    assert body.count(note_for(language)) == 1


def test_no_footnote_without_a_mention(library, ask):
    answer = ask(type="standard", lang="en")
    assert "Kosovo" not in str(answer)
    assert answer["status_note"] is None


def test_the_answer_is_in_the_language_that_was_asked_for(client, library):
    client.cookies["language"] = "mk"
    for asked, said in {"sq": "sq", "sr-latn": "sr-Latn", "": "en"}.items():
        response = client.get("/api/v1/search", {"lang": asked}, headers={"accept-language": "bs"})
        assert (response["Content-Language"], response.json()["lang"]) == (said, said)


# Pages ------------------------------------------------------------------------------------------------------------


def test_pages_lead_to_each_other(client, library, build_index, ask):
    pages = [make_practice(headline_en=f"Diary {number}") for number in range(41)]
    build_index()
    first = ask(q="diary", sort="oldest", lang="bs")
    assert (first["total"], first["page"], first["pages"], first["page_size"]) == (41, 1, 3, 20)
    assert (len(first["results"]), first["previous"]) == (20, None)
    assert first["next"] == "http://testserver/api/v1/search?q=diary&sort=oldest&page=2&lang=bs"
    second = client.get(first["next"]).json()
    third = client.get(second["next"]).json()
    assert (third["page"], third["next"], len(third["results"])) == (3, None, 1)
    assert client.get(third["previous"]).json() == second
    assert ask(q="diary", sort="oldest", lang="bs", page=99) == third
    ids = [one["id"] for answer in (first, second, third) for one in answer["results"]]
    assert sorted(ids) == sorted(f"practices.goodpractice:{page.pk}" for page in pages)


# Whatever comes ---------------------------------------------------------------------------------------------------


def test_when_the_engine_is_away_the_database_answers(library, ask, break_engine):
    break_engine()
    answer = ask(q="plans")
    assert answer["is_simple"] is True
    assert [one["title"]["text"] for one in answer["results"]] == ["Release plans"]
    assert {value["count"] for facet in answer["facets"] for value in facet["values"]} == {None}


def test_what_is_empty_or_has_no_meaning_is_left_out(library, ask):
    assert ask(offset="5", page="", sort="", stage="", also="", year="", lang="", q="\x00") == ask()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(["q", "type", "year", "page", "sort", "also", "lang"]),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    )
)
def test_no_question_fails(client, library, parameters):
    response = client.get("/api/v1/search", parameters)
    answer = response.json()
    if response.status_code == 422:
        assert {one["parameter"] for one in answer["errors"]} <= set(parameters)
    else:
        assert response.status_code == 200
        assert 0 <= len(answer["results"]) <= answer["total"]


def test_the_number_of_queries_does_not_depend_on_how_much_is_found(
    library, ask, build_index, django_assert_num_queries
):
    make_practice(headline_en="Diary")
    build_index()
    ask(q="diary")
    with django_assert_num_queries(7):
        assert ask(q="diary", also="off")["total"] == 1
    for _ in range(2):
        make_practice(headline_en="Diary of a day")
    build_index()
    with django_assert_num_queries(7):
        assert ask(q="diary", also="off")["total"] == 3
