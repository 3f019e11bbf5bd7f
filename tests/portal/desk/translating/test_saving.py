"""Nobody's text is lost: whoever saves last, and whatever has happened to the page meanwhile."""

import threading
from contextlib import nullcontext
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from portal.desk.translating import saving
from portal.desk.translating.place import find_place
from portal.desk.translating.saving import LOG_ACTION
from practices.models import GoodPractice
from tests.factories.pages import make_practice

pytestmark = pytest.mark.django_db

STEP = "11111111-1111-4111-8111-111111111111"


def make_page_with_step():
    page = make_practice(headline_en="Release plans", summary_en="They help.")
    page.steps_en = with_step("Ask")
    page.save()
    return page


def with_step(title):
    step = {"type": "step", "id": STEP, "value": {"title": title, "text": ""}}
    return GoodPractice._meta.get_field("steps").stream_block.to_python([step])


@pytest.fixture
def practice(site_root):
    return make_page_with_step()


@pytest.fixture
def other(colleague):
    """Somebody else who translates into Albanian."""
    return colleague("translate_sq", on_pages=("change_page",))


def draft(page):
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def test_texts_sent_while_writing_make_one_revision(translate, albanian, practice):
    form = translate(albanian, practice, "sq")
    for headline in ("P", "Pl", "Plan"):
        told = form.type(headline=headline).send("headline")
        assert told["texts"]["headline"]["status"] == "saved"
    assert (draft(practice).headline_sq, Revision.objects.count()) == ("Plan", 1)
    assert PageLogEntry.objects.filter(action=LOG_ACTION, user=albanian).count() == 1


def test_an_old_revision_is_not_written_over(translate, albanian, practice):
    form = translate(albanian, practice, "sq")
    form.type(headline="P").send("headline")
    PageLogEntry.objects.update(timestamp=timezone.now() - timedelta(minutes=16))
    form.type(headline="Pl").send("headline")
    assert Revision.objects.count() == 2


def test_a_published_revision_is_not_written_over(translate, albanian, practice):
    form = translate(albanian, practice, "sq")
    form.type(headline="Plan").press("publish")
    form = translate(albanian, practice, "sq")
    form.type(headline="Plani").send("headline")
    practice.refresh_from_db()
    assert (practice.headline_sq, draft(practice).headline_sq, Revision.objects.count()) == ("Plan", "Plani", 2)


def test_the_revision_of_somebody_else_is_not_written_over(translate, albanian, other, practice):
    translate(albanian, practice, "sq").type(headline="Plan").press()
    translate(other, practice, "sq").type(headline="Plani").press()
    assert list(Revision.objects.order_by("pk").values_list("user", flat=True)) == [albanian.pk, other.pk]


def test_two_versions_of_one_text_are_both_shown(translate, albanian, other, practice):
    mine, theirs = (translate(user, practice, "sq") for user in (albanian, other))
    theirs.type(headline="Theirs <b>").press()
    answer = mine.type(headline="Mine", summary="Përmbledhje").press()
    mine.show(answer)
    assert (draft(practice).headline_sq, draft(practice).summary_sq) == ("Theirs <b>", "Përmbledhje")
    assert mine.texts["headline"] == "Mine"
    conflict = mine.row("headline").find(attrs={"data-conflict": True})
    assert not conflict.has_attr("hidden")
    assert conflict.find(attrs={"data-theirs": True}).text.strip() == conflict["data-theirs-value"] == "Theirs <b>"
    assert mine.row("summary").find(attrs={"data-conflict": True}).has_attr("hidden")
    # Who has seen both decides.
    assert mine.press().status_code == 302
    assert draft(practice).headline_sq == "Mine"


def test_the_script_is_told_of_both_versions(translate, albanian, other, practice):
    mine, theirs = (translate(user, practice, "sq") for user in (albanian, other))
    theirs.type(context="<p>Theirs</p>").press()
    told = mine.type(context="<p>Mine</p>", summary="Po").send("context", "summary")["texts"]
    assert (told["context"]["status"], told["summary"]["status"]) == ("conflict", "saved")
    assert "Theirs" in told["context"]["theirs"]
    assert '"text": "Theirs"' in told["context"]["theirsValue"]


def test_the_same_text_from_two_is_no_conflict(translate, albanian, other, practice):
    mine, theirs = (translate(user, practice, "sq") for user in (albanian, other))
    theirs.type(headline="Plan").press()
    assert mine.type(headline="Plan").press().status_code == 302


def test_what_was_not_touched_does_not_bring_back_the_old(translate, albanian, other, practice):
    translate(albanian, practice, "sq").type(headline="Old", context="<p>Old</p>").press()
    mine, theirs = (translate(user, practice, "sq") for user in (albanian, other))
    theirs.type(headline="New", context="<p>New</p>").press()
    assert mine.type(summary="Po").press().status_code == 302
    assert (draft(practice).headline_sq, draft(practice).summary_sq) == ("New", "Po")
    assert "New" in draft(practice).context_sq


def test_a_source_that_changed_meanwhile_is_told_and_the_translation_saved(translate, albanian, practice):
    form = translate(albanian, practice, "sq")
    practice.headline_en = "Plans of release"
    practice.save_revision()
    told = form.type(headline="Plan").send("headline")["texts"]["headline"]
    assert (told["status"], told["sourceChanged"]) == ("saved", True)
    assert (draft(practice).headline_sq, draft(practice).headline_en) == ("Plan", "Plans of release")


def test_a_text_whose_block_is_gone_is_kept_in_sight(translate, albanian, practice):
    form = translate(albanian, practice, "sq")
    practice.steps_en = None
    practice.save_revision()
    form.data[f"text:steps/{STEP}/title"] = "Pyet <i>"
    form.show(form.type(headline="Plan").press())
    gone = form.html.find(attrs={"data-gone": True})
    assert (gone.has_attr("hidden"), gone.blockquote.text) == (False, "Pyet <i>")
    assert draft(practice).headline_sq == "Plan"


def test_a_text_that_does_not_fit_stays_in_its_field(translate, albanian, practice):
    form = translate(albanian, practice, "sq")
    form.show(form.type(headline="x" * 256, summary="Po").press())
    row = form.row("headline")
    assert row.find(attrs={"data-error": True}).text == "At most 255 characters fit here; this text has 256."
    assert (form.texts["headline"], draft(practice).summary_sq) == ("x" * 256, "Po")
    assert form.type(headline="Plan").press().status_code == 302


@pytest.mark.parametrize("value", ["", "{", "[]", '{"blocks": 1}', '{"blocks": [{"text": 1}]}', "[" * 5000])
def test_rich_text_that_no_editor_sent_is_told_and_changes_nothing(translate, albanian, practice, value):
    translate(albanian, practice, "sq").type(context="<p>Një</p>").press()
    form = translate(albanian, practice, "sq")
    form.data["text:context"] = value
    told = form.type(summary="Po").send("context", "summary")["texts"]
    assert (told["context"]["status"], told["summary"]["status"]) == ("invalid", "saved")
    assert "Një" in draft(practice).context_sq


def test_an_editor_with_nothing_in_it_empties_the_text(translate, albanian, practice):
    translate(albanian, practice, "sq").type(context="<p>Një</p>").press()
    form = translate(albanian, practice, "sq")
    form.data["text:context"] = "null"
    assert form.send("context")["texts"]["context"]["status"] == "saved"
    assert draft(practice).context_sq == ""


def test_a_locked_page_takes_nothing(translate, albanian, practice):
    form = translate(albanian, practice, "sq")
    practice.locked = True
    practice.save()
    form.show(form.type(headline="Plan").press())
    assert (draft(practice).headline_sq, form.texts["headline"]) == (None, "Plan")
    assert form.send("headline")["lock"] != ""


def test_two_languages_of_a_page_are_both_kept(translate, albanian, colleague, practice):
    macedonian = colleague("translate_mk")
    forms = [translate(albanian, practice, "sq"), translate(macedonian, practice, "mk")]
    forms[0].type(headline="Plan").send("headline")
    forms[1].type(headline="План").send("headline")
    forms[0].type(summary="Po").send("summary")
    new = draft(practice)
    assert (new.headline_sq, new.headline_mk, new.summary_sq) == ("Plan", "План", "Po")


def at_once(*actions):
    """Runs these at the same moment; returns what each gave, in their order."""
    together = threading.Barrier(len(actions))
    answers = {}

    def run(number, action):
        try:
            together.wait()
            answers[number] = action()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=one) for one in enumerate(actions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [answers[number] for number in range(len(actions))]


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_two_languages_at_once_lose_nothing(translate, albanian, colleague):
    page = make_page_with_step()
    macedonian = colleague("translate_mk")
    for turn in range(3):
        forms = [translate(albanian, page, "sq"), translate(macedonian, page, "mk")]
        forms[0].type(headline=f"Plan {turn}")
        forms[1].type(headline=f"План {turn}")
        at_once(*(lambda form=form: form.send("headline") for form in forms))
        new = draft(page)
        assert (new.headline_sq, new.headline_mk) == (f"Plan {turn}", f"План {turn}")


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_of_two_versions_at_once_one_is_saved_and_the_other_told(translate, albanian, other):
    page = make_page_with_step()
    for turn in range(3):
        forms = {
            user.pk: translate(user, page, "sq").type(headline=f"{user.pk} in turn {turn}")
            for user in (albanian, other)
        }
        told = at_once(*(lambda form=form: form.send("headline") for form in forms.values()))
        answers = dict(zip(forms, (one["texts"]["headline"] for one in told), strict=True))
        assert sorted(one["status"] for one in answers.values()) == ["conflict", "saved"]
        winner = next(pk for pk, one in answers.items() if one["status"] == "saved")
        loser = next(one for one in answers.values() if one["status"] == "conflict")
        assert draft(page).headline_sq == loser["theirsValue"] == f"{winner} in turn {turn}"


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_without_the_turns_something_is_lost(translate, albanian, colleague, monkeypatch):
    """What shows that the two tests above can fail at all."""
    page = make_page_with_step()
    macedonian = colleague("translate_mk")
    both_have_read = threading.Barrier(2, timeout=60)

    def find_and_wait(*args):
        found = find_place(*args)
        both_have_read.wait()
        return found

    monkeypatch.setattr(saving, "holding", lambda page_id: nullcontext())
    monkeypatch.setattr(saving, "find_place", find_and_wait)
    forms = [
        translate(albanian, page, "sq").type(headline="Plan"),
        translate(macedonian, page, "mk").type(headline="План"),
    ]
    at_once(*(lambda form=form: form.send("headline") for form in forms))
    new = draft(page)
    assert None in (new.headline_sq, new.headline_mk)
