"""Signing in with a code that comes by e-mail, in the place of a password."""

import re

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail

from portal.accounts.models import User

pytestmark = pytest.mark.django_db

ASK, GIVE = "/en/account/login/code/", "/en/account/login/code/confirm/"


@pytest.fixture
def ask(client):
    return lambda email="person@example.org", **more: client.post(ASK, {"email": email, **more})


def code_in(message) -> str:
    return re.search(r"^\d{4}-\d{4}$", message.body, re.MULTILINE)[0]


def test_the_code_opens_the_account(person, client, ask):
    person()
    assert ask(next="/en/news/")["Location"].startswith(GIVE)
    assert [message.to for message in mail.outbox] == [["person@example.org"]]
    page = client.get(GIVE)
    assert "person@example.org" in page.content.decode()
    assert client.post(GIVE, {"code": code_in(mail.outbox[0]), "next": "/en/news/"})["Location"] == "/en/news/"
    assert "_auth_user_id" in client.session


def test_without_the_hyphen_too(person, client, ask):
    person()
    ask()
    assert client.post(GIVE, {"code": code_in(mail.outbox[0]).replace("-", " ")}).status_code == 302


def test_who_has_no_password_signs_in_with_it(client, ask):
    User.objects.create_user("person@example.org")
    ask()
    client.post(GIVE, {"code": code_in(mail.outbox[0])})
    assert "_auth_user_id" in client.session


def test_the_mail_is_in_the_language_of_its_reader(person, ask):
    person(language="sr-latn")
    ask()
    assert mail.outbox[0].extra_headers == {"Content-Language": "sr-Latn"}


def test_a_second_factor_is_asked_for_all_the_same(person, client, ask):
    TOTP.activate(person(), generate_totp_secret())
    ask()
    response = client.post(GIVE, {"code": code_in(mail.outbox[0])})
    assert response["Location"].startswith("/en/account/2fa/authenticate/")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("email", ["nobody@example.org", "closed@example.org"])
def test_nobody_learns_whether_there_is_an_account(person, client, ask, email):
    person()
    person("closed@example.org", is_active=False)
    seen = []
    for address in ("person@example.org", email):
        answer = ask(address)
        page = client.get(GIVE).content.decode().replace(address, "…")
        wrong = client.post(GIVE, {"code": "0000-0000"}).context["form"].errors
        seen.append((answer.status_code, answer["Location"], re.sub(r'value="\w{60,}"', "", page), dict(wrong)))
        client.post("/en/account/logout/")
        client.cookies.clear()
    assert seen[0] == seen[1]
    assert [message.to for message in mail.outbox] == [["person@example.org"]]


def test_three_attempts_for_each_code(person, client, ask):
    person()
    ask()
    code = code_in(mail.outbox[0])
    for _attempt in range(3):
        response = client.post(GIVE, {"code": "0000-0000"})
    assert response["Location"] == ASK
    assert client.post(GIVE, {"code": code})["Location"] == ASK
    assert "_auth_user_id" not in client.session


def test_codes_are_limited_for_one_address(person, client, ask):
    person()
    answers = []
    for _again in range(4):
        client.cookies.clear()
        answers.append(ask())
    assert [answer.status_code for answer in answers] == [302, 302, 302, 200]
    assert answers[-1].context["form"].errors == {"email": ["Too many failed login attempts. Try again later."]}
