"""Where somebody is signed in, and ending it."""

import pytest
from allauth.usersessions.models import UserSession
from bs4 import BeautifulSoup
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from portal.accounts.sessions.devices import device_name, device_of
from portal.accounts.sessions.recording import HOUR, NOTED
from tests.portal.accounts.conftest import PASSWORD

pytestmark = pytest.mark.django_db

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:115.0) Gecko/20100101 Firefox/115.0"
CHROME = "Mozilla/5.0 (Linux; Android 13; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0 Mobile Safari/537.36"
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36 Edg/120.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile Safari/604.1"


@pytest.fixture
def signed_in(person):
    """A client for each browser in which the person has signed in."""
    user = person()

    def sign_in(user_agent, user=user):
        client = Client(headers={"User-Agent": user_agent})
        client.post("/en/account/login/", {"login": user.email, "password": PASSWORD})
        return client

    return sign_in


def shown(client):
    page = BeautifulSoup(client.get("/en/account/sessions/").content, "html.parser")
    return [" ".join(one.h2.get_text(" ", strip=True).split()) for one in page.select("li.card")]


def keys():
    return set(UserSession.objects.values_list("session_key", flat=True))


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (FIREFOX, "Firefox on Windows"),
        (CHROME, "Chrome on Android"),
        (EDGE, "Edge on Windows"),
        (SAFARI, "Safari on iPhone"),
        ("curl/8.0", "Another program"),
        ("", "Another program"),
        ("Mozilla/5.0 (X11; Linux x86_64)", "Linux"),
    ],
)
def test_browsers_are_called_what_people_call_them(user_agent, name):
    assert device_name(device_of(user_agent)) == name


def test_every_place_is_listed_this_one_first(signed_in):
    signed_in(CHROME)
    assert shown(signed_in(FIREFOX)) == ["Firefox on Windows This device", "Chrome on Android"]


def test_neither_the_address_nor_the_full_name_of_the_browser_is_kept(signed_in):
    signed_in(FIREFOX)
    assert list(UserSession.objects.values_list("ip", "user_agent")) == [("0.0.0.0", "Firefox|Windows")]


def test_one_is_ended_and_the_others_go_on(signed_in):
    here, there, elsewhere = signed_in(FIREFOX), signed_in(CHROME), signed_in(EDGE)
    row = UserSession.objects.get(user_agent="Chrome|Android")
    assert here.post("/en/account/sessions/", {"end": row.pk})["Location"] == "/en/account/sessions/"
    assert there.get("/en/account/").status_code == 302
    assert [client.get("/en/account/").status_code for client in (here, elsewhere)] == [200, 200]
    assert not Session.objects.filter(session_key=row.session_key).exists()


def test_all_others_are_ended_at_once(signed_in):
    here, there, elsewhere = signed_in(FIREFOX), signed_in(CHROME), signed_in(EDGE)
    for _again in range(2):
        here.post("/en/account/sessions/", {"end": "others"})
    assert [client.get("/en/account/").status_code for client in (here, there, elsewhere)] == [200, 302, 302]
    assert shown(here) == ["Firefox on Windows This device"]


def test_what_is_somebody_elses_or_this_one_is_not_ended(signed_in, person):
    here, other = signed_in(FIREFOX), signed_in(CHROME, person("other@example.org"))
    before = keys()
    for session in UserSession.objects.all():
        assert here.post("/en/account/sessions/", {"end": session.pk}).status_code == 404
    for nonsense in ("", "x", "-1", "9" * 30):
        assert here.post("/en/account/sessions/", {"end": nonsense}).status_code == 404
    assert keys() == before
    assert other.get("/en/account/").status_code == 200


def test_signing_in_to_the_admin_is_listed_too(person):
    person(role="Editors")
    client = Client(headers={"User-Agent": EDGE})
    client.post("/admin/login/", {"username": "person@example.org", "password": PASSWORD, "next": "/admin/"})
    assert list(UserSession.objects.values_list("user_agent", flat=True)) == ["Edge|Windows"]


def test_a_new_password_ends_the_others_and_keeps_this_one(signed_in):
    here, there = signed_in(FIREFOX), signed_in(CHROME)
    new = "another long password"
    here.post("/en/account/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert there.get("/en/account/").status_code == 302
    assert shown(here) == ["Firefox on Windows This device"]


def test_what_has_ended_is_not_kept(signed_in):
    signed_in(CHROME).post("/en/account/logout/")
    signed_in(FIREFOX)
    assert list(UserSession.objects.values_list("user_agent", flat=True)) == ["Firefox|Windows"]


def test_it_is_noted_once_an_hour_that_somebody_is_there(signed_in):
    client = signed_in(FIREFOX)
    long_ago = timezone.now() - timezone.timedelta(days=2)
    UserSession.objects.update(last_seen_at=long_ago)
    client.get("/en/account/")
    assert UserSession.objects.get().last_seen_at == long_ago
    session = client.session
    session[NOTED] -= HOUR
    session.save()
    client.get("/en/account/")
    assert UserSession.objects.get().last_seen_at > long_ago
