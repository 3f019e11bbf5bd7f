"""Who asks too often waits; others do not."""

import pytest
from django.core.cache import cache
from django.test import override_settings

from tests.factories.people import make_user

pytestmark = pytest.mark.django_db

ADDRESS = "/api/v1/suggestions"


def statuses(client, number, **request):
    return [client.get(ADDRESS, **request).status_code for _ in range(number)]


@override_settings(SEARCH_API_REQUESTS_PER_MINUTE=2)
def test_after_so_many_requests_a_client_has_to_wait(client, site_root):
    assert statuses(client, 4) == [200, 200, 429, 429]
    assert client.get("/api/v1/search").status_code == 429
    # Another address, and the description.
    assert statuses(client, 1, REMOTE_ADDR="192.0.2.7") == [200]
    assert client.get("/api/v1/openapi.json").status_code == 200
    # A minute later nothing is counted any more.
    cache.clear()
    assert statuses(client, 1) == [200]


@override_settings(SEARCH_API_REQUESTS_PER_MINUTE=1)
def test_people_who_are_signed_in_are_counted_by_themselves(client, site_root):
    assert statuses(client, 2) == [200, 429]
    for _ in range(2):
        client.force_login(make_user())
        assert statuses(client, 2) == [200, 429]


@override_settings(SEARCH_API_REQUESTS_PER_MINUTE=1, ALLAUTH_TRUSTED_PROXY_COUNT=1)
def test_behind_a_proxy_visitors_are_counted_by_the_address_that_it_saw(client, site_root):
    def asked(forwarded):
        return client.get(ADDRESS, headers={"x-forwarded-for": forwarded}).status_code

    assert [asked("192.0.2.1"), asked("192.0.2.2"), asked("192.0.2.1")] == [200, 200, 429]
    # What the visitor wrote there before is not believed.
    assert asked("198.51.100.7, 192.0.2.1") == 429


@override_settings(SEARCH_API_REQUESTS_PER_MINUTE=0)
def test_the_refusal_says_so_in_the_language_asked_for_and_how_long_to_wait(client, site_root):
    response = client.get(ADDRESS, {"lang": "en"})
    assert response.json()["detail"] == "Too many requests. Try again in a minute."
    assert response["Content-Type"] == "application/problem+json"
    assert 1 <= int(response["Retry-After"]) <= 60
    assert "no-store" in response["Cache-Control"]
    assert client.get(ADDRESS, {"lang": "sq"})["Content-Language"] == "sq"
