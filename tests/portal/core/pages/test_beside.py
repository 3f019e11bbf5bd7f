"""A page in two languages: what belongs together stands in one row."""

import re

import pytest
from bs4 import BeautifulSoup

from tests.factories.pages import LOGIN, make_plain, make_practice

pytestmark = pytest.mark.usefixtures("site_root")

ALL = ("en", "sq", "bs", "cnr", "mk", "sr")


@pytest.fixture
def practice():
    return make_practice(
        slug="plan",
        ready=("en", "sq", "sr"),
        headline_en="Release plan",
        headline_sq="Plani i lirimit",
        headline_sr="План отпуста",
        context_en="<p>Before.</p>",
        context_sq="<p>Më parë.</p>",
        context_sr="<p>Раније.</p>",
        mechanism_en="<p>Trust.</p>",
    )


def rows(client, address):
    """Both texts of each row, with the language that each says it is in."""
    response = client.get(address)
    assert response.status_code == 200
    parsed = BeautifulSoup(response.text, "html.parser")
    return [
        [(cell["lang"], " ".join(cell.get_text(" ").split())) for cell in row.find_all(recursive=False)]
        for row in parsed.select(".beside__row")
    ]


def test_each_part_stands_beside_its_translation(client, practice):
    found = rows(client, "/en/practices/plan/beside/sq/")
    assert found[0] == [("en", "English"), ("sq", "Shqip")]
    assert found[1] == [("en", "Release plan"), ("sq", "Plani i lirimit")]
    assert [("en", "Context Before."), ("sq", "Konteksti Më parë.")] in found


def test_what_one_language_lacks_leaves_its_side_empty(client, practice):
    assert [("en", "Why it works Trust."), ("sq", "")] in rows(client, "/en/practices/plan/beside/sq/")


def test_the_reader_of_latin_serbian_reads_latin(client, practice):
    found = rows(client, "/sr-latn/practices/plan/beside/sq/")
    assert found[1] == [("sr-Latn", "Plan otpusta"), ("sq", "Plani i lirimit")]
    found = rows(client, "/sq/practices/plan/beside/sr-latn/")
    assert found[1] == [("sq", "Plani i lirimit"), ("sr-Latn", "Plan otpusta")]


def test_nothing_but_the_text_is_there_twice(client, practice):
    shown = client.get("/en/practices/plan/beside/sq/").text
    assert "How to cite" not in shown
    ids = re.findall(r'\sid="([^"]+)"', shown)
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("code", ["en", "mk", "sr", "sr-latn", "xx", "SQ"])
def test_only_languages_that_are_ready_and_another_one(client, code):
    make_plain(slug="about", ready=("en", "sq"))
    assert client.get(f"/en/about/beside/{code}/").status_code == 404


def test_both_scripts_of_serbian_are_one_language(client, practice):
    assert client.get("/sr/practices/plan/beside/sr-latn/").status_code == 404


def test_a_page_shown_in_another_language_does_not_stand_beside_itself(client):
    make_plain(slug="about", ready=("sq", "en"), headline_sq="Rreth nesh", headline_en="About")
    # A Macedonian reader gets the English one.
    assert client.get("/mk/about/beside/en/").status_code == 404
    assert rows(client, "/mk/about/beside/sq/")[1] == [("en", "About"), ("sq", "Rreth nesh")]


def test_a_closed_page_is_not_there(client):
    make_practice(slug="closed", ready=ALL, restricted_to=LOGIN)
    assert client.get("/en/practices/closed/beside/sq/").status_code == 404


def test_the_page_leads_there_when_it_has_two_languages(client, practice):
    make_practice(slug="single")
    link = 'href="/en/practices/plan/beside/sq/"'
    assert link in client.get("/en/practices/plan/").text
    assert "/beside/" not in client.get("/en/practices/single/").text


def test_language_links_lead_to_the_same_two(client, practice):
    shown = BeautifulSoup(client.get("/en/practices/plan/beside/sq/").text, "html.parser")
    links = [link["href"] for link in shown.select("#languages a")]
    assert links == [f"/{code}/practices/plan/beside/sq/" for code in ("en", "bs", "cnr", "mk", "sr", "sr-latn")]
