"""Text size: remembered, without JavaScript, and no way to send people elsewhere."""

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


def choose(client, size, target="/en/about/"):
    return client.post(reverse("text_size"), {"size": size, "next": target})


@pytest.mark.parametrize("size", ["1", "2", "3"])
def test_a_size_is_remembered_and_the_reader_goes_back(client, size):
    response = choose(client, size)
    assert (response.status_code, response["Location"]) == (302, "/en/about/")
    assert client.cookies["text_size"].value == size
    assert client.cookies["text_size"]["samesite"] == "Lax"


def test_the_page_is_shown_in_the_size(client, site_root):
    assert b'data-text-size="1"' in client.get("/en/nothing.here").content
    choose(client, "3")
    assert b'data-text-size="3"' in client.get("/en/nothing.here").content


@pytest.mark.parametrize("size", ["0", "4", "", "2;x", "\x00", "٢"])
def test_another_size_is_ignored(client, size):
    response = choose(client, size)
    assert response.status_code == 302
    assert "text_size" not in client.cookies


def test_a_cookie_of_somebodys_own_making_counts_as_the_smallest(client, site_root):
    client.cookies["text_size"] = '"><script>'
    assert b'data-text-size="1"' in client.get("/en/nothing.here").content


@pytest.mark.parametrize(
    "target",
    [
        "//evil.example/",
        "https://evil.example/",
        "https:///evil.example/",
        "javascript:alert(1)",
        "\\\\evil.example",
        "/\\evil.example",
        "http:evil.example",
        "\x00//evil.example",
        "",
    ],
)
def test_it_leads_nowhere_else(client, target):
    assert choose(client, "2", target)["Location"] == "/"


def test_it_is_a_post_and_needs_no_token(site_root):
    strict = Client(enforce_csrf_checks=True)
    assert strict.get(reverse("text_size")).status_code == 405
    assert choose(strict, "2").status_code == 302
