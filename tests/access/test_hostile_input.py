"""Addresses and query strings that nobody would write by hand: answered, never with a failure."""

from urllib.parse import unquote_to_bytes

import pytest

from portal.vocabulary.models import Concept
from portal.website.models import HighlightPage
from tests.factories.pages import make_news, make_page, make_practice

pytestmark = pytest.mark.django_db

#: Addresses, with the parameters that they read.
PARAMETERS = {
    "/en/": ("q", "preview"),
    "/sr-latn/library/": (
        *("q", "type", "stage", "beneficiary", "area", "target", "agency", "evidence"),
        *("language", "year", "page", "sort"),
    ),
    "/sr-latn/library/feed/": (
        *("q", "type", "stage", "beneficiary", "area", "target", "agency", "evidence"),
        *("language", "year", "page", "sort", "also"),
    ),
    "/api/v1/search": (
        *("q", "type", "stage", "beneficiary", "area", "target", "agency", "evidence"),
        *("language", "year", "page", "sort", "also", "lang"),
    ),
    "/api/v1/suggestions": ("q", "lang"),
    "/mk/glossary/": ("q", "by", "letter"),
    "/en/glossary/prison/": ("q",),
    "/sq/continuum/": ("stage", "page"),
    "/sr-latn/continuum/custody/": ("stage", "type", "page"),
    "/en/news/": ("page", "year"),
    "/en/news/feed/": ("page", "year"),
    "/sq/news/one/": ("page",),
    "/en/highlights/": ("page", "year"),
    "/en/practices/good/": ("page",),
    "/en/account/login/": ("next",),
    "/sitemap.xml": ("page",),
    "/id/glossary": ("q",),
    "/id/concept/prison": ("q",),
    "/oai": ("verb", "verb=ListRecords&metadataPrefix", "verb=GetRecord&metadataPrefix=oai_dc&identifier"),
    "/en/practices/good/cite/bibtex/": ("page",),
    "/sr-latn/practices/good/cite/ris/": ("page",),
    "/healthz": ("q",),
    "/admin/login/": ("next",),
    "/text-size/": ("next",),
    "/documents/1/x.pdf": ("q",),
}

VALUES = (
    "%00",
    "0",
    "-1",
    "9" * 400,
    "1e9",
    "%D9%A2",
    "%ED%A0%80",
    "%FF%FE",
    "%F0%9F%98%80",
    "'%20OR%201=1--",
    '"%3E%3Cscript%3Ealert(1)%3C/script%3E',
    "%7B%7B7*7%7D%7D",
    "..%2F..%2Fetc%2Fpasswd",
    "a" * 5000,
    "((((%22*%20AND%20NOT",
    "затвор%20prison%20burg",
    "[]",
    "",
)

PATHS = (
    "/en/%00/",
    "/en/news/%00/",
    "/en/glossary/%00/",
    "/en/continuum/%00/",
    "/en/continuum/no-such-stage/",
    "/en/continuum/CUSTODY/",
    "/en/continuum/custody%27--/",
    "/en/continuum/затвор/",
    "/en/continuum/..%2Fcustody/",
    "/en/continuum/" + "-" * 500 + "/",
    "/en/%FF/",
    "/en/../../etc/passwd",
    "/en//news//",
    "//[evil/",
    "/en/" + "a/" * 200,
    "/" + "a" * 3000 + "/",
    "/documents/999999999999999999999999/x.pdf",
    "/documents/1/..%2F..%2Fetc%2Fpasswd",
    "/media/images/..%2F..%2F..%2Fetc%2Fpasswd",
    "/media/original_images/x.png",
    "/media/images/%00.png",
    "/en/glossary/" + "x" * 500 + "/",
    "/id/concept/" + "x" * 500,
    "/id/concept/%00",
    "/id/glossary.%00",
    "/en/library/saved/99999999999999999999/",
    "/en/library/saved/unsubscribe/%00/",
    "/en/library/saved/unsubscribe/" + "x." * 500 + "/",
    "/admin/pages/99999999999999999999/edit/",
)


@pytest.fixture
def content(site_root):
    Concept.objects.create(identifier="prison", label_en="prison")
    make_news(slug="one")
    make_practice(slug="good")
    make_page(HighlightPage, slug="two")


def as_handed_on(text: str | bytes) -> str:
    """What a server puts into the environment: the bytes of the request, decoded as Latin-1."""
    return (text.encode() if isinstance(text, str) else text).decode("latin-1")


@pytest.mark.parametrize("address", PARAMETERS)
def test_no_query_string_breaks_a_page(client, content, address):
    for name in PARAMETERS[address]:
        for value in VALUES:
            response = client.get(address, QUERY_STRING=as_handed_on(f"{name}={value}"))
            assert response.status_code in (200, 302, 303, 404, 405, 422), (name, value)
            if response.status_code == 200 and not response.streaming:
                assert b"<script>alert" not in response.content, (name, value)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path[:40])
def test_no_address_breaks_the_portal(client, content, path):
    response = client.get("/", PATH_INFO=as_handed_on(unquote_to_bytes(path)))
    assert response.status_code in (301, 302, 404)
    assert not response.headers.get("Location", "/").startswith("//")


def test_all_at_once(client, content):
    address = "/sr-latn/library/"
    query = "&".join(f"{name}={value}" for name in PARAMETERS[address] for value in VALUES)
    assert client.get(address, QUERY_STRING=as_handed_on(query)).status_code == 200


@pytest.mark.parametrize("header", ["accept-language", "cookie", "referer", "user-agent", "accept"])
def test_no_header_breaks_a_page(client, content, header):
    for value in ("\x00", "a" * 5000, "language=\x00; text_size=<>", "*;q=nan", "é" * 50, ";;;==,,,"):
        assert client.get("/en/", headers={header: value}).status_code == 200
