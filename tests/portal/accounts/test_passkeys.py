"""Passkeys, as far as no browser is needed; with one they are tried in tests/browser/test_passkeys.py."""

import json

import pytest

from tests.portal.accounts.conftest import PASSWORD

pytestmark = pytest.mark.django_db

ADD, SIGN_IN = "/en/account/2fa/webauthn/add/", "/en/account/2fa/webauthn/login/"
REFUSED = "This passkey was not accepted. Try again, or choose another way."

#: What no browser sends.
NONSENSE = [
    "[0]",
    "1",
    '"x"',
    '{"response": null}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {}}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"userHandle": "\\u0000"}}',
    json.dumps(
        {
            "id": "AAAA",
            "rawId": "AAAA",
            "type": "public-key",
            "response": {
                "clientDataJSON": "e30",
                "authenticatorData": "AAAA",
                "signature": "AAAA",
                "attestationObject": "AAAA",
                "userHandle": "MQ",
            },
        }
    ),
]


@pytest.fixture
def confirmed(person, client):
    person()
    client.post("/en/account/login/", {"login": "person@example.org", "password": PASSWORD})
    client.post("/en/account/reauthenticate/", {"password": PASSWORD})


@pytest.mark.parametrize("credential", NONSENSE)
def test_nonsense_makes_no_passkey(confirmed, client, credential):
    assert client.get(ADD).status_code == 200
    response = client.post(ADD, {"name": "My telephone", "credential": credential})
    assert response.status_code == 200
    assert [str(error) for errors in response.context["form"].errors.values() for error in errors] == [REFUSED]
    assert response.context["form"]["name"].value() == "My telephone"


@pytest.mark.parametrize("credential", NONSENSE)
def test_nonsense_signs_nobody_in(client, credential):
    client.get(SIGN_IN, headers={"Accept": "application/json"})
    response = client.post(SIGN_IN, {"credential": credential})
    assert response["Location"] == "/en/account/login/"
    page = client.get(response["Location"]).content.decode()
    assert REFUSED in page
    assert "_auth_user_id" not in client.session


def test_the_browser_is_asked_for_any_passkey_of_the_portal(client):
    asked = client.get(SIGN_IN, headers={"Accept": "application/json"}).json()["request_options"]["publicKey"]
    assert (asked["rpId"], asked["userVerification"], asked.get("allowCredentials", [])) == (
        "testserver",
        "required",
        [],
    )


def test_what_needs_a_browser_is_hidden_until_it_is_known_to_work(confirmed, client):
    html = client.get(ADD).content.decode()
    assert "data-passkey-form data-passkey hidden" in html
    assert "Passkeys need JavaScript" in html
