"""Signing in and out, passwords, addresses and the second factor, as a person goes through them."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.core.context import request_context
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail

from portal.accounts.models import User
from tests.portal.accounts.conftest import PASSWORD

pytestmark = pytest.mark.django_db


def code_of(secret: str) -> str:
    """The code that an app shows now."""
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


@pytest.fixture
def sign_in(client):
    def send(email="person@example.org", password=PASSWORD, language="en", **fields):
        return client.post(f"/{language}/account/login/", {"login": email, "password": password, **fields})

    return send


@pytest.fixture
def confirm(client):
    """Gives the password once more where a page asks for it, and goes on to what was asked for."""

    def send(response):
        assert response["Location"].startswith("/en/account/reauthenticate/?next=")
        page = client.get(response["Location"])
        assert "Is it you?" in page.content.decode()
        return client.post(response["Location"], {"password": PASSWORD})

    return send


# In and out ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "sq", "bs", "cnr", "mk", "sr", "sr-latn"])
def test_one_comes_back_to_where_one_was_in_the_same_language(person, sign_in, client, language):
    person()
    page = client.get(f"/{language}/account/login/", {"next": f"/{language}/library/?stage=release"})
    assert page.status_code == 200
    assert f'value="/{language}/library/?stage=release"' in page.content.decode()
    response = sign_in(language=language, next=f"/{language}/library/?stage=release")
    assert (response.status_code, response["Location"]) == (302, f"/{language}/library/?stage=release")


@pytest.mark.parametrize("language", ["en", "sr-latn"])
def test_one_comes_home_when_one_came_from_nowhere(person, sign_in, client, language):
    person()
    assert sign_in(language=language)["Location"] == f"/{language}/"
    assert client.post(f"/{language}/account/logout/")["Location"] == f"/{language}/"
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("target", ["https://example.com/", "//example.com/", "javascript:alert(1)", "/\\example.com"])
def test_nobody_is_led_away(person, sign_in, target):
    person()
    assert sign_in(next=target)["Location"] == "/en/"


def test_capitals_in_the_address_do_not_matter(person, sign_in):
    person()
    assert sign_in("Person@Example.ORG").status_code == 302


def test_wrong_password_and_unknown_address_are_answered_alike(person, sign_in):
    person()
    answers = [sign_in(password="wrong"), sign_in(email="nobody@example.org")]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].context["form"].errors == answers[1].context["form"].errors


def test_closed_account_is_told_so(person, sign_in, client):
    person(is_active=False)
    response = sign_in()
    assert response["Location"] == "/en/account/inactive/"
    assert "This account is not active" in client.get(response["Location"]).content.decode()


def test_attempts_are_limited(person, sign_in):
    person()
    for _attempt in range(5):
        sign_in(password="wrong")
    assert sign_in().context["form"].non_field_errors() == ["Too many failed login attempts. Try again later."]


def test_flood_is_answered_with_429_in_the_readers_language(client):
    statuses = [client.get("/sq/account/login/").status_code] + [
        client.post("/sq/account/password/reset/", {"email": "nobody@example.org"}).status_code for _ in range(25)
    ]
    assert statuses[0] == 200
    assert statuses[-1] == 429


def test_nobody_makes_an_account_for_themselves(client):
    page = client.get("/en/account/signup/")
    assert "Accounts are given, not made" in page.content.decode()
    client.post(
        "/en/account/signup/",
        {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD},
    )
    assert not User.objects.exists()


# Passwords -------------------------------------------------------------------------------------------------------


def test_forgotten_password_is_set_anew_in_the_persons_language(person, client, sign_in):
    person(language="sr-latn")
    assert client.post("/en/account/password/reset/", {"email": "person@example.org"}).status_code == 302
    message = mail.outbox[0]
    link = re.search(r"https?://testserver(/sr-latn/account/password/reset/key/\S+/)", message.body)[1]
    assert message.extra_headers == {"Content-Language": "sr-Latn"}
    form = client.get(link, follow=True)
    assert form.status_code == 200
    new = "another long password"
    done = client.post(form.request["PATH_INFO"], {"password1": new, "password2": new})
    assert done["Location"] == "/sr-latn/account/password/reset/key/done/"
    assert sign_in(password=new).status_code == 302
    assert [m.to for m in mail.outbox] == [["person@example.org"]] * 2
    used = client.get(link, follow=True)
    assert used.status_code == 200
    assert "password1" not in used.content.decode()


def test_unknown_address_gets_no_mail_and_the_same_answer(person, client):
    person()
    answers = [
        client.post("/en/account/password/reset/", {"email": email})
        for email in ("nobody@example.org", "person@example.org")
    ]
    assert [answer["Location"] for answer in answers] == ["/en/account/password/reset/done/"] * 2
    assert [message.to for message in mail.outbox] == [["person@example.org"]]


def test_changed_password_is_told_by_mail(person, client, sign_in):
    person()
    sign_in()
    new = "another long password"
    client.post("/en/account/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert [message.subject for message in mail.outbox] == ["Your password has been changed"]
    assert User.objects.get().check_password(new)


def test_person_without_a_password_can_set_one_by_mail(client, sign_in):
    User.objects.create_user("person@example.org")
    client.post("/en/account/password/reset/", {"email": "person@example.org"})
    assert len(mail.outbox) == 1


# Address ---------------------------------------------------------------------------------------------------------


def test_address_changes_when_the_new_one_is_confirmed(person, client, sign_in, confirm):
    person()
    sign_in()
    confirm(client.post("/en/account/email/", {"email": "new@example.org", "action_add": ""}))
    assert [message.to for message in mail.outbox] == [["new@example.org"]]
    assert User.objects.get().email == "person@example.org"
    assert "It changes to new@example.org" in client.get("/en/account/email/").content.decode()
    link = re.search(r"http://testserver(/en/account/confirm-email/\S+)", mail.outbox[0].body)[1]
    assert "Is new@example.org your address?" in client.get(link).content.decode()
    client.post(link)
    assert User.objects.get().email == "new@example.org"
    assert EmailAddress.objects.get(primary=True).email == "new@example.org"
    assert ["person@example.org"] in [message.to for message in mail.outbox[1:]]


def test_address_of_somebody_else_is_neither_betrayed_nor_taken(person, client, sign_in, confirm):
    person("other@example.org")
    user = person()
    sign_in()
    response = confirm(client.post("/en/account/email/", {"email": "other@example.org", "action_add": ""}))
    assert response["Location"] == "/en/account/email/"
    link = re.search(r"http://testserver(/en/account/confirm-email/\S+)", mail.outbox[0].body)[1]
    assert "Another account has this address already." in client.get(link).content.decode()
    client.post(link)
    user.refresh_from_db()
    assert user.email == "person@example.org"


def test_second_wish_for_another_address_leaves_the_present_one(person, client, sign_in, confirm):
    person()
    sign_in()
    confirm(client.post("/en/account/email/", {"email": "first@example.org", "action_add": ""}))
    client.post("/en/account/email/", {"email": "second@example.org", "action_add": ""})
    client.post("/en/account/email/", {"email": "second@example.org", "action_remove": ""})
    assert User.objects.get().email == "person@example.org"
    assert [(a.email, a.primary, a.verified) for a in EmailAddress.objects.all()] == [
        ("person@example.org", True, True)
    ]


def test_address_changed_by_an_administrator_is_the_one_that_counts(person):
    user = person()
    user.email = "Married@example.org"
    user.save()
    assert [(a.email, a.primary, a.verified) for a in EmailAddress.objects.all()] == [
        ("married@example.org", True, True)
    ]


# Second factor ---------------------------------------------------------------------------------------------------


def test_app_is_connected_and_used(person, client, sign_in, confirm, django_capture_on_commit_callbacks):
    person()
    sign_in()
    page = client.get(confirm(client.get("/en/account/2fa/totp/activate/"))["Location"])
    assert page.status_code == 200
    secret = page.context["form"].secret
    assert f'<code translate="no">{secret}</code>' in page.content.decode()
    assert '<rect fill="white"' in page.context["totp_svg"]
    with django_capture_on_commit_callbacks() as on_commit:
        response = client.post("/en/account/2fa/totp/activate/", {"code": code_of(secret)})
    with request_context(response.wsgi_request):
        for told in on_commit:
            told()
    codes = client.get("/en/account/2fa/recovery-codes/").context["unused_codes"]
    assert len(codes) == 10
    assert [message.subject for message in mail.outbox] == ["An app is connected with your account"]
    client.post("/en/account/logout/")

    response = sign_in(next="/en/news/")
    assert response["Location"].startswith("/en/account/2fa/authenticate/")
    assert "_auth_user_id" not in client.session
    wrong = client.post(response["Location"], {"code": "000000"})
    assert wrong.status_code == 200
    right = client.post(response["Location"], {"code": codes[0]})
    assert right["Location"] == "/en/news/"
    assert "_auth_user_id" in client.session


def test_second_factor_holds_for_the_admin_too(person, client):
    user = person(role="Editors")
    TOTP.activate(user, generate_totp_secret())
    response = client.post("/admin/login/", {"username": user.email, "password": PASSWORD, "next": "/admin/"})
    assert response.status_code == 200
    assert response.context["form"].non_field_errors() == [
        "Your account has a second factor. Sign in on the portal’s own page; the admin is then open to you."
    ]
    assert "_auth_user_id" not in client.session


# The admin's own page --------------------------------------------------------------------------------------------


def test_admin_takes_the_address_and_the_password(person, client):
    person(role="Editors")
    page = client.get("/admin/login/")
    assert page.status_code == 200
    assert 'href="/en/account/password/reset/"' in page.content.decode()
    response = client.post(
        "/admin/login/", {"username": "Person@example.org", "password": PASSWORD, "next": "/admin/pages/"}
    )
    assert response["Location"] == "/admin/pages/"


def test_attempts_in_the_admin_are_limited_as_well(person, client):
    person(role="Editors")
    credentials = {"username": "person@example.org", "password": "wrong"}
    for _attempt in range(5):
        client.post("/admin/login/", credentials)
    response = client.post("/admin/login/", {**credentials, "password": PASSWORD})
    assert response.context["form"].non_field_errors() == ["Too many failed login attempts. Try again later."]


def test_closed_account_does_not_get_into_the_admin(person, client):
    person(role="Editors", is_active=False)
    client.post("/admin/login/", {"username": "person@example.org", "password": PASSWORD})
    assert "_auth_user_id" not in client.session


# Every page ------------------------------------------------------------------------------------------------------

_OPEN = [
    "login/",
    "login/code/",
    "signup/",
    "inactive/",
    "password/reset/",
    "password/reset/done/",
    "password/reset/key/done/",
    "password/reset/key/1-none/",
    "confirm-email/",
    "confirm-email/none/",
]
_FOR_PEOPLE = [
    "logout/",
    "email/",
    "password/change/",
    "reauthenticate/",
    "2fa/",
    "2fa/reauthenticate/",
    "2fa/totp/activate/",
    "2fa/totp/deactivate/",
    "2fa/recovery-codes/",
    "2fa/recovery-codes/generate/",
    "2fa/webauthn/",
    "2fa/webauthn/add/",
    "2fa/webauthn/reauthenticate/",
    "",
    "preferences/",
    "notifications/",
    "sessions/",
]


def in_the_portals_look(response) -> bool:
    html = response.content.decode()
    return response.status_code == 200 and '<main id="main"' in html and "<script>" not in html and "style=" not in html


@pytest.mark.parametrize("path", _OPEN)
def test_page_for_everybody_is_in_the_portals_look(client, path):
    assert in_the_portals_look(client.get(f"/en/account/{path}"))


@pytest.mark.parametrize("path", _FOR_PEOPLE)
def test_page_for_people_with_an_account_asks_who_one_is(client, path):
    response = client.get(f"/sq/account/{path}")
    assert response.status_code == 302
    assert response["Location"].startswith(("/sq/account/login/", "/sq/"))


@pytest.mark.parametrize("with_app", [False, True])
@pytest.mark.parametrize("path", _FOR_PEOPLE)
def test_page_for_people_with_an_account_is_in_the_portals_look(person, client, sign_in, path, with_app):
    user = person()
    sign_in()
    client.post("/en/account/reauthenticate/", {"password": PASSWORD})
    if with_app:
        TOTP.activate(user, generate_totp_secret())
        RecoveryCodes.activate(user)
    response = client.get(f"/en/account/{path}", follow=True)
    if path in {"2fa/totp/deactivate/", "2fa/recovery-codes/"} and not with_app:
        assert response.status_code == 404
    else:
        assert in_the_portals_look(response)


@pytest.mark.parametrize("path", ["phone/change/", "3rdparty/", "2fa/webauthn/signup/"])
def test_ways_to_sign_in_that_are_not_offered_have_no_page(client, path):
    assert client.get(f"/en/account/{path}").status_code == 404
