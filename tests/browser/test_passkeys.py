"""Passkeys as the browser makes them, with a device that Chromium plays: added, used, taken away again."""

import os
import subprocess
import sys

import pytest

from tests.browser.conftest import BASE, settings_for
from tests.browser.looks import sideways, violations

pytestmark = pytest.mark.browser

ADDRESS, PASSWORD = "passkeys@example.org", "a long password for passkeys"


@pytest.fixture(scope="module")
def by_name(site, prepared):
    """The portal under a name: browsers keep no passkeys for bare addresses. With somebody who may try them there."""
    environment = {**settings_for(prepared, site), "DJANGO_SUPERUSER_PASSWORD": PASSWORD}
    command = [sys.executable, os.fspath(BASE / "manage.py"), "createsuperuser", "--noinput", "--email", ADDRESS]
    subprocess.run(command, cwd=BASE, env=environment, check=True, stdout=subprocess.DEVNULL)
    return site.replace("127.0.0.1", "localhost")


def with_password(page, address):
    page.goto(address)
    page.locator("input[name=login]").fill(ADDRESS)
    page.locator("input[name=password]").fill(PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def sign_out(page, site):
    page.goto(f"{site}/en/account/")
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name="Sign out").click()


def press(page, name):
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


def test_a_passkey_is_added_and_signs_in_alone_and_after_the_password(open_page, by_name):
    page = open_page(f"{by_name}/en/account/login/", width=360)
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    device = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": device})

    with_password(page, f"{by_name}/en/account/login/?next=/en/account/2fa/webauthn/add/")
    page.locator("input[name=password]").fill(PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("[data-without-passkey]").is_hidden()
    assert violations(page) == {}
    assert sideways(page) == []
    page.locator("input[name=name]").fill("Office computer")
    press(page, "Add a passkey")
    assert page.url == f"{by_name}/en/account/2fa/recovery-codes/"

    sign_out(page, by_name)
    page.goto(f"{by_name}/en/account/login/?next=/en/news/")
    press(page, "Sign in with a passkey")
    assert page.url == f"{by_name}/en/news/"

    sign_out(page, by_name)
    with_password(page, f"{by_name}/en/account/login/?next=/en/library/")
    assert page.url.startswith(f"{by_name}/en/account/2fa/authenticate/")
    assert violations(page) == {}
    press(page, "Use a passkey")
    assert page.url == f"{by_name}/en/library/"

    page.goto(f"{by_name}/en/account/2fa/webauthn/")
    assert page.locator("li.card h2").all_inner_texts() == ["Office computer"]
    assert page.complaints == []


def test_who_has_none_on_this_device_is_told_so(open_page, by_name):
    page = open_page(f"{by_name}/en/account/login/")
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}},
    )
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.locator("[data-passkey-failed]").wait_for(state="visible")
    assert violations(page) == {}


def test_without_javascript_or_under_a_bare_address_they_are_not_offered(open_page, site):
    for javascript in (True, False):
        page = open_page(f"{site}/en/account/login/", javascript=javascript)
        assert page.get_by_role("button", name="Sign in with a passkey").count() == 0
        assert page.get_by_role("link", name="Have a code sent by e-mail").is_visible()
