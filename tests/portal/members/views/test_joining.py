"""Applying from outside: nobody learns who has an account, and nothing that was typed is lost."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.signing import TimestampSigner
from django.utils import timezone

from portal.accounts.roles import focal_points
from portal.members import links
from portal.members.models import Application, ApplicationState, MemberStep
from portal.vocabulary.models import Institution
from portal.vocabulary.models.taxonomy import FacetCode
from tests.factories.members import make_application, make_consent_text, make_member
from tests.factories.people import make_user
from tests.factories.vocabulary import make_beneficiary, make_concept, make_term

JOIN = "/en/join/"


@pytest.fixture
def filled_in(site_root, consent_text):
    make_term(FacetCode.AGENCY, "prison")
    make_beneficiary("MK")
    return {
        "first_name": "Ана",
        "last_name": "Пример",
        "email": "ana@example.org",
        "beneficiary": "MK",
        "institution_name": "Затвор",
        "agency": "prison",
        "position": "Educator",
        "topics": [str(make_term(FacetCode.STAGE, "release").pk)],
        "concepts_0": "Пробација",
        "languages": ["mk", "en"],
        "why": "To learn",
        "version": "1",
        "consent": "on",
    }


@pytest.fixture
def post(client, django_capture_on_commit_callbacks):
    def posted(address, data=None):
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(address, data or {})

    return posted


def errors_of(response):
    page = BeautifulSoup(response.content.decode(), "html.parser")
    return [link["href"] for link in page.select('[role="alert"] a')]


def link_in(letter):
    return re.search(r"https?://[^/]+(/\S+)", letter.body)[1]


def test_sent_then_confirmed_then_seen(filled_in, client, post):
    concept = make_concept("probation", label_mk="пробација")
    focal_point = make_user(focal_points("MK"), language="en")
    response = post("/mk/join/", filled_in)
    assert (response.status_code, response["Location"]) == (302, "/mk/join/sent/")
    application = Application.objects.get()
    assert (application.state, application.language) == ("unconfirmed", "mk")
    assert list(application.concepts.all()) == [concept]
    assert [term.code for term in application.topics.all()] == ["release"]
    client.force_login(focal_point)
    assert client.get(f"/en/members/applications/{application.pk}/").status_code == 404
    client.logout()

    (letter,) = mail.outbox
    assert letter.to == ["ana@example.org"]
    link = link_in(letter)
    assert link.startswith("/mk/join/confirm/")
    assert client.get(link).status_code == 200
    application.refresh_from_db()
    assert application.state == "unconfirmed"
    assert post(link).status_code == 200
    assert post(link).status_code == 200
    application.refresh_from_db()
    assert application.state == "waiting"
    assert list(MemberStep.objects.values_list("kind", "by")) == [("applied", None)]
    assert [one.to[0] for one in mail.outbox[1:]] == ["ana@example.org", focal_point.email]
    assert f"/en/members/applications/{application.pk}/" in mail.outbox[2].body


def test_an_address_with_a_membership_gets_the_same_answer(filled_in, client, post):
    filled_in.pop("concepts_0")
    make_member(make_user(email="ana@example.org"))
    known = post(JOIN, filled_in)
    unknown = post(JOIN, {**filled_in, "email": "other@example.org"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [application.email for application in Application.objects.all()] == ["other@example.org"]
    assert [letter.to[0] for letter in mail.outbox] == ["ana@example.org", "other@example.org"]
    assert "/join/confirm/" not in mail.outbox[0].body
    assert "/account/login/" in mail.outbox[0].body


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"email": "no address"}, "email"),
        ({"email": "ana@example.org\r\nBcc: all@example.org"}, "email"),
        ({"first_name": ""}, "first_name"),
        ({"beneficiary": "XX"}, "beneficiary"),
        ({"institution_name": ""}, "institution"),
        ({"institution": "999999"}, "institution"),
        ({"agency": ""}, "agency"),
        ({"languages": ["tlh"]}, "languages"),
        ({"concepts_0": "zanzibar"}, "concepts"),
        ({"consent": ""}, "consent"),
        ({"why": "x" * 2001}, "why"),
        ({"position": "a\x00b"}, "position"),
        ({"position": "Educator\r\nBcc: all@example.org"}, "position"),
        ({"last_name": "Пример\nBcc: all@example.org"}, "last_name"),
        ({"institution_name": "Затвор\u2028Bcc: all@example.org"}, "institution_name"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_typed_is_lost(filled_in, post, change, field):
    make_concept("probation", label_mk="пробација")
    response = post(JOIN, {**filled_in, **change})
    assert response.status_code == 200
    found = errors_of(response)
    assert len(found) == 1
    assert field in found[0]
    body = response.content.decode()
    assert "Пример" in body
    assert 'value="Educator"' in body or "position" in change
    assert (Application.objects.count(), mail.outbox) == (0, [])


def test_written_in_cyrillic_the_listed_institution_is_found(filled_in, post):
    make_concept("probation", label_mk="пробација")
    listed = Institution.objects.create(
        beneficiary=make_beneficiary("RS"),
        type="prison_administration",
        name_en="Penal Administration",
        name_sr="Uprava za izvršenje krivičnih sankcija",
    )
    post(
        JOIN,
        {**filled_in, "beneficiary": "RS", "institution_name": "УПРАВА за извршење кривичних санкција"},
    )
    application = Application.objects.get()
    assert (application.institution, application.institution_name) == (listed, "")
    response = post(JOIN, {**filled_in, "institution": str(listed.pk)})
    assert "institution" in errors_of(response)[0]


def test_another_text_than_was_read_is_not_agreed_to(filled_in, post):
    make_concept("probation", label_mk="пробација")
    make_consent_text(2)
    response = post(JOIN, filled_in)
    page = BeautifulSoup(response.content.decode(), "html.parser")
    assert Application.objects.count() == 0
    assert page.select_one("[name=version]")["value"] == "2"
    assert page.select_one("[name=consent]").get("checked") is None
    post(JOIN, {**filled_in, "version": "2"})
    assert Application.objects.get().consent_text.version == 2


def test_an_old_link_offers_a_new_one(filled_in, client, post, monkeypatch):
    application = make_application(state=ApplicationState.UNCONFIRMED)
    signer = TimestampSigner(salt="portal.members.application", sep=".")
    now = timezone.now().timestamp()
    monkeypatch.setattr("django.core.signing.time.time", lambda: now - timedelta(days=3, minutes=1).total_seconds())
    token = signer.sign(str(application.pk))
    monkeypatch.undo()
    address = f"/en/join/confirm/{token}/"
    assert client.get(address).status_code == 410
    assert post(address).status_code == 302
    application.refresh_from_db()
    assert application.state == "unconfirmed"
    (letter,) = mail.outbox
    post(link_in(letter))
    application.refresh_from_db()
    assert application.state == "waiting"
    assert client.get(address).status_code == 200


def test_a_link_that_was_never_given_out(site_root, client):
    application = make_application(state=ApplicationState.UNCONFIRMED)
    token = links.application_token(application)
    for wrong in ("x", "x.y.z", token[:-1], f"1{token}"):
        assert client.get(f"/en/join/confirm/{wrong}/").status_code == 404
        assert client.post(f"/en/join/confirm/{wrong}/").status_code == 404
    assert client.get("/en/join/invitation/x/").status_code == 404


def test_a_newer_application_takes_the_place_of_one_that_waits(site_root, client, post):
    older = make_application()
    newer = make_application(state=ApplicationState.UNCONFIRMED)
    post(f"/en/join/confirm/{links.application_token(newer)}/")
    assert list(Application.objects.order_by("pk").values_list("pk", "state")) == [
        (older.pk, "replaced"),
        (newer.pk, "waiting"),
    ]


def test_only_so_many(filled_in, post, settings):
    settings.ACCOUNT_RATE_LIMITS = {"join": "2/h/key", "join_address": "1/h/key"}
    filled_in.pop("concepts_0")
    statuses = [post(JOIN, filled_in).status_code for _time in range(3)]
    assert statuses == [302, 302, 429]
    # One address is written to once, and whoever asks is not told.
    assert (len(mail.outbox), Application.objects.count()) == (1, 1)


def test_what_fills_in_everything_is_not_heard(filled_in, post):
    filled_in.pop("concepts_0")
    assert post(JOIN, {**filled_in, "homepage": "x"}).status_code == 302
    assert (mail.outbox, Application.objects.count()) == ([], 0)


def test_what_nobody_confirms_is_forgotten(filled_in, post):
    filled_in.pop("concepts_0")
    make_application(state=ApplicationState.UNCONFIRMED, sent_at=timezone.now() - timedelta(days=31))
    kept = make_application(email="b@example.org", sent_at=timezone.now() - timedelta(days=31))
    post(JOIN, filled_in)
    assert set(Application.objects.values_list("email", flat=True)) == {"ana@example.org", kept.email}


@pytest.mark.parametrize("code", ["en", "sq", "bs", "cnr", "mk", "sr", "sr-latn"])
def test_in_every_rendering(site_root, consent_text, client, code):
    response = client.get(f"/{code}/join/")
    assert response.status_code == 200
    assert "We keep your name (1)." in response.content.decode()


def test_the_number_of_queries_does_not_grow(filled_in, client, django_assert_num_queries):
    client.get(JOIN)
    with django_assert_num_queries(11):
        client.get(JOIN)
    for number in range(3):
        make_concept(f"word-{number}")
        Institution.objects.create(beneficiary=make_beneficiary("AL"), type="other", name_en=f"Office {number}")
    with django_assert_num_queries(11):
        client.get(JOIN)
