"""A translation is saved while it is written, and two versions of one text are both shown."""

import re
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

expect.set_options(timeout=30_000)

SAVED = re.compile(r"^Saved \d\d:\d\d$")


@pytest.fixture(scope="module")
def address(prepared):
    """A good practice of which only title and summary are translated."""
    with closing(sqlite3.connect(prepared / "continuum.sqlite3")) as database:
        ready = "SELECT page_ptr_id FROM practices_goodpractice WHERE readiness_sq = 'overview' ORDER BY 1"
        (pk,) = database.execute(ready).fetchone()
    return f"/admin/translate/{pk}/sq/"


def field(page, key):
    return page.locator(f'[data-row="{key}"] [data-text]')


def editor(page, key):
    return page.locator(f'[data-row="{key}"] [role="textbox"]')


def state(page):
    return page.locator("[data-state]")


def test_each_field_says_which_text_it_is_for(open_page, address, signed_in):
    page = open_page(address, storage_state=signed_in)
    expect(field(page, "setting")).to_have_accessible_name("Setting")
    expect(editor(page, "context")).to_have_accessible_name("Context")
    page.goto(address.replace("translate", "pages").replace("sq", "edit"))
    named = page.locator('[role="textbox"]')
    expect(named.first).to_have_accessible_name(re.compile("^Context"))
    expect(named.nth(1)).to_have_accessible_name(re.compile("^what was done", re.IGNORECASE))


def test_what_is_written_is_saved_and_there_again(open_page, address, signed_in):
    page = open_page(address, storage_state=signed_in)
    field(page, "setting").fill("Një burg")
    editor(page, "context").click()
    page.keyboard.type("Konteksti")
    expect(state(page)).to_have_text(SAVED)
    term = page.locator('[data-row="summary"] [data-insert]').first
    field(page, "summary").fill("")
    term.click()
    expect(field(page, "summary")).to_have_value(term.inner_text())
    expect(state(page)).to_have_text(SAVED)
    page.reload()
    expect(field(page, "setting")).to_have_value("Një burg")
    expect(editor(page, "context")).to_have_text("Konteksti")
    assert page.complaints == []


def test_what_could_not_be_sent_is_kept_and_sent_later(open_page, address, signed_in):
    page = open_page(address, storage_state=signed_in)
    page.context.set_offline(True)
    editor(page, "lessons_learned").click()
    page.keyboard.type("Mësimi")
    expect(state(page)).to_have_text("Not saved: no connection, trying again")
    page.context.set_offline(False)
    page.reload()
    expect(editor(page, "lessons_learned")).to_have_text("Mësimi")
    expect(state(page)).to_have_text(SAVED)


def test_two_versions_are_shown_and_one_is_chosen(open_page, address, signed_in):
    mine, theirs = (open_page(address, storage_state=signed_in) for _who in range(2))
    for key, write in (("setting", "Theirs"), ("results", "Their results")):
        target = field(theirs, key) if key == "setting" else editor(theirs, key)
        target.click()
        theirs.keyboard.press("Control+A")
        theirs.keyboard.type(write)
    expect(state(theirs)).to_have_text(SAVED)
    field(mine, "setting").fill("Mine")
    editor(mine, "results").click()
    mine.keyboard.type("My results")
    expect(state(mine)).to_have_text(re.compile("^Saved, except for the texts marked below"))
    expect(mine.locator('[data-row="setting"] [data-theirs]')).to_have_text("Theirs")
    mine.locator('[data-row="results"] [data-take-theirs]').click()
    expect(editor(mine, "results")).to_have_text("Their results")
    mine.locator('[data-row="setting"] [data-keep-mine]').click()
    expect(state(mine)).to_have_text(SAVED)
    theirs.reload()
    expect(field(theirs, "setting")).to_have_value("Mine")
    expect(editor(theirs, "results")).to_have_text("Their results")
