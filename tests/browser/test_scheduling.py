"""An editor gives a page a time; when it has come, readers have the page."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import BASE, settings_for

pytestmark = pytest.mark.browser

SLUG = "first-hundred-days-after-release"
PLACES = (f"/en/practices/{SLUG}/", "/en/library/?type=good_practice", "/en/library/feed/?type=good_practice")


def shown(page):
    """Where readers without an account find it: its address, the library, the feed of the library."""
    answers = [page.request.get(place) for place in PLACES]
    assert [answer.status for answer in answers[1:]] == [200, 200]
    return [answers[0].status == 200, *(f"/practices/{SLUG}/" in answer.text() for answer in answers[1:])]


def the_time_comes(folder, site, pk):
    """As if years had passed, and the system had called the command."""
    with closing(sqlite3.connect(folder / "continuum.sqlite3")) as database, database:
        waits = "object_id = ? AND approved_go_live_at IS NOT NULL"
        query = f"SELECT content FROM wagtailcore_revision WHERE {waits}"
        (content,) = database.execute(query, [str(pk)]).fetchone()
        past = "2026-01-01 00:00:00"
        content = json.dumps({**json.loads(content), "go_live_at": f"{past}Z"})
        change = f"UPDATE wagtailcore_revision SET approved_go_live_at = ?, content = ? WHERE {waits}"
        database.execute(change, [past, content, str(pk)])
    command = [sys.executable, "manage.py", "publish_scheduled"]
    subprocess.run(command, cwd=BASE, env=settings_for(folder, site), check=True)


def test_a_page_goes_live_when_its_time_has_come(open_page, prepared, site, signed_in):
    reader = open_page("/en/")
    assert shown(reader) == [True, True, True]
    with closing(sqlite3.connect(prepared / "continuum.sqlite3")) as database:
        (pk,) = database.execute("SELECT id FROM wagtailcore_page WHERE slug = ?", [SLUG]).fetchone()
    editor = open_page(f"/admin/pages/{pk}/unpublish/", storage_state=signed_in)
    with editor.expect_navigation():
        editor.get_by_role("button", name="Yes, unpublish it").click()
    assert shown(reader) == [False, False, False]

    editor.goto(f"/admin/pages/{pk}/edit/")
    editor.get_by_role("button", name="Toggle status").click()
    editor.get_by_role("button", name="Set schedule").click()
    dialog = editor.get_by_role("dialog")
    dialog.locator("[name=go_live_at]").fill("2100-01-15 09:00")
    with editor.expect_navigation():
        # By keyboard: the calendar that opens with the field lies over the button.
        dialog.get_by_role("button", name="Save schedule").press("Enter")
    editor.get_by_role("button", name="More actions").click()
    with editor.expect_navigation():
        editor.get_by_role("button", name="Schedule to publish").click()
    expect(editor.locator(".messages")).to_contain_text("has been scheduled for publishing")
    assert shown(reader) == [False, False, False]

    the_time_comes(prepared, site, pk)
    assert shown(reader) == [True, True, True]
