"""A draft goes round, with a keyboard and without scripts, on a narrow and a wide screen; axe is content at each step."""

import re
import urllib.request

import pytest

from tests.browser.looks import sideways, violations

pytestmark = pytest.mark.browser

WIDTHS = (1280, 360)


def is_fit(page):
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
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


def open_new(open_page, signed_in, group):
    return open_page(f"/en/groups/{group}/meetings/new/", javascript=False, storage_state=signed_in)


def test_a_draft_goes_round_without_scripts(open_page, signed_in, group):
    page = open_new(open_page, signed_in, group)
    page.locator("[name=facts-title]").fill("Browser meeting")
    press(page, "On to agenda and outcomes")
    page.locator("[name=i1-title]").fill("Opening")
    page.locator("[name=i1-o1-text]").fill("Agencies work together.")
    press(page, "Save")
    is_fit(page)
    press(page, "Preview", "link")
    press(page, "Circulate the draft to the members")
    is_fit(page)
    page.locator(".outcome + .proposal-link a").focus()
    page.keyboard.press("Enter")
    page.locator("#proposing").wait_for()
    page.locator("#proposing textarea[name=text]").fill("All agencies work together.")
    is_fit(page)
    press(page, "Propose")
    assert page.get_by_role("alert").count() == 1
    page.locator("#proposing textarea[name=reason]").fill("Nobody is left out.")
    is_fit(page)
    press(page, "Propose")
    page.locator(".proposal summary", has_text="Accept or decline").focus()
    page.keyboard.press("Enter")
    is_fit(page)
    press(page, "Accept")
    assert page.locator(".outcome").inner_text().splitlines()[-1] == "All agencies work together."
    page.locator("summary", has_text="Proposals that were decided on").focus()
    page.keyboard.press("Enter")
    is_fit(page)
