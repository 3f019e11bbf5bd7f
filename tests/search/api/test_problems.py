"""Whatever goes wrong below `/api/` is told to programs as JSON, in the language asked for."""

import pytest
from django.db import connection
from django.test import Client

from portal.core.languages.catalogue import LANGUAGES

pytestmark = pytest.mark.django_db

NOT_FOUND = {
    "title": "Not found",
    "status": 404,
    "detail": "There is nothing at this address, or it is not open to you.",
    "errors": [],
}


def problem(response, status):
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    assert "no-store" in response["Cache-Control"]
    told = response.json()
    assert (set(told), told["status"]) == ({"title", "status", "detail", "errors"}, status)
    return told


@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete", "options"])
@pytest.mark.parametrize(
    "address", ["/api/v1/", "/api/v1/nothing", "/api/v1/search/", "/api/v1/search/1/x.json", "/api/", "/api/v9/search"]
)
def test_an_unknown_address(site_root, address, method):
    # As strict as for browsers: a form from elsewhere is refused, and here there is none.
    client = Client(enforce_csrf_checks=True)
    if address == "/api/v1/":
        method = "get"
    assert problem(getattr(client, method)(address), 404) == NOT_FOUND


def test_a_closed_resource_is_the_same_as_none(client, library):
    answers = [
        client.get(f"/api/v1/search/practices.goodpractice:{key}").json()
        for key in (library["secret"].pk, library["plan"].pk, 10**9)
    ]
    assert answers == [NOT_FOUND] * 3


@pytest.mark.parametrize("address", ["/api/v1/search", "/api/v1/suggestions", "/api/v1/openapi.json"])
def test_a_wrong_method(site_root, address):
    response = Client(enforce_csrf_checks=True).post(address)
    assert problem(response, 405)["detail"] == "This address answers to GET only."
    assert "GET" in response["Allow"]


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ("sort=best", {"sort": "It has to be one of these: relevance, newest, oldest."}),
        ("page=0", {"page": "It has to be a whole number from 1 to 10000."}),
        ("page=%D9%A2&lang=", {"page": "It has to be a whole number from 1 to 10000."}),
        ("page=" + "9" * 5000, {"page": "It has to be a whole number from 1 to 10000."}),
        ("q=" + "a" * 201, {"q": "It may be 200 characters long at most."}),
        ("also=on", {"also": "It has to be one of these: off."}),
        (
            "stage=release&stage=x&year=99",
            dict.fromkeys(("stage", "year"), "There is no such value. Those there are stand in “facets” of an answer."),
        ),
        ("lang=de", {"lang": "It has to be one of these: en, sq, bs, cnr, mk, sr, sr-latn."}),
    ],
)
def test_wrong_parameters_are_named(client, library, query, wrong):
    told = problem(client.get(f"/api/v1/search?{query}"), 422)
    assert told["title"] == "Wrong parameters"
    assert {one["parameter"]: one["detail"] for one in told["errors"]} == wrong


def test_suggestions_have_parameters_of_their_own(client, site_root):
    told = problem(client.get("/api/v1/suggestions?sort=best&lang=xx"), 422)
    assert [one["parameter"] for one in told["errors"]] == ["lang"]
    assert client.get("/api/v1/suggestions?sort=best").status_code == 200


def test_more_parameters_than_django_reads(client, site_root):
    problem(client.get("/api/v1/search?" + "&".join(f"a{number}=" for number in range(10_001))), 400)


def test_a_failure(client, library):
    client.raise_request_exception = False
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE vocabulary_term RENAME TO vocabulary_gone")
    response = client.get("/api/v1/search?lang=en")
    assert problem(response, 500)["detail"] == "Something went wrong. Please try again later."


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_language_is_the_one_asked_for(client, site_root, language):
    client.cookies["language"] = "mk" if language.code != "mk" else "sq"
    response = client.get("/api/v1/nothing", {"lang": language.code}, headers={"accept-language": "bs"})
    told = problem(response, 404)
    assert response["Content-Language"] == language.html_lang
    assert (told == NOT_FOUND) is (language.code == "en")


def test_other_errors_stay_pages(client, site_root):
    assert client.get("/en/api/v1/nothing/")["Content-Type"].startswith("text/html")
