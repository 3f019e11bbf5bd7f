"""The description of the API, from which programs are made."""

import pytest

from search.documents.facets import FacetName

pytestmark = pytest.mark.django_db


@pytest.fixture
def described(client, site_root):
    response = client.get("/api/v1/openapi.json")
    assert response.status_code == 200
    return response.json()


def parameters(described, path):
    return [one["name"] for one in described["paths"][path]["get"]["parameters"]]


def test_it_lists_addresses_and_parameters(described):
    assert {path: list(methods) for path, methods in described["paths"].items()} == {
        "/api/v1/search": ["get"],
        "/api/v1/suggestions": ["get"],
    }
    facets = [name.value for name in FacetName]
    assert parameters(described, "/api/v1/search") == ["q", *facets, "sort", "page", "also", "lang"]
    assert parameters(described, "/api/v1/suggestions") == ["q", "lang"]


def test_an_answer_has_what_is_described(described, library, ask):
    def properties(name):
        return set(described["components"]["schemas"][name]["properties"])

    answer = ask(q="release")
    assert set(answer) == properties("SearchAnswer")
    assert set(answer["results"][0]) == properties("Resource")
    assert set(answer["facets"][0]) == properties("Facet")
    assert set(ask("suggestions", q="rel")) == properties("SuggestionsAnswer")


def test_errors_are_problems(described):
    for path in described["paths"].values():
        responses = path["get"]["responses"]
        assert set(responses) == {"200", "405", "422", "429", "500"}
        for status, response in responses.items():
            if status != "200":
                schema = {"$ref": "#/components/schemas/Problem"}
                assert response["content"] == {"application/problem+json": {"schema": schema}}


def test_asking_for_it_twice_says_the_same(described, client):
    assert client.get("/api/v1/openapi.json").json() == described


def test_there_is_no_page_of_documentation(client, site_root):
    assert client.get("/api/v1/docs", follow=True).status_code == 404
