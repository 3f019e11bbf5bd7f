"""Those who decide see theirs, and nobody else sees any."""

import pytest

from portal.accounts.roles import EDITORS
from portal.members.models import Application, Invitation, Member, MemberStep
from portal.members.services.deciding import approve
from tests.factories.members import make_application, make_member
from tests.factories.people import make_user

LIST = "/en/members/applications/"
NAME = "Zvezdana"


@pytest.fixture
def page(client, site_root):
    def got(user, address):
        client.force_login(user)
        return client.get(address)

    return got


def test_a_focal_point_sees_those_of_one_beneficiary(focal_point, administrator, page):
    own = make_application(email="own@example.org")
    other = make_application("AL", first_name=NAME, email="other@example.org")
    nobodys = make_application(None, first_name=NAME, email="nobody@example.org")
    body = page(focal_point, LIST).content.decode()
    assert f"{LIST}{own.pk}/" in body
    assert NAME not in body
    for application in (other, nobodys):
        answer = page(focal_point, f"{LIST}{application.pk}/")
        assert (answer.status_code, NAME in answer.content.decode()) == (404, False)
        assert page(administrator, f"{LIST}{application.pk}/").status_code == 200
    assert page(administrator, LIST).content.decode().count(NAME) == 2


@pytest.mark.parametrize("address", ["", "{pk}/"])
def test_nobody_else_sees_any(page, client, site_root, address):
    application = make_application(first_name=NAME)
    for user in (make_user(), make_user(EDITORS), make_member().user, make_user(is_active=True)):
        answer = page(user, LIST + address.format(pk=application.pk))
        assert (answer.status_code, NAME in answer.content.decode()) == (404, False)


def test_what_is_not_confirmed_is_not_there(focal_point, page):
    application = make_application(state="unconfirmed", first_name=NAME)
    assert NAME not in page(focal_point, LIST).content.decode()
    assert page(focal_point, f"{LIST}{application.pk}/").status_code == 404


def test_approved_on_the_page(focal_point, page, client):
    application = make_application()
    assert page(focal_point, f"{LIST}{application.pk}/").status_code == 200
    answer = client.post(f"{LIST}{application.pk}/", {"decision": "approve"}, follow=True)
    assert answer.status_code == 200
    assert Member.objects.active().count() == 1


def test_whoever_declines_says_why(focal_point, client, site_root):
    application = make_application()
    client.force_login(focal_point)
    address = f"{LIST}{application.pk}/"
    assert 'href="#id_reason"' in client.post(address, {"decision": "decline"}).content.decode()
    client.post(address, {"decision": "decline", "reason": "Not our field"})
    assert Application.objects.get().state == "declined"
    assert "Not our field" in client.get(address).content.decode()


def test_somebody_was_quicker(focal_point, administrator, client, site_root):
    application = make_application()
    approve(application=application.pk, by=administrator)
    client.force_login(focal_point)
    answer = client.post(f"{LIST}{application.pk}/", {"decision": "decline", "reason": "No"}, follow=True)
    assert "has been decided already: Approved." in answer.content.decode()
    assert Application.objects.get().state == "approved"


def test_likely_duplicates_are_shown(focal_point, page):
    make_member(make_user(first_name="Ђорђе", last_name="Пример"))
    application = make_application(first_name="Djordje", last_name="Primer")
    assert "Ђорђе Пример" in page(focal_point, f"{LIST}{application.pk}/").content.decode()


def test_the_number_of_queries_does_not_grow(focal_point, page, client, django_assert_num_queries):
    make_application()
    page(focal_point, LIST)
    with django_assert_num_queries(14):
        client.get(LIST)
    for number in range(2):
        make_application(email=f"{number}@example.org")
    with django_assert_num_queries(14):
        client.get(LIST)


def test_inviting_and_taking_back(focal_point, client, site_root):
    client.force_login(focal_point)
    address = "/en/members/invitations/"
    client.post(address, {"email": "new@example.org", "beneficiary": "MK", "language": "mk", "message": "Hello"})
    invitation = Invitation.objects.get()
    assert (invitation.beneficiary.code, invitation.invited_by) == ("MK", focal_point)
    assert "new@example.org" in client.get(address).content.decode()
    client.post(f"{address}{invitation.pk}/withdraw/")
    assert "new@example.org" not in client.get(address).content.decode()


def test_a_focal_point_invites_for_one_beneficiary(focal_point, client, site_root):
    client.force_login(focal_point)
    for beneficiary in ("AL", "", "none"):
        client.post(
            "/en/members/invitations/", {"email": "a@example.org", "beneficiary": beneficiary, "language": "en"}
        )
    assert Invitation.objects.count() == 0


def test_a_declined_one_is_erased_on_request(focal_point, administrator, client, site_root):
    application = make_application(first_name=NAME)
    address = f"{LIST}{application.pk}/"
    client.force_login(administrator)
    client.post(address, {"erase": ""})
    assert Application.objects.count() == 1
    client.post(address, {"decision": "decline", "reason": "No"})
    client.force_login(focal_point)
    client.post(address, {"erase": ""})
    assert Application.objects.count() == 1
    client.force_login(administrator)
    client.post(address, {"erase": ""})
    assert (Application.objects.count(), MemberStep.objects.count()) == (0, 0)
