"""What a translator sees and does in the view with two languages."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, Revision

from portal.core.content_language.readiness import Readiness, State
from practices.models import GoodPractice
from tests.factories.pages import make_plain, make_practice
from tests.factories.people import make_colleague
from tests.factories.vocabulary import make_concept

pytestmark = pytest.mark.django_db

STEP = "11111111-1111-4111-8111-111111111111"
HOSTILE = '<p onclick="x()">One<script>alert(1)</script> <a href="javascript:x()">two</a></p>'


def steps(*texts):
    blocks = [
        {"type": "step", "id": f"{number}{STEP[1:]}", "value": {"title": f"{text} title", "text": f"<p>{text}.</p>"}}
        for number, text in enumerate(texts, start=1)
    ]
    return GoodPractice._meta.get_field("steps").stream_block.to_python(blocks)


@pytest.fixture
def practice(site_root):
    page = make_practice(headline_en="Release plans", summary_en="They help.", context_en="<p>A <b>prison</b>.</p>")
    page.steps_en = steps("Ask")
    page.save()
    return page


def draft(page):
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def messages(response):
    return [str(message).strip() for message in response.context["messages"]]


# What stands there


def test_every_text_of_the_source_stands_beside_a_field(translate, albanian, practice):
    form = translate(albanian, practice, "sq")
    keys = [row["data-row"] for row in form.html.find_all(attrs={"data-row": True})]
    assert keys[:3] == ["headline", "summary", "context"]
    assert [key for key in keys if key.startswith("steps/")] == [f"steps/{STEP}/title", f"steps/{STEP}/text"]
    source = form.row("context").find(class_="translating-row__source")
    assert (source["lang"], source.b.text) == ("en", "prison")
    assert f"Translated: 0 of {len(keys)} texts" in form.html.text


def test_hostile_markup_in_either_text_does_nothing(translate, albanian, practice):
    practice.context_en = practice.context_sq = HOSTILE
    practice.headline_en = practice.headline_sq = "</textarea><script>alert(1)</script>"
    practice.save()
    html = translate(albanian, practice, "sq").response.content.decode()
    assert [bad for bad in ("onclick", "javascript:x", "<script>alert") if bad in html] == []
    assert "&lt;script&gt;alert(1)" in html


def test_a_serbian_text_is_also_shown_in_latin_letters(translate, colleague, practice):
    serbian = colleague("translate_sr")
    form = translate(serbian, practice, "sr").type(context="<p>План &amp; џеп</p>")
    told = form.send("context")["texts"]["context"]
    assert told["latin"].endswith(">Plan &amp; džep</p>")
    latin = translate(serbian, practice, "sr").row("context").find(attrs={"data-latin": True})
    assert (latin.div["lang"], latin.div.text) == ("sr-Latn", "Plan & džep")


def test_terms_are_marked_with_what_was_agreed(translate, albanian, practice):
    make_concept("prison", label_en="prison", label_sq="burg", alternative_labels_sq="institucion penal")
    make_concept("plan", label_en="release plan", label_sq="")
    form = translate(albanian, practice, "sq")
    row = form.row("context")
    assert row.find("mark").text == "prison"
    assert row.find(attrs={"data-insert": True})["data-insert"] == "burg"
    assert row.find(attrs={"data-missing": True}).has_attr("hidden")
    assert "release plan → no agreed term yet" in " ".join(form.row("headline").text.split())


@pytest.mark.parametrize(
    ("text", "missing"),
    [("Në burgun e ri", []), ("Në institucionin penal", ["prison"]), ("Në kala", ["prison"]), ("", [])],
)
def test_another_word_than_the_agreed_one_is_told_and_saved(translate, albanian, practice, text, missing):
    make_concept("prison", label_en="prison", label_sq="burg", alternative_labels_sq="institucion penal")
    form = translate(albanian, practice, "sq").type(context=f"<p>{text}</p>")
    assert form.send("context")["texts"]["context"]["missingTerms"] == missing
    told = translate(albanian, practice, "sq").row("context").find(attrs={"data-missing": True})
    assert told.has_attr("hidden") == (not missing)
    assert text in (draft(practice).context_sq or "")


# Saving


def test_what_is_written_is_saved_field_by_field_and_block_by_block(translate, albanian, practice):
    form = translate(albanian, practice, "sq")
    form.data[f"text:steps/{STEP}/title"] = "Pyet"
    assert form.type(headline="Plani i lirimit", context="<p>Një burg.</p>").press().status_code == 302
    new = draft(practice)
    assert new.headline_sq == "Plani i lirimit"
    assert "Një burg." in new.context_sq
    assert [(block.id, block.value["title"]) for block in new.steps_sq] == [(STEP, "Pyet")]
    assert GoodPractice.objects.get(pk=practice.pk).headline_sq is None
    assert translate(albanian, practice, "sq").texts["headline"] == "Plani i lirimit"


def test_saving_without_a_change_makes_no_revision(translate, albanian, practice):
    translate(albanian, practice, "sq").type(headline="Plani", context="<p>Një burg.</p>").press()
    count = Revision.objects.count()
    translate(albanian, practice, "sq").press()
    assert Revision.objects.count() == count


def test_a_page_that_was_never_public_is_changed_itself(translate, albanian, site_root):
    page = make_plain(live=False, headline_en="Draft")
    translate(albanian, page, "sq").type(headline="Skicë").press()
    assert type(page).objects.get(pk=page.pk).headline_sq == "Skicë"


def test_to_be_ready_for_the_first_time_is_to_be_checked(translate, albanian, practice):
    practice.source_version = 3
    practice.save()
    translate(albanian, practice, "sq").type(headline="Plani", summary="Po").choose(readiness="overview").press()
    new = draft(practice)
    assert (new.readiness_sq, new.based_on_sq, new.state("sq")) == (Readiness.OVERVIEW, 3, State.OVERVIEW)


def test_an_old_form_takes_back_nothing_that_somebody_else_decided(translate, albanian, practice):
    practice.headline_sq, practice.summary_sq, practice.needs_review_sq = "Plani", "Po", True
    practice.save()
    old = translate(albanian, practice, "sq")
    form = translate(albanian, practice, "sq").choose(readiness="overview")
    del form.data["needs_review"]
    form.press()
    assert old.type(headline="Plan").press().status_code == 302
    new = draft(practice)
    assert (new.headline_sq, new.readiness_sq, new.needs_review_sq) == ("Plan", Readiness.OVERVIEW, False)


def test_an_outdated_translation_is_current_again_when_somebody_says_so(translate, albanian, practice):
    practice.headline_sq, practice.summary_sq = "Plani", "Po"
    practice.readiness_sq, practice.based_on_sq = Readiness.OVERVIEW, 1
    practice.source_version = 2
    practice.save()
    form = translate(albanian, practice, "sq")
    assert "The source has changed in substance" in form.html.text
    assert form.html.find(href=f"/admin/desk/{practice.pk}/sq/changes/").text == "What changed in the source"
    form.press()
    assert draft(practice).state("sq") == State.OUTDATED
    # The source changes once more while the form is open.
    newer = draft(practice)
    newer.source_version = 3
    newer.save_revision()
    form.choose(is_checked="on").press()
    assert (draft(practice).based_on_sq, draft(practice).state("sq")) == (2, State.OUTDATED)
    translate(albanian, practice, "sq").choose(is_checked="on").press()
    assert draft(practice).state("sq") == State.OVERVIEW


def test_publishing_shows_readers_the_translation(translate, albanian, practice):
    form = translate(albanian, practice, "sq").type(headline="Plani", summary="Po").choose(readiness="overview")
    form.client.post(form.address, {**form.data.dict(), "do": "publish"}, follow=True)
    assert GoodPractice.objects.get(pk=practice.pk).headline_sq == "Plani"


def test_what_is_missing_is_named_and_nothing_published_but_all_saved(translate, albanian, practice):
    form = translate(albanian, practice, "sq").type(headline="Plani").choose(readiness="overview")
    response = form.client.post(form.address, {**form.data.dict(), "do": "publish"}, follow=True)
    assert messages(response) == ["Saved, but not published. Still missing: summary (Shqip)"]
    assert (draft(practice).headline_sq, GoodPractice.objects.get(pk=practice.pk).headline_sq) == ("Plani", None)


def test_who_may_not_publish_submits(translate, colleague, practice):
    albanian = colleague("translate_sq", on_pages=("change_page",))
    form = translate(albanian, practice, "sq")
    shown = form.html.select("button.button[name=do]")
    assert [button["value"] for button in shown] == ["submit", "save"]
    form.type(headline="Plani").press("publish")
    assert GoodPractice.objects.get(pk=practice.pk).headline_sq is None
    form = translate(albanian, practice, "sq")
    form.press("submit")
    submitted = Page.objects.get(pk=practice.pk)
    assert submitted.workflow_in_progress
    assert submitted.current_workflow_state.current_task_state.revision_id == submitted.latest_revision_id


# First drafts


def test_a_near_language_gives_a_first_draft_that_is_to_be_reviewed(translate, colleague, practice):
    practice.headline_bs, practice.context_bs = (
        "Općinski plan za djecu",
        "<p>Uvjet: <b>prije</b> otpusta, www.eu.int</p>",
    )
    practice.summary_bs, practice.summary_sr = "Sažetak", "Већ преведено"
    practice.save()
    serbian = colleague("translate_sr")
    form = translate(serbian, practice, "sr")
    assert "Start from Bosanski" in form.html.text
    assert form.press("begin:bs").status_code == 302
    new = draft(practice)
    assert (new.headline_sr, new.summary_sr) == ("Општински план за децу", "Већ преведено")
    assert new.context_sr == "<p>Услов: <b>пре</b> отпуста, www.eu.int</p>"
    assert (new.needs_review_sr, new.readiness_sr) == (True, Readiness.DRAFT)


def test_other_languages_are_no_beginning(translate, albanian, practice):
    practice.headline_bs = "Plan"
    practice.save()
    form = translate(albanian, practice, "sq")
    assert "Start from" not in form.html.text
    form.press("begin:bs")
    assert draft(practice).headline_sq is None


def test_no_machine_is_plugged_in(translate, albanian, practice):
    form = translate(albanian, practice, "sq")
    assert "machine" not in form.html.text
    form.press("machine")
    assert draft(practice).headline_sq is None


def in_capitals(texts, source_code, target_code):
    assert (source_code, target_code) == ("en", "sq")
    return [text.upper() for text in texts]


def out_of_reach(texts, source_code, target_code):
    raise TimeoutError("no answer")


def test_a_machine_drafts_what_is_empty_and_it_is_to_be_reviewed(translate, albanian, practice, settings):
    settings.MACHINE_TRANSLATION = f"{__name__}.in_capitals"
    form = translate(albanian, practice, "sq").type(headline="Plani")
    form.press("machine")
    new = draft(practice)
    assert (new.headline_sq, new.summary_sq) == ("Plani", "THEY HELP.")
    assert new.context_sq == "<p>A <b>PRISON</b>.</p>"
    assert (new.needs_review_sq, new.readiness_sq) == (True, Readiness.DRAFT)


def too_long(texts, source_code, target_code):
    return [text * 100 for text in texts]


def test_a_draft_that_does_not_fit_is_left_out_and_the_others_are_marked(translate, albanian, practice, settings):
    settings.MACHINE_TRANSLATION = f"{__name__}.too_long"
    translate(albanian, practice, "sq").press("machine")
    new = draft(practice)
    assert (new.headline_sq, new.summary_sq, new.needs_review_sq) == (None, "They help." * 100, True)


def test_a_machine_drafts_one_text(translate, albanian, practice, settings):
    settings.MACHINE_TRANSLATION = f"{__name__}.in_capitals"
    translate(albanian, practice, "sq").press("machine:summary")
    new = draft(practice)
    assert (new.headline_sq, new.summary_sq) == (None, "THEY HELP.")


def test_a_machine_that_fails_is_told_and_what_was_written_saved(translate, albanian, practice, settings, caplog):
    settings.MACHINE_TRANSLATION = f"{__name__}.out_of_reach"
    form = translate(albanian, practice, "sq").type(headline="Plani")
    response = form.client.post(form.address, {**form.data.dict(), "do": "machine"}, follow=True)
    assert messages(response) == ["No draft was made: the machine did not answer as it should. Try again later."]
    assert (draft(practice).headline_sq, draft(practice).needs_review_sq) == ("Plani", False)
    assert "no answer" in caplog.text


# Who may


def address(page, code):
    return reverse("desk_translate", args=[page.pk, code])


@pytest.mark.parametrize("code", ["en", "mk", "sr-latn", "xx"])
def test_other_languages_than_ones_own_are_not_found(albanian, practice, client, code):
    client.force_login(albanian)
    assert [client.get(address(practice, code)).status_code, client.post(address(practice, code)).status_code] == [
        404
    ] * 2


def test_a_page_that_one_does_not_work_on_is_not_found(site_root, practice, client):
    elsewhere = make_plain()
    client.force_login(make_colleague(elsewhere, "translate_sq"))
    response = client.get(address(practice, "sq"))
    assert (response.status_code, "Release plans" in response.content.decode()) == (404, False)
    assert client.get(address(elsewhere, "sq")).status_code == 200


def test_pages_that_are_no_content_and_aliases_are_not_found(albanian, practice, client):
    client.force_login(albanian)
    alias = practice.create_alias(update_slug="alias")
    root = Page.get_first_root_node()
    assert [client.get(address(page, "sq")).status_code for page in (alias, root)] == [404, 404]


def test_the_edit_form_leads_here_in_ones_languages(albanian, practice, client):
    client.force_login(albanian)
    html = client.get(reverse("wagtailadmin_pages:edit", args=[practice.pk])).content.decode()
    assert [code for code in ("en", "sq", "mk") if address(practice, code) in html] == ["sq"]


def test_who_does_not_translate_is_led_nowhere(site_root, practice, client):
    client.force_login(make_colleague(site_root))
    html = client.get(reverse("wagtailadmin_pages:edit", args=[practice.pk])).content.decode()
    assert "/admin/translate/" not in html


@pytest.mark.parametrize("count", [1, 3])
def test_more_texts_take_no_more_queries(albanian, practice, client, count):
    practice.steps_en = steps(*("Ask", "Tell", "Go")[:count])
    practice.save()
    client.force_login(albanian)
    client.get(address(practice, "sq"))
    with CaptureQueriesContext(connection) as queries:
        client.get(address(practice, "sq"))
    assert len(queries) == 27
