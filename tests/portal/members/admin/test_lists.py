"""Members in the administration: each sees those whom they look after, and changes none of them there."""

import pytest

from portal.accounts.roles import EDITORS
from portal.members.models import ConsentText
from tests.factories.members import make_consent_text, make_member
from tests.factories.people import make_superuser, make_user

pytestmark = pytest.mark.usefixtures("site_root")

LIST = "/admin/snippets/members/member/"
TEXTS = "/admin/snippets/members/consenttext/"
NAME = "Zvezdana"


@pytest.fixture
def page(client):
    def got(user, address):
        client.force_login(user)
        return client.get(address)

    return got


def test_each_sees_theirs(focal_point, administrator, page):
    own = make_member(make_user(first_name="Own"))
    other = make_member(make_user(first_name=NAME), "AL")
    body = page(focal_point, LIST).content.decode()
    assert f"/en/members/people/{own.pk}/" in body
    assert NAME not in body
    answer = page(focal_point, f"/en/members/people/{other.pk}/")
    assert (answer.status_code, NAME in answer.content.decode()) == (404, False)
    assert NAME in page(administrator, LIST).content.decode()
    assert NAME not in page(administrator, f"{LIST}?beneficiary={own.beneficiary_id}").content.decode()
    assert NAME not in page(administrator, f"{LIST}?state=suspended").content.decode()
    assert page(administrator, f"/en/members/people/{other.pk}/").status_code == 200


def test_not_for_editors(page):
    make_member(make_user(first_name=NAME))
    editor = make_user(EDITORS)
    assert [page(editor, address).status_code for address in (LIST, TEXTS)] == [302, 302]


def test_nothing_is_changed_in_the_list(page):
    member = make_member()
    for user in (make_superuser(),):
        for action in ("add/", f"edit/{member.pk}/", f"delete/{member.pk}/"):
            assert page(user, LIST + action).status_code == 302


def test_a_text_gets_new_versions_and_is_never_changed(administrator, page, client):
    text = make_consent_text()
    assert page(administrator, f"{TEXTS}edit/{text.pk}/").status_code == 302
    assert page(administrator, f"{TEXTS}add/").status_code == 200
    client.post(f"{TEXTS}add/", {"version": "2", "since": "2026-01-01", "text_en": "Another"})
    assert list(ConsentText.objects.values_list("version", flat=True)) == [2, 1]


def test_the_number_of_queries_does_not_grow(administrator, page, client, django_assert_num_queries):
    make_member()
    page(administrator, LIST)
    with django_assert_num_queries(13):
        client.get(LIST)
    for _number in range(2):
        make_member()
    with django_assert_num_queries(13):
        client.get(LIST)


def test_suspending_on_the_page(focal_point, page, client):
    member = make_member()
    address = f"/en/members/people/{member.pk}/"
    assert page(focal_point, address).status_code == 200
    assert 'href="#id_reason"' in client.post(address, {"suspend": "", "reason": ""}).content.decode()
    assert "is suspended" in client.post(address, {"suspend": "", "reason": "Why"}, follow=True).content.decode()
    member.refresh_from_db()
    assert member.state == "suspended"
    client.post(address, {"restore": ""})
    member.refresh_from_db()
    assert member.state == "active"
    client.post(address, {"erase": ""})
    member.refresh_from_db()
    assert member.state == "active"


def test_erasing_on_request(administrator, page, client):
    member = make_member(make_user(first_name=NAME))
    address = f"/en/members/people/{member.pk}/"
    page(administrator, address)
    answer = client.post(address, {"erase": ""}, follow=True)
    assert (answer.status_code, NAME in answer.content.decode()) == (200, False)
    member.refresh_from_db()
    assert member.state == "left"
