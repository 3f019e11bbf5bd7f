"""Who has to have a second factor, and what is open to them until they have one."""

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from portal.accounts.roles import ADMINISTRATORS, EDITORS, NETWORK_MEMBERS, ROLES, focal_points, translators
from tests.factories.files import make_collection, make_document
from tests.factories.people import make_group, make_superuser

pytestmark = pytest.mark.django_db

SET_UP = "/en/account/2fa/"


@pytest.fixture(autouse=True)
def required(settings):
    settings.REQUIRE_SECOND_FACTOR = True


@pytest.fixture
def editor(person, client):
    user = person(role=EDITORS)
    client.force_login(user)
    return user


def leads_to_set_up(response) -> bool:
    return (response.status_code, response.get("Location")) == (302, SET_UP)


def test_roles_that_change_what_others_read_need_one():
    needing = {role.name for role in ROLES if role.needs_second_factor}
    beneficiaries = {focal_points(code) for code in ("AL", "BA", "XK", "ME", "MK", "RS")}
    assert needing == {EDITORS, ADMINISTRATORS, *beneficiaries}


@pytest.mark.parametrize("role", [EDITORS, ADMINISTRATORS, focal_points("MK")])
def test_without_one_they_only_reach_their_account(person, client, site_root, role):
    client.force_login(person(role=role))
    assert leads_to_set_up(client.get("/en/"))
    assert leads_to_set_up(client.get("/en/library/"))
    assert leads_to_set_up(client.get("/admin/"))
    assert leads_to_set_up(client.post("/admin/pages/1/delete/"))
    page = client.get(SET_UP)
    assert page.status_code == 200
    assert "First set up a second factor" in page.content.decode()


def test_superusers_need_one_too(client, site_root):
    client.force_login(make_superuser())
    assert leads_to_set_up(client.get("/admin/"))


@pytest.mark.parametrize("role", ["", NETWORK_MEMBERS, translators("sq")])
def test_others_do_not(person, client, site_root, role):
    client.force_login(person(role=role))
    assert client.get("/en/").status_code == 200
    assert "First set up" not in client.get(SET_UP).content.decode()


@pytest.mark.parametrize(
    "path", ["", "logout/", "email/", "password/change/", "sessions/", "preferences/", "notifications/", "2fa/"]
)
def test_the_pages_of_their_account_are_open(editor, client, path):
    assert client.get(f"/en/account/{path}").status_code == 200


def test_they_can_sign_out(editor, client):
    client.post("/en/account/logout/")
    assert "_auth_user_id" not in client.session


def test_the_overview_says_that_it_is_missing(editor, client):
    assert "Missing: your role needs one" in client.get("/en/account/").content.decode()


def test_with_one_everything_is_open(editor, client, site_root):
    TOTP.activate(editor, generate_totp_secret())
    assert client.get("/en/").status_code == 200
    assert client.get("/admin/").status_code == 200


def test_recovery_codes_are_none_by_themselves(editor, client, site_root):
    RecoveryCodes.activate(editor)
    assert leads_to_set_up(client.get("/admin/"))


def test_it_is_needed_again_when_it_is_taken_away(editor, client, site_root):
    TOTP.activate(editor, generate_totp_secret())
    assert client.get("/en/").status_code == 200
    editor.authenticator_set.all().delete()
    assert leads_to_set_up(client.get("/en/"))


def test_programs_get_what_is_public_and_no_redirect(editor, client, site_root):
    assert client.get("/api/v1/search?q=prison").status_code == 200
    assert client.get("/en/library/feed/?q=prison").status_code == 200
    assert client.get("/en/calendar.ics").status_code == 200
    assert client.get("/oai?verb=Identify").status_code == 200


def test_files_that_are_closed_to_the_public_are_closed_to_them(editor, client, site_root):
    closed = make_document(collection=make_collection(make_group(EDITORS)))
    assert client.get(closed.url).status_code == 404
    TOTP.activate(editor, generate_totp_secret())
    assert b"".join(client.get(closed.url).streaming_content) == b"Text"


def test_where_it_is_not_required_nobody_is_asked(settings, editor, client, site_root):
    settings.REQUIRE_SECOND_FACTOR = False
    assert client.get("/admin/").status_code == 200
    assert "First set up" not in client.get(SET_UP).content.decode()
