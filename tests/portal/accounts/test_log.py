"""What is noted of accounts, who reads it, and for how long."""

from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from portal.accounts.models import AccountStep, Step
from portal.accounts.roles import ADMINISTRATORS, EDITORS
from tests.portal.accounts.conftest import PASSWORD

pytestmark = pytest.mark.django_db


def noted() -> list[str]:
    return list(AccountStep.objects.order_by("pk").values_list("step", flat=True))


def sign_in(client, password=PASSWORD, email="person@example.org"):
    return client.post("/en/account/login/", {"login": email, "password": password})


def test_signing_in_and_mistakes_are_noted(person, client):
    person()
    sign_in(client, "wrong")
    sign_in(client)
    assert noted() == [Step.REFUSED, Step.SIGNED_IN]


def test_so_are_those_of_the_admin_and_of_the_second_factor(person, client):
    user = person(role=EDITORS)
    client.post("/admin/login/", {"username": user.email, "password": "wrong"})
    TOTP.activate(user, generate_totp_secret())
    client.post(sign_in(client)["Location"], {"code": "000000"})
    assert noted() == [Step.REFUSED, Step.REFUSED]


def test_an_address_without_an_account_is_not_kept(person, client):
    sign_in(client, "wrong", "nobody@example.org")
    assert noted() == []


def test_a_new_password_and_a_removed_factor_are_noted(person, client):
    user = person()
    client.force_login(user)
    new = "another long password"
    client.post("/en/account/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    TOTP.activate(user, generate_totp_secret())
    client.post("/en/account/reauthenticate/", {"password": new})
    client.post("/en/account/2fa/totp/deactivate/")
    assert noted() == [Step.SIGNED_IN, Step.PASSWORD_CHANGED, Step.FACTOR_REMOVED]


def test_what_is_noted_is_not_changed(person, client):
    client.force_login(person())
    step = AccountStep.objects.get()
    step.step = Step.REFUSED
    with pytest.raises(ValueError, match="not changed"):
        step.save()


@pytest.mark.parametrize("people", [1, 3])
def test_administrators_read_it(person, client, people, django_assert_num_queries):
    for number in range(people):
        client.force_login(person(f"person{number}@example.org"))
    client.force_login(person("admin@example.org", role=ADMINISTRATORS))
    assert client.get("/admin/reports/accounts/results/").status_code == 200
    with django_assert_num_queries(7):
        page = client.get("/admin/reports/accounts/results/").content.decode()
    assert page.count("Signed in") == people + 1
    assert "person0@example.org" in page
    assert "person0@example.org" not in client.get("/admin/reports/accounts/results/?address=admin").content.decode()


def test_editors_do_not(person, client):
    client.force_login(person("other@example.org"))
    client.force_login(person(role=EDITORS))
    for address in ("/admin/reports/accounts/", "/admin/reports/accounts/results/"):
        response = client.get(address)
        assert response.status_code == 302
        assert b"other@example.org" not in response.content
    assert b"reports/accounts" not in client.get("/admin/").content


def test_what_is_old_is_forgotten(person, client, settings):
    settings.ACCOUNT_LOG_DAYS = 30
    client.force_login(person())
    for days in (29, 31):
        AccountStep.objects.create(user=person(f"{days}@example.org"), step=Step.SIGNED_IN)
        AccountStep.objects.filter(user__email=f"{days}@example.org").update(at=timezone.now() - timedelta(days=days))
    Session.objects.update(expire_date=timezone.now() - timedelta(days=1))
    call_command("tidy_accounts")
    assert set(AccountStep.objects.values_list("user__email", flat=True)) == {"person@example.org", "29@example.org"}
    assert not Session.objects.exists()
    assert not UserSession.objects.exists()
