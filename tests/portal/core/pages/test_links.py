"""The same page in other languages: switch, hreflang, canonical address."""

import pytest
from bs4 import BeautifulSoup

from portal.core.languages.catalogue import LANGUAGES
from portal.vocabulary.models.taxonomy import FacetCode
from tests.factories.pages import make_plain
from tests.factories.vocabulary import make_term

pytestmark = pytest.mark.django_db

CODES = [language.code for language in LANGUAGES]


def head(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def canonical(soup):
    return soup.find("link", rel="canonical")["href"]


def alternates(soup):
    return {link["hreflang"]: link["href"] for link in soup.find_all("link", rel="alternate", hreflang=True)}


@pytest.mark.parametrize("code", CODES)
def test_the_switch_leads_to_the_same_page_in_all_seven_renderings(client, site_root, code):
    make_plain(slug="about", ready=("en", "mk"))
    links = head(client, f"/{code}/about/").select("nav.languages a")
    assert [link["href"] for link in links] == [f"/{each}/about/" for each in CODES]
    assert [link["href"] for link in links if link.get("aria-current")] == [f"/{code}/about/"]
    assert [link["href"] for link in links if link.get("data-ready") != "false"] == ["/en/about/", "/mk/about/"]


def test_the_switch_of_a_view_keeps_the_query(client, site_root):
    make_term(FacetCode.STAGE, "release")
    links = head(client, "/sq/library/?q=plan&stage=release").select("nav.languages a")
    assert [link["href"] for link in links] == [f"/{each}/library/?q=plan&stage=release" for each in CODES]


def test_the_switch_of_a_page_that_is_not_there_leads_home(client, site_root):
    response = client.get("/sq/nothing.here")
    links = BeautifulSoup(response.content, "html.parser").select("nav.languages a")
    elsewhere = {link["href"] for link in links if not link.get("aria-current")}
    assert elsewhere == {f"/{each}/" for each in CODES if each != "sq"}


def test_hreflang_names_each_rendering_that_is_there(client, site_root):
    make_plain(slug="about", ready=("sq", "sr"))
    expected = {
        "sq": "http://testserver/sq/about/",
        "sr-Cyrl": "http://testserver/sr/about/",
        "sr-Latn": "http://testserver/sr-latn/about/",
        "x-default": "http://testserver/sq/about/",
    }
    for code in CODES:
        assert alternates(head(client, f"/{code}/about/")) == expected


@pytest.mark.parametrize(
    ("ready", "at_home"),
    [
        (("en",), dict.fromkeys(CODES, "en")),
        (("sr",), {**dict.fromkeys(CODES, "sr"), "sr-latn": "sr-latn"}),
        (("sq", "bs"), {"en": "bs", "sq": "sq", "bs": "bs", "cnr": "bs", "mk": "bs", "sr": "bs", "sr-latn": "bs"}),
    ],
)
def test_the_canonical_address_is_the_one_of_the_language_shown(client, site_root, ready, at_home):
    make_plain(slug="about", ready=ready)
    found = {code: canonical(head(client, f"/{code}/about/")) for code in CODES}
    assert found == {code: f"http://testserver/{home}/about/" for code, home in at_home.items()}


def test_a_query_string_does_not_make_another_page(client, site_root):
    make_plain(slug="about")
    assert canonical(head(client, "/en/about/?utm_source=mail")) == "http://testserver/en/about/"
