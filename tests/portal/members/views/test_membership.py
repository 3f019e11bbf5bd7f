"""One's own membership."""

import io
import json
import zipfile

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from portal.members.links import invitation_token
from portal.members.models import Consent, Member
from portal.members.services.inviting import invite
from portal.vocabulary.models.taxonomy import FacetCode
from tests.factories.members import make_consent_text, make_member
from tests.factories.people import PASSWORD, make_superuser, make_user
from tests.factories.searches import make_saved_search
from tests.factories.vocabulary import make_beneficiary, make_term

ME = "/en/members/me/"


@pytest.fixture
def member(site_root):
    make_term(FacetCode.AGENCY, "prison")
    return make_member(make_user("Network members", email="ana@example.org", first_name="Ana", last_name="Sample"))


@pytest.fixture
def browser(member):
    """Somebody who has signed in with their password just now."""
    client = Client()
    client.post("/en/account/login/", {"login": member.user.email, "password": PASSWORD})
    return client


def confirm_access(browser):
    browser.post("/en/account/reauthenticate/", {"password": PASSWORD})


def test_changing_where_i_work(browser, member):
    data = {
        "first_name": "Ana",
        "last_name": "Other",
        "beneficiary": "MK",
        "institution_name": "Prison",
        "agency": "prison",
        "position": "Director",
        "languages": ["sq"],
    }
    browser.post(ME, data)
    member = Member.objects.get()
    assert (member.name, member.position, member.languages) == ("Ana Other", "Director", " sq ")
    page = BeautifulSoup(browser.get(ME).content.decode(), "html.parser")
    assert page.select_one("[name=position]")["value"] == "Director"
    assert page.select_one("[name=beneficiary] [selected]")["value"] == "MK"
    broken = browser.post(ME, {**data, "position": "", "last_name": "Typed"}).content.decode()
    assert 'value="Typed"' in broken
    assert Member.objects.get().name == "Ana Other"


def test_gender_is_said_or_not_and_is_among_my_data(browser, member):
    data = {
        "first_name": "Ana",
        "last_name": "Sample",
        "beneficiary": "MK",
        "institution_name": "Prison",
        "agency": "prison",
        "position": "Director",
        "languages": ["sq"],
    }
    browser.post(ME, {**data, "gender": "woman"})
    assert Member.objects.get().gender == "woman"
    page = BeautifulSoup(browser.get(ME).content.decode(), "html.parser")
    assert [one["value"] for one in page.select("[name=gender] option")] == ["", "woman", "man", "other"]
    assert page.select_one("[name=gender] [selected]")["value"] == "woman"
    confirm_access(browser)
    assert downloaded(browser, "en")[1]["membership"][0]["gender"] == "Woman"
    browser.post(ME, data)
    assert Member.objects.get().gender == ""


def test_who_is_no_member_has_no_membership(client, site_root):
    client.force_login(make_user())
    assert client.get(ME).status_code == 404


def test_whoever_has_an_account_only_is_told_how_to_get_a_profile(client, browser, member):
    for user in (make_user(), make_superuser()):
        client.force_login(user)
        page = BeautifulSoup(client.get("/en/account/").content.decode(), "html.parser")
        section = page.select_one("#membership")
        assert "you are not a member of the network" in section.get_text()
        assert section.select_one("a")["href"] == "/en/join/"
        assert page.select("a[href='/en/directory/me/']") == []
    member.user.is_superuser = True
    member.user.save()
    page = BeautifulSoup(browser.get("/en/account/").content.decode(), "html.parser")
    assert "not a member" not in page.get_text()
    assert page.select("a[href='/en/directory/me/']") != []


def test_what_i_agreed_to(browser, member):
    Consent.objects.create(user=member.user, text=make_consent_text(), language="en")
    assert "We keep your name (1)." in browser.get(ME).content.decode()


def downloaded(browser, language):
    answer = browser.get(f"/{language}/members/me/data/")
    files = zipfile.ZipFile(io.BytesIO(answer.content))
    return files.read("my-data.html").decode(), json.loads(files.read("my-data.json"))


def test_all_my_data_and_nobody_elses(browser, member):
    make_beneficiary("XK")
    Member.objects.update(beneficiary=make_beneficiary("XK"), position="Саветник")
    make_saved_search(member.user, "q=my+own", frequency="none")
    make_saved_search(make_user(email="other@example.org"), "q=somebody+elses", frequency="none")
    assert browser.get("/en/members/me/data/").status_code == 302
    confirm_access(browser)
    page, document = downloaded(browser, "en")
    assert document["account"][0]["email"] == "ana@example.org"
    assert document["membership"][0]["beneficiary"] == "Kosovo*"
    assert document["saved_searches"][0]["searched_for"] == "q=my+own"
    assert document["note"].startswith("* ")
    assert "Kosovo*" in page
    for text in (page, json.dumps(document)):
        assert "somebody" not in text
        assert "other@example.org" not in text
        assert "password" not in text.replace("reset_password", "")
    page, document = downloaded(browser, "sr-latn")
    assert document["membership"][0]["position"] == "Savetnik"
    assert "Savetnik" in page


def test_leaving_asks_again_who_i_am(browser, member):
    assert browser.get("/en/members/me/leave/").status_code == 302
    assert browser.post("/en/members/me/leave/").status_code == 302
    assert Member.objects.active().count() == 1
    confirm_access(browser)
    assert browser.get("/en/members/me/leave/").status_code == 200
    answer = browser.post("/en/members/me/leave/", follow=True)
    assert answer.status_code == 200
    assert Member.objects.get().state == "left"
    assert browser.get(ME).status_code == 302


def test_accepting_an_invitation(member, focal_point, client):
    make_consent_text()
    invitation = invite(
        email="new@example.org", language="en", invited_by=focal_point, beneficiary=make_beneficiary("MK")
    ).invitation
    address = f"/en/join/invitation/{invitation_token(invitation)}/"
    assert "new@example.org" in client.get(address).content.decode()
    data = {
        "first_name": "New",
        "last_name": "Sample",
        # Not for the invited to choose.
        "beneficiary": "AL",
        "institution_name": "Prison",
        "agency": "prison",
        "position": "Director",
        "languages": ["sq"],
        "version": "1",
    }
    assert 'value="Director"' in client.post(address, data).content.decode()
    answer = client.post(address, {**data, "consent": "on"}, follow=True)
    assert "/account/password/reset/key/" in answer.redirect_chain[0][0]
    assert answer.status_code == 200
    assert Member.objects.get(user__email="new@example.org").beneficiary.code == "MK"
    assert client.get(address).status_code == 410
