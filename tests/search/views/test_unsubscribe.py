"""The link that ends all e-mails about new resources."""

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client

from search.following.follower import Follower
from search.following.saved_search import Frequency, SavedSearch
from search.outbox.drain import drain
from tests.factories.pages import make_practice
from tests.factories.people import make_user
from tests.factories.searches import make_saved_search


@pytest.fixture
def link(site_root, build_index):
    """The address in an e-mail to somebody with two searches."""
    build_index()
    user = make_user(email="reader@example.org")
    make_saved_search(user, "q=plan", name="Zanzibarian")
    make_saved_search(user, "q=rules", frequency=Frequency.WEEKLY)
    make_saved_search(make_user(), "q=others")
    SavedSearch.objects.filter(name="Zanzibarian").update(asked_at=None)
    make_practice(headline_en="Plan one")
    drain()
    call_command("send_search_alerts", verbosity=0)
    return mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>").partition("8000")[2]


def frequencies():
    return list(SavedSearch.objects.order_by("parameters").values_list("parameters", "frequency"))


ALL = [("q=others", "daily"), ("q=plan", "daily"), ("q=rules", "weekly")]
ENDED = [("q=others", "daily"), ("q=plan", "none"), ("q=rules", "none")]


def test_looking_at_the_link_ends_nothing(client, link):
    for response in (client.get(link), client.head(link)):
        assert response.status_code == 200
    assert '<form method="post">' in client.get(link).content.decode()
    assert frequencies() == ALL


def test_pressing_the_button_ends_all_of_the_person_and_keeps_the_searches(client, link):
    response = client.post(link)
    assert response.status_code == 200
    assert "No more e-mails" in response.content.decode()
    assert frequencies() == ENDED
    assert client.post(link).status_code == 200


def test_a_mail_program_ends_them_with_one_request(link):
    """It has seen no page and no cookie."""
    response = Client(enforce_csrf_checks=True).post(
        link, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded"
    )
    assert response.status_code == 200
    assert frequencies() == ENDED


def test_the_pages_say_nothing_of_the_person(client, link):
    for response in (client.get(link), client.post(link)):
        told = response.content.decode()
        assert ("reader@example.org" in told, "Zanzibarian" in told) == (False, False)
        assert "no-store" in response["Cache-Control"]


def test_a_link_that_is_not_in_force_tells_nothing_and_does_nothing(client, link):
    follower = Follower.objects.get(user__email="reader@example.org")
    made_up = ["x", "0" * 32, link.split("/")[-2][:-1], "%00", "a.b", "%D0%B4"]
    answers = {token: client.get(f"/en/library/saved/unsubscribe/{token}/") for token in made_up}
    follower.revoke()
    answers["revoked"] = client.get(link)
    assert {response.status_code for response in answers.values()} == {404}
    assert client.post(link).status_code == 404
    assert frequencies() == ALL
    shown = {response.content.decode().split("<main")[1].split("</main>")[0] for response in answers.values()}
    assert len(shown) == 1


def test_in_the_language_of_the_link(client, link):
    response = client.get(link.replace("/en/", "/sr-latn/"))
    assert response["Content-Language"] == "sr-Latn"
