"""Trainings as those who run them and those who take part see them: axe, narrow and wide; by keyboard without scripts.

One language a width, to spend no more time than that is worth: Albanian narrow, where words are long, English wide.
"""

import json
import subprocess
import sys

import pytest

from tests.browser.conftest import BASE, settings_for
from tests.browser.looks import crowded, sideways, violations

pytestmark = pytest.mark.browser

OPEN = {
    "list": "/trainings/",
    "course": "/trainings/training-of-trainers/",
    "framework": "/trainings/framework/",
    "trainers": "/trainings/trainers/",
    "check a certificate": "/trainings/certificates/",
    "certificate": "/trainings/certificates/{code}/",
    "enrolment": "/trainings/answer/{token}/",
    "form": "/trainings/answer/{token}/reaction/",
}
OF_TRAINERS = {
    "announce": "/trainings/{course}/announce/",
    "change": "/trainings/{coming}/change/",
    "cancel": "/trainings/{coming}/cancel/",
    "participants": "/trainings/{ended}/participants/",
    "nobody enrolled": "/trainings/{coming}/participants/",
    "enrol somebody": "/trainings/{coming}/participants/add/?q=sample",
    "import": "/trainings/{coming}/participants/import/",
    "write": "/trainings/{ended}/participants/write/",
    "attendance": "/trainings/{ended}/attendance/{session}/",
    "forms": "/trainings/{ended}/forms/",
    "questions of a form": "/trainings/{ended}/forms/reaction/",
    "a form in general": "/trainings/{ended}/forms/follow-up/settings/",
    "results": "/trainings/{ended}/results/",
    "certificates": "/trainings/{ended}/certificates/",
    "one certificate": "/trainings/{ended}/certificates/{certificate}/",
    "indicators": "/trainings/indicators/",
}


@pytest.fixture(scope="module")
def at_work(prepared, site):
    """Keys of trainings, see tests.browser.trainings_at_work."""
    made = subprocess.run(
        [sys.executable, "-m", "tests.browser.trainings_at_work"],
        cwd=BASE,
        env={**settings_for(prepared, site), "EMAIL_URL": "dummymail://"},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return json.loads(made.stdout)


def look(page):
    assert page.locator("h1").count() == 1
    assert violations(page) == {}, page.url
    assert sideways(page) == [], page.url
    assert crowded(page) == [], page.url


@pytest.mark.parametrize("kind", [*OPEN, *OF_TRAINERS])
def test_a_page_of_trainings_can_be_used_by_everybody(open_page, signed_in, at_work, kind):
    options = {"storage_state": signed_in} if kind in OF_TRAINERS else {}
    address = {**OPEN, **OF_TRAINERS}[kind].format(**at_work)
    page = open_page(f"/sq{address}", width=360, **options)
    look(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"/en{address}")
    look(page)
    assert page.complaints == []


def test_people_of_a_spreadsheet_are_looked_at_first(open_page, signed_in, at_work):
    page = open_page(f"/sq/trainings/{at_work['coming']}/participants/import/", width=360, storage_state=signed_in)
    rows = b"Name;E-mail\nSample Person;somebody@example.org\nSample Nobody;no address\n"
    page.locator("input[type=file]").set_input_files(
        {"name": "people.csv", "mimeType": "text/csv", "buffer": rows},
    )
    for _step in ("the columns", "the rows"):
        page.locator("main form .button").last.focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        look(page)
    assert page.locator("main tbody tr").count() == 2


def test_a_training_is_announced_changed_and_cancelled_by_keyboard_alone(open_page, signed_in, at_work):
    page = open_page(
        f"/en/trainings/{at_work['course']}/announce/", width=360, javascript=False, storage_state=signed_in
    )

    def press(name, role="button"):
        page.get_by_role(role, name=name, exact=True).first.focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert sideways(page) == [], page.url

    def unfold():
        page.locator("main summary").first.focus()
        page.keyboard.press("Enter")

    page.locator("[name=summary]").fill("Two days on release plans.")
    page.locator("[name=start]").fill("2030-05-06")
    press("More sessions")
    assert page.locator("[name=summary]").input_value() == "Two days on release plans."
    press("Save and publish")
    assert page.locator(".error-summary, [role=alert]").count() == 1
    page.locator("[name=end]").fill("2030-05-07")
    press("Save and publish")
    unfold()
    press("Change the training", "link")
    page.locator("[name=place]").fill("Tirana")
    press("Save and publish")
    unfold()
    press("Cancel the training", "link")
    press("Cancel the training")
    assert page.locator("[name=reason]").get_attribute("aria-invalid") == "true"
    page.locator("[name=reason]").fill("Too few people can come.")
    press("Cancel the training")
    assert page.get_by_text("Cancelled", exact=True).count() == 1
