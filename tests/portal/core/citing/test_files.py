"""Entries for reference managers, below the pages that say how to cite them."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from network.models import EventPage
from portal.website.models import HighlightPage, PlainPage
from practices.models import Methodology, Standard
from tests.factories.pages import make_news, make_page, make_practice
from tests.factories.vocabulary import make_beneficiary

pytestmark = pytest.mark.django_db


def lines(response):
    """Of an entry in RIS, by tag; notes are the last."""
    return dict(line.split("  - ", 1) for line in response.content.decode().split("\r\n") if line)


def entry(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return lines(response)


@pytest.fixture
def links(client):
    """The entries that a page offers."""

    def offered(address):
        page = BeautifulSoup(client.get(address).content.decode(), "html.parser")
        return [link["href"] for link in page.select("a[download]") if "/cite/" in link["href"]]

    return offered


@pytest.mark.parametrize("model", [Methodology, Standard, HighlightPage])
def test_a_page_that_is_cited_offers_both(site_root, client, links, model):
    page = make_page(model, ready=("en", "mk"), slug="one")
    address = page.get_url().replace("/en/", "/mk/")
    assert links(address) == [f"{address}cite/bibtex/", f"{address}cite/ris/"]
    for link, name, kind in zip(
        links(address),
        ("one.bib", "one.ris"),
        ("application/x-bibtex; charset=utf-8", "application/x-research-info-systems; charset=utf-8"),
        strict=True,
    ):
        response = client.get(link)
        assert (response["Content-Type"], response["Content-Language"]) == (kind, "mk")
        assert response["Content-Disposition"] == f'attachment; filename="{name}"'


@pytest.mark.parametrize("model", [PlainPage, EventPage])
def test_a_page_that_nobody_cites_offers_none(site_root, client, links, model):
    page = make_page(model)
    assert links(page.url) == []
    assert client.get(f"{page.url}cite/ris/").status_code == 404


def test_it_is_in_the_language_that_the_reader_gets(site_root, client):
    make_practice(
        slug="plan",
        ready=("sr",),
        headline_sr="Џуниор са Косова",
        beneficiaries=[make_beneficiary("XK", name_en="Kosovo", name_sr="Косово")],
    )
    found = {code: entry(client, f"/{code}/practices/plan/cite/ris/") for code in ("sr", "sr-latn", "cnr", "en")}
    assert {code: (said["TI"], said["M3"], said["LA"]) for code, said in found.items()} == {
        "sr": ("Џуниор са Косова*", "Добра пракса, Косово*", "sr-Cyrl"),
        "sr-latn": ("Džunior sa Kosova*", "Dobra praksa, Kosovo*", "sr-Latn"),
        "cnr": ("Džunior sa Kosova*", "Dobra praksa, Kosovo*", "sr-Latn"),
        "en": ("Џуниор са Косова*", "Добра пракса, Косово*", "sr-Cyrl"),
    }
    # The address is the one at which this very text is at home.
    assert found["cnr"]["UR"] == "http://testserver/sr/practices/plan/"
    assert found["sr-latn"]["UR"] == "http://testserver/sr-latn/practices/plan/"
    assert all("1244" in said["N1"] for said in found.values())


def test_news_are_cited_as_what_they_are(site_root, client):
    page = make_news(slug="one", headline_en="Met in Tirana", date=date(2026, 3, 9))
    page.save_revision().publish()
    said = entry(client, "/en/news/one/cite/ris/")
    assert (said["TI"], said["M3"], said["AU"], said["DA"]) == ("Met in Tirana", "News", "Continuum", "2026/03/09/")
    assert said["N1"].startswith("Last updated ")


def test_what_is_invented_says_so(site_root, client):
    make_practice(slug="plan", is_sample=True)
    assert entry(client, "/en/practices/plan/cite/ris/")["N1"].startswith("Sample content for demonstration.")


def test_a_standard_is_cited_as_the_instrument_that_it_is(site_root, client):
    make_page(
        Standard,
        slug="rules",
        headline_en="Prison Rules",
        reference="Rec(2006)2",
        instrument_type="recommendation",
        issuing_body_en="Council of Europe",
        adopted_on="2006-01-11",
        revised_on="2020",
        official_url="https://rm.example/rules",
    )
    said = entry(client, "/en/standards/rules/cite/ris/")
    assert said == {
        "TY": "GOVDOC",
        "AU": "Council of Europe",
        "TI": "Prison Rules",
        "PY": "2006",
        "DA": "2006/01/11/",
        "PB": "Council of Europe",
        "M3": "Recommendation",
        "M1": "Rec(2006)2",
        "LA": "en",
        "UR": "https://rm.example/rules",
        "N1": "Revised 2020",
        "ER": "",
    }
    page = BeautifulSoup(client.get("/en/standards/rules/").content.decode(), "html.parser")
    assert " ".join(page.select_one(".cite").get_text().split()) == (
        "Council of Europe (2006). Prison Rules. Recommendation, Rec(2006)2. Revised 2020. https://rm.example/rules"
    )
    # What one copies is the address of this page.
    assert page.select_one(".js-copy")["data-copy"] == "http://testserver/en/standards/rules/"


def test_a_standard_without_an_official_address_is_cited_by_this_page(site_root, client):
    make_page(Standard, slug="rules")
    said = entry(client, "/en/standards/rules/cite/ris/")
    assert (said["UR"], "AU" in said, "DA" in said) == ("http://testserver/en/standards/rules/", False, False)
