"""Personal numbers are confirmed before a page is published; names and contacts are hinted at."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from wagtail.models import PageLogEntry

from portal.core.editing.persons import CHECKED
from portal.website.models import PlainPage
from tests.factories.pages import make_plain

pytestmark = pytest.mark.django_db

#: Nobody's: the first of January, a serial number of examples.
JMBG, OTHER = "0101990710008", "0101990410004"


def reloaded(page):
    return PlainPage.objects.get(pk=page.pk)


def draft(page):
    return reloaded(page).get_latest_revision_as_object()


def panel(response):
    """What the form shows about numbers: lines, digests, and whether the tick is set; None without the panel."""
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    tick = soup.find("input", {"name": "numbers_checked"})
    if tick is None:
        return None
    lines = [line.get_text() for line in tick.find_parent("div").find_all("li")]
    return lines, tick.find_parent("div").find("input", {"name": "seen_numbers"})["value"], tick.has_attr("checked")


def confirming(response):
    return {"seen_numbers": panel(response)[1], "numbers_checked": "on"}


def test_a_page_with_a_number_is_not_published_and_nothing_is_lost(edit, editor):
    page = make_plain(headline_en="Before")
    answer = edit(editor, page).type(summary_en=f"Number {JMBG} here").save(publish=True)
    html = answer.content.decode()
    assert "Confirm under “Details” that this is no real person&#x27;s number: summary (English)" in html
    assert f"Number {JMBG} here</textarea>" in html
    lines, _digests, is_checked = panel(answer)
    assert lines == [f"summary (English), personal number (JMBG, EMBG): “Number {JMBG} here”"]
    assert not is_checked
    assert reloaded(page).summary_en == page.summary_en


def test_with_the_tick_it_is_published_and_the_history_says_so_without_the_number(edit, editor):
    page = make_plain()
    form = edit(editor, page).type(summary_en=f"Number {JMBG} here")
    assert form.type(**confirming(form.save(publish=True))).save(publish=True).status_code == 302
    assert JMBG in reloaded(page).summary_en
    entry = PageLogEntry.objects.get(action=CHECKED)
    assert (entry.user, entry.data) == (editor, {"places": ["summary (English)"]})
    assert entry.message == "Confirmed that no real person's number stands in: summary (English)"


def test_what_was_confirmed_is_not_asked_again_wherever_it_stands(edit, editor):
    page = make_plain()
    form = edit(editor, page).type(summary_en=f"Number {JMBG} here")
    form.type(**confirming(form.save(publish=True))).save(publish=True)
    again = edit(editor, page)
    assert panel(again.response) is None
    assert again.type(headline_en=f"About 0101 990 71 000 8 and {JMBG}").save(publish=True).status_code == 302


def test_another_number_needs_another_confirmation(edit, editor):
    page = make_plain()
    form = edit(editor, page).type(summary_en=f"Number {JMBG}")
    tick = confirming(form.save(publish=True))
    answer = form.type(summary_en=f"Numbers {JMBG} and {OTHER}", **tick).save(publish=True)
    lines, digests, is_checked = panel(answer)
    assert (len(lines), len(digests.split()), is_checked) == (2, 2, False)
    assert reloaded(page).summary_en == page.summary_en


def test_a_tick_is_not_lost_over_another_mistake(edit, editor):
    form = edit(editor, make_plain()).type(summary_en=f"Number {JMBG}")
    tick = confirming(form.save(publish=True))
    answer = form.type(headline_en="", **tick).save(publish=True)
    assert answer.status_code == 200
    assert panel(answer)[2]


def test_a_draft_is_saved_with_a_number_and_keeps_the_tick(edit, editor):
    page = make_plain()
    assert edit(editor, page).type(summary_en=f"Number {JMBG}").save().status_code == 302
    form = edit(editor, page)
    form.type(**confirming(form.response)).save()
    assert len(draft(page).checked_numbers.split()) == 1
    assert edit(editor, page).save(publish=True).status_code == 302


def test_a_number_in_a_language_that_is_not_shown_stops_nobody(edit, editor):
    page = make_plain(summary_sq=f"Numri {JMBG}")
    assert panel(edit(editor, page).response)[0] == [f"summary (Shqip), personal number (JMBG, EMBG): “Numri {JMBG}”"]
    assert edit(editor, page).save(publish=True).status_code == 302


def test_whatever_publishes_asks(site_root):
    page = make_plain()
    page.summary_en = f"Number {JMBG}"
    with pytest.raises(ValidationError) as refused:
        page.save_revision().publish()
    assert refused.value.messages == ["Confirm under “Details” that this is no real person's number: summary (English)"]


def test_a_new_page_is_confirmed_too(client, editor, site_root):
    client.force_login(editor)
    address = f"/admin/pages/add/website/plainpage/{site_root.pk}/"
    page = make_plain()
    posted = {
        "headline_en": "New",
        "summary_en": f"Number {JMBG}",
        "body_en-count": "0",
        "attachments-count": "0",
        "readiness_en": "ready",
        "source_language": "en",
        "open_languages": "en",
        "action-publish": "1",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    posted |= {name: value for name, value in edit_form_rest(client.get(address)).items() if name not in posted}
    refused = client.post(address, posted)
    assert panel(refused) is not None
    client.post(address, posted | confirming(refused))
    made = PlainPage.objects.exclude(pk=page.pk).get(headline_en="New")
    assert PageLogEntry.objects.get(action=CHECKED).page_id == made.pk


def edit_form_rest(response):
    """Hidden fields that Wagtail counts its forms by."""
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    return {
        field["name"]: field.get("value", "")
        for field in soup.select("#page-edit-form input[type=hidden][name]")
        if "csrf" not in field["name"]
    }


def test_names_and_contacts_are_told_with_their_place(edit, editor):
    page = make_plain()
    form = edit(editor, page).type(summary_en="We asked Mr Example, visits@example.org.")
    html = form.client.get(form.save()["Location"]).content.decode()
    sentence = (
        "Can a person be recognised? name of a person in summary (English): “We asked Mr Example, visits@example.org.”"
    )
    assert html.count(sentence) == 2  # once as a message, once on the form
    assert edit(editor, page).save(publish=True).status_code == 302


def test_many_hints_are_counted_in_the_message(edit, editor):
    page = make_plain()
    names = ", ".join(f"Mr Example{letter}" for letter in "abcde")
    form = edit(editor, page).type(summary_en=names)
    assert "And 2 more places, see “Details”." in form.client.get(form.save()["Location"]).content.decode()
