"""A draft goes round by keyboard, with and without scripts, wide and narrow; where scripts run, axe is content."""

import re
import urllib.request

import pytest

from tests.browser.looks import sideways, violations

pytestmark = pytest.mark.browser

WIDTHS = (1280, 360)


def look(page, javascript):
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if javascript:
            # axe is a script itself.
            assert violations(page) == {}, f"{page.url} at {width} pixels"
        assert sideways(page) == [], f"{page.url} at {width} pixels"


def press(page, name, role="button"):
    """By keyboard alone: what is named is reached, and Enter does it."""
    found = page.get_by_role(role, name=name, exact=True).first
    found.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.fixture(scope="module")
def group(site):
    with urllib.request.urlopen(f"{site}/en/groups/") as response:
        return re.search(r"/en/groups/([\w-]+)/", response.read().decode())[1]


@pytest.mark.parametrize("javascript", [True, False])
def test_a_draft_goes_round(open_page, signed_in, group, javascript):
    page = open_page(f"/en/groups/{group}/meetings/new/", javascript=javascript, storage_state=signed_in)
    page.locator("[name=facts-title]").fill("Browser meeting")
    press(page, "On to agenda and outcomes")
    page.locator("[name=i1-title]").fill("Opening")
    page.locator("[name=i1-o1-text]").fill("Agencies work together.")
    press(page, "Save")
    look(page, javascript)
    press(page, "Preview", "link")
    press(page, "Circulate the draft to the members")
    look(page, javascript)
    page.locator(".outcome + .proposal-link a").focus()
    page.keyboard.press("Enter")
    page.locator("#proposing").wait_for()
    page.locator("#proposing textarea[name=text]").fill("All agencies work together.")
    look(page, javascript)
    press(page, "Propose")
    assert page.get_by_role("alert").count() == 1
    page.locator("#proposing textarea[name=reason]").fill("Nobody is left out.")
    look(page, javascript)
    press(page, "Propose")
    page.locator(".proposal summary", has_text="Accept or decline").focus()
    page.keyboard.press("Enter")
    look(page, javascript)
    press(page, "Accept")
    assert page.locator(".outcome").inner_text().splitlines()[-1] == "All agencies work together."
    page.locator("summary", has_text="Proposals that were decided on").focus()
    page.keyboard.press("Enter")
    look(page, javascript)
