"""Which language an address is answered in, and where an address without one leads."""

from urllib.parse import unquote

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import translation

from portal.core.middleware.reader import ReaderLanguageMiddleware, language_of_path
from tests.factories.pages import make_plain
from tests.factories.people import make_superuser

pytestmark = pytest.mark.django_db


def answer(request, response=None):
    """What the middleware makes of an answer; without one, of a page in the language that was active."""
    return ReaderLanguageMiddleware(lambda _request: response or HttpResponse(translation.get_language()))(request)


@pytest.mark.parametrize(
    ("path", "code"),
    [("/sq/", "sq"), ("/sr-latn/library/", "sr-latn"), ("/cnr", "cnr"), ("/sr/x/", "sr")],
)
def test_an_address_begins_with_its_rendering(path, code):
    assert language_of_path(path).code == code


@pytest.mark.parametrize("path", ["/", "/hr/", "/SQ/", "/sr_latn/", "/srx/", "/library/", "//sq/", "/sq.html", ""])
def test_other_addresses_begin_with_none(path):
    assert language_of_path(path) is None


@pytest.mark.parametrize(
    ("header", "cookie", "target"),
    [
        ("", None, "/en/"),
        ("sq,en;q=0.5", None, "/sq/"),
        ("hr", None, "/bs/"),
        ("sr-ME", None, "/cnr/"),
        ("sr-Latn", None, "/sr-latn/"),
        ("sq", "mk", "/mk/"),
        ("sq", "nonsense", "/sq/"),
        ("sq", "\x00", "/sq/"),
    ],
)
def test_the_front_door_opens_in_the_remembered_else_the_preferred_language(client, header, cookie, target):
    if cookie is not None:
        client.cookies["language"] = cookie
    response = client.get("/", headers={"accept-language": header})
    assert (response.status_code, response["Location"]) == (302, target)
    assert set(response["Vary"].split(", ")) >= {"Accept-Language", "Cookie"}


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("/library/", "/sq/library/"),
        ("/library", "/sq/library/"),
        ("/library/?q=plan&type=standard", "/sq/library/?q=plan&type=standard"),
        ("/hr/library/", "/bs/library/"),
        ("/hr", "/bs/"),
        ("/sr-me/library/", "/cnr/library/"),
        ("/sr_Latn/library/", "/sr-latn/library/"),
        ("/SR/", "/sr/"),
        ("/sh/", "/sr-latn/"),
        ("/en-gb/library/?page=2", "/en/library/?page=2"),
    ],
)
def test_an_address_without_one_of_our_prefixes_leads_to_one_with(client, address, target):
    response = client.get(address, headers={"accept-language": "sq"})
    assert (response.status_code, response["Location"]) == (302, target)


@pytest.mark.parametrize(
    "address",
    [
        "/xx/library/",
        "/de/",
        "/pt-br/library/",
        "//evil.example/",
        "//evil.example",
        "/\\evil.example/",
        "/%5Cevil.example/",
        "///evil.example/library/",
        "/%00/",
        "/library%00/",
        "/wp-login.php",
        "/.env",
        "/../../etc/passwd",
        "/library//",
        "/media/original_images/x.png",
        "/documents/1/plan",
    ],
)
def test_what_is_nobodys_address_is_not_found(client, address):
    # By the environment, as a server gives it: the client would take `//name/` for a host.
    response = client.get("/", PATH_INFO=unquote(address))
    assert response.status_code == 404
    assert "Location" not in response


def test_the_admin_has_no_language_in_its_addresses(client):
    client.force_login(make_superuser())
    assert client.get("/admin/nonsense/").status_code == 404


def test_nothing_that_is_posted_is_redirected(client):
    assert client.post("/library/").status_code == 404


def test_a_visit_is_remembered_once(client, site_root):
    make_plain(slug="about")
    first = client.get("/sr-latn/about/")
    assert (first.status_code, first.cookies["language"].value) == (200, "sr-latn")
    assert first["Content-Language"] == "sr-Latn"
    assert "language" not in client.get("/sr-latn/about/").cookies
    assert client.get("/")["Location"] == "/sr-latn/"


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse("{}", content_type="application/json"),
        HttpResponse("gone", status=404),
        HttpResponse(status=302, headers={"Location": "/elsewhere/"}),
    ],
    ids=["not a page", "an error", "a redirect"],
)
def test_only_a_page_is_remembered(response):
    assert not answer(RequestFactory().get("/mk/x/"), response).cookies


def test_the_language_of_the_address_is_active_whatever_is_remembered():
    request = RequestFactory().get("/mk/x/", headers={"cookie": "language=sq", "accept-language": "bs"})
    assert answer(request).content == b"mk"
    assert request.LANGUAGE_CODE == "mk"


def test_an_address_without_a_language_is_answered_in_the_remembered_one():
    request = RequestFactory().get("/healthz", headers={"cookie": "language=sq"})
    assert answer(request).content == b"sq"
