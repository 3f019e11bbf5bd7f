"""`/sitemap.xml` has public pages in the renderings in which they can be read, and nothing else."""

import xml.etree.ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Site

from portal.core.languages.catalogue import LANGUAGES
from portal.vocabulary.models.taxonomy import FacetCode
from tests.factories.pages import LOGIN, make_news, make_plain, make_practice, restrict
from tests.factories.people import make_superuser
from tests.factories.vocabulary import make_concept, make_term

pytestmark = pytest.mark.django_db

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def entries(client):
    """Addresses without host, with the hreflang and address of the alternates of each."""
    response = client.get("/sitemap.xml")
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
    found = {}
    for entry in ET.fromstring(response.content).findall("s:url", NAMES):
        alternates = {link.get("hreflang"): path(link.get("href")) for link in entry.findall("x:link", NAMES)}
        address = path(entry.find("s:loc", NAMES).text)
        assert address not in found
        found[address] = alternates
    return found


def path(address):
    assert address.startswith("http://testserver/"), address
    return address.removeprefix("http://testserver")


def test_what_is_public_and_no_page_is_there_in_all_renderings(client, site_root):
    expected = {}
    for below in ("", "calendar/", "directory/", "preconditions/", "trainings/framework/", "trainings/trainers/"):
        alternates = {language.html_lang: f"/{language.code}/{below}" for language in LANGUAGES}
        expected |= dict.fromkeys(alternates.values(), alternates)
    assert entries(client) == expected


def test_a_page_is_there_in_the_renderings_it_is_ready_in(client, site_root):
    make_plain(slug="about", ready=("sq", "sr"), overview=("mk",))
    alternates = {"sq": "/sq/about/", "sr-Cyrl": "/sr/about/", "sr-Latn": "/sr-latn/about/"}
    found = {address: links for address, links in entries(client).items() if "about" in address}
    assert found == dict.fromkeys(["/sq/about/", "/sr/about/", "/sr-latn/about/"], alternates)


def test_it_names_the_same_addresses_as_the_pages_themselves(client, site_root):
    """Whatever host the site has in the administration."""
    Site.objects.update(hostname="elsewhere.example", port=443)
    make_plain(slug="about", ready=("sq", "mk"))
    head = BeautifulSoup(client.get("/mk/about/").content.decode(), "html.parser").head
    told = {link["hreflang"]: path(link["href"]) for link in head.select("link[hreflang]")}
    told.pop("x-default")
    assert entries(client)[path(head.select_one("link[rel=canonical]")["href"])] == told


def test_what_is_not_public_is_not_there_whoever_asks(client, site_root):
    make_plain(slug="draft-page", live=False)
    make_plain(slug="closed-page", restricted_to=LOGIN)
    news = make_news(slug="below-closed")
    restrict(news.get_parent(), LOGIN)
    client.force_login(make_superuser())
    text = client.get("/sitemap.xml").content
    for word in (b"draft-page", b"closed-page", b"below-closed", b"/news/"):
        assert word not in text


def test_addresses_that_only_redirect_are_not_there(client, site_root):
    make_practice(slug="a-practice")
    assert [address for address in entries(client) if "practices" in address] == ["/en/practices/a-practice/"]


def test_concepts_of_the_glossary_are_there_in_all_renderings(client, site_root):
    make_concept("prison")
    make_concept("release-plan", label_en="")
    found = {address: links for address, links in entries(client).items() if "/glossary/" in address}
    for path in ("glossary/", "glossary/prison/", "glossary/release-plan/"):
        alternates = {language.html_lang: f"/{language.code}/{path}" for language in LANGUAGES}
        for address in alternates.values():
            assert found.pop(address) == alternates
            assert client.get(address).status_code == 200
    assert found == {}


def test_stages_of_the_continuum_are_there_in_all_renderings(client, site_root):
    make_term(FacetCode.STAGE, "pre_release")
    found = {address: links for address, links in entries(client).items() if "/continuum/" in address}
    for path in ("continuum/", "continuum/pre-release/"):
        alternates = {language.html_lang: f"/{language.code}/{path}" for language in LANGUAGES}
        for address in alternates.values():
            assert found.pop(address) == alternates
            assert client.get(address).status_code == 200
    assert found == {}


def test_addresses_of_the_glossary_are_the_same_whoever_reads(client, site_root):
    make_concept("prison")
    in_english = entries(client)
    assert client.get("/sitemap.xml", headers={"accept-language": "sr-Latn"}).content.count(b"/sr-latn/glossary/") > 0
    client.get("/mk/")
    assert entries(client) == in_english


def test_no_more_queries_for_more_pages(client, site_root, django_assert_num_queries):
    make_plain()
    make_concept("one")
    make_term(FacetCode.STAGE, "one")
    client.get("/sitemap.xml")
    with django_assert_num_queries(QUERIES):
        client.get("/sitemap.xml")
    make_plain()
    make_plain()
    make_concept("two")
    make_concept("three")
    make_term(FacetCode.STAGE, "two")
    make_term(FacetCode.STAGE, "three")
    with django_assert_num_queries(QUERIES):
        client.get("/sitemap.xml")


#: Site, restrictions, pages, one for each of the two types of pages there are, concepts, and stages.
QUERIES = 8
