""" "My account": what somebody sees of themselves, and what they settle."""

import pytest
from bs4 import BeautifulSoup
from django.core import mail

from portal.accounts.mail import send_to_user
from portal.accounts.models import NotificationChoice, User
from portal.accounts.notifications import wants
from portal.accounts.roles import translators
from portal.core.registries import notifications
from portal.core.registries.notifications import Frequency, NotificationKind, register_notification
from tests.portal.accounts.conftest import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def me(person, client):
    user = person(first_name="A", last_name="Person")
    client.force_login(user)
    return user


@pytest.fixture
def kinds(monkeypatch):
    """Two kinds of e-mail, and one that concerns nobody."""
    monkeypatch.setattr(notifications, "_kinds", {})
    often = (Frequency.AT_ONCE, Frequency.DAILY, Frequency.WEEKLY, Frequency.NEVER)
    register_notification(20, NotificationKind("test.news", "News", Frequency.WEEKLY, often))
    register_notification(
        10, NotificationKind("test.asked", "Asked", Frequency.AT_ONCE, (Frequency.AT_ONCE, Frequency.NEVER))
    )
    register_notification(
        30, NotificationKind("test.none", "None", Frequency.NEVER, often, concerns=lambda user: False)
    )


def sections(response) -> dict[str, str]:
    """The sections of the page by their anchors, and how each stands."""
    page = BeautifulSoup(response.content, "html.parser")
    found = page.select(".account-section")
    return {
        one["id"]: state.get_text() if (state := one.select_one(".account-section__state")) else "" for one in found
    }


# The page --------------------------------------------------------------------------------------------------------


def test_it_shows_how_everything_stands(me, client):
    found = sections(client.get("/en/account/"))
    assert found["sign-in"] == "person@example.org"
    assert found["reading"] == "English · Normal text"
    assert found["searches"] == ""


def test_the_frame_leads_there_when_somebody_is_signed_in(me, client, site_root):
    assert 'href="/en/account/"' in client.get("/en/").content.decode()
    client.logout()
    assert 'href="/en/account/"' not in client.get("/en/").content.decode()


def test_who_has_no_password_is_offered_one(client):
    client.force_login(User.objects.create_user("person@example.org"))
    page = client.get("/en/account/").content.decode()
    assert "/en/account/password/set/" in page
    assert "/en/account/password/change/" not in page


# Language and text size ------------------------------------------------------------------------------------------


def test_mail_and_pages_come_in_the_language_that_was_chosen(me, client, django_capture_on_commit_callbacks):
    response = client.post("/en/account/preferences/", {"language": "sr-latn", "text_size": "2"})
    assert (response.status_code, response["Location"]) == (302, "/sr-latn/account/")
    me.refresh_from_db()
    assert (me.language, me.text_size) == ("sr-latn", "2")
    with django_capture_on_commit_callbacks(execute=True):
        send_to_user(me, "account/email/password_changed")
    assert mail.outbox[0].extra_headers["Content-Language"] == "sr-Latn"


def test_the_text_size_of_an_account_is_set_where_somebody_signs_in(me, client):
    response = client.post("/en/account/preferences/", {"language": "en", "text_size": "3"})
    assert response.cookies["text_size"].value == "3"
    client.logout()
    client.cookies.clear()
    response = client.post("/en/account/login/", {"login": me.email, "password": PASSWORD})
    assert response.cookies["text_size"].value == "3"


def test_the_text_size_of_a_device_stays_until_somebody_chooses_one(me, client):
    client.logout()
    response = client.post("/en/account/login/", {"login": me.email, "password": PASSWORD})
    assert "text_size" not in response.cookies


@pytest.mark.parametrize("sent", [{}, {"language": "xx", "text_size": "2"}, {"language": "sq", "text_size": "9"}])
def test_what_is_no_language_and_no_size_is_refused_and_changes_nothing(me, client, sent):
    response = client.post("/en/account/preferences/", sent)
    assert response.status_code == 200
    assert response.context["form"].errors
    me.refresh_from_db()
    assert (me.language, me.text_size) == ("en", "")


# E-mails ---------------------------------------------------------------------------------------------------------


def test_default_holds_until_somebody_chooses(me, kinds):
    assert [wants(me, "test.news"), wants(me, "test.asked")] == [Frequency.WEEKLY, Frequency.AT_ONCE]


def test_each_person_chooses_for_themselves(me, kinds, client, person):
    other = person("other@example.org")
    page = client.get("/en/account/notifications/")
    assert list(page.context["form"].fields) == ["test.asked", "test.news"]
    sent = {"test.news": "daily", "test.asked": "never"}
    for _again in range(2):
        assert client.post("/en/account/notifications/", sent)["Location"] == "/en/account/"
    assert [wants(me, "test.news"), wants(me, "test.asked")] == [Frequency.DAILY, Frequency.NEVER]
    assert wants(other, "test.news") == Frequency.WEEKLY
    assert NotificationChoice.objects.count() == 2


def test_what_a_kind_does_not_allow_is_refused(me, kinds, client):
    response = client.post("/en/account/notifications/", {"test.news": "never", "test.asked": "daily"})
    assert list(response.context["form"].errors) == ["test.asked"]
    assert response.context["form"]["test.news"].value() == "never"
    assert not NotificationChoice.objects.exists()


def test_choice_that_is_not_allowed_any_more_counts_as_none(me, kinds):
    NotificationChoice.objects.create(user=me, kind="test.asked", frequency=Frequency.WEEKLY)
    assert wants(me, "test.asked") == Frequency.AT_ONCE


def test_who_is_concerned_by_nothing_is_told_so(me, client):
    page = client.get("/en/account/notifications/")
    assert "There is nothing else at present that you would be told of." in page.content.decode()
    assert "notifications" not in sections(client.get("/en/account/"))


def test_translators_are_asked_whether_they_want_to_be_told_of_translations(person, client):
    client.force_login(person(role=translators("sq")))
    assert list(client.get("/en/account/notifications/").context["form"].fields) == ["desk.assigned"]


def test_a_code_is_taken_once_and_a_default_can_be_chosen(kinds):
    taken = NotificationKind("test.news", "News", Frequency.NEVER, (Frequency.NEVER,))
    impossible = NotificationKind("test.more", "More", Frequency.DAILY, (Frequency.NEVER,))
    for kind in (taken, impossible):
        with pytest.raises(ValueError, match=kind.code):
            register_notification(1, kind)


@pytest.mark.parametrize("language", ["sr", "sr-latn"])
def test_both_scripts_of_serbian_can_be_told_apart(me, client, language):
    page = BeautifulSoup(client.get(f"/{language}/account/preferences/").content, "html.parser")
    options = {one["value"]: one.get_text() for one in page.select("select[name=language] option")}
    assert (options["sr"], options["sr-latn"]) == ("Српски", "Srpski")
