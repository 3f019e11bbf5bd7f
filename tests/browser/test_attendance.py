"""Ticks that wait for a connection, and checking in by scan: by keyboard, narrow and wide, with and without scripts."""

import subprocess
import sys

import pytest

from tests.browser.conftest import BASE, settings_for
from tests.browser.looks import sideways, violations

pytestmark = pytest.mark.browser

#: A session of today with two people: the administrator, who is signed in, and somebody else.
MAKE = """
from portal.accounts.demo import ADDRESS
from portal.accounts.models import User
from tests.factories.attendance import make_training_now
from tests.factories.members import make_member
from tests.factories.people import make_user
from tests.factories.trainings import make_enrolment
training = make_training_now(headline_en="Check-in", headline_sq="Prania")
own = make_enrolment(training, make_member(user=User.objects.get(email=ADDRESS)))
other = make_enrolment(training, make_member(user=make_user(first_name="Besa", last_name="Sample")))
print(f"\\n{training.pk}/attendance/{training.sessions.get().pk}/ {other.pk}")
"""


@pytest.fixture(scope="module")
def session(site, prepared):
    """The address of the list without its language, and the key of somebody in it."""
    made = subprocess.run(
        [sys.executable, "manage.py", "shell", "-c", MAKE],
        cwd=BASE,
        env=settings_for(prepared, site),
        check=True,
        capture_output=True,
        text=True,
    )
    address, key = made.stdout.splitlines()[-1].split()
    return f"trainings/{address}", key


def look(page):
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        assert violations(page) == {}, f"{page.url} at {width} pixels"
        assert sideways(page) == [], f"{page.url} at {width} pixels"


def press(page, name):
    page.get_by_role("button", name=name, exact=True).focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_tick_waits_for_the_connection_and_is_not_lost(open_page, signed_in, session):
    address, key = session
    page = open_page(f"/en/{address}", width=360, storage_state=signed_in)
    box, state = page.locator(f"[name=there][value='{key}']"), page.locator("[data-state]")
    page.context.set_offline(True)
    box.focus()
    page.keyboard.press("Space")
    state.filter(has_text="The connection is lost. Ticks that wait for it: 1.").wait_for()
    look(page)
    page.context.set_offline(False)
    state.filter(has_text="All ticks are saved.").wait_for()
    page.reload()
    assert box.is_checked()
    look(page)


def test_without_scripts_the_button_saves(open_page, signed_in, session):
    address, key = session
    page = open_page(f"/en/{address}", width=360, javascript=False, storage_state=signed_in)
    box = page.locator(f"[name=there][value='{key}']")
    before = box.is_checked()
    box.focus()
    page.keyboard.press("Space")
    press(page, "Save")
    assert box.is_checked() is not before
    assert not page.locator("[data-state]").is_visible()


def test_a_scan_leads_to_the_one_button(open_page, signed_in, session):
    address, _key = session
    wall = open_page(f"/sq/{address}check-in/", storage_state=signed_in)
    look(wall)
    page = open_page(wall.locator("a.wall__picture").get_attribute("href"), storage_state=signed_in)
    look(page)
    press(page, "I am here")
    assert page.locator("h1").inner_text() == "You are marked as present"
    look(page)
