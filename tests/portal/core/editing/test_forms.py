"""The edit form has the languages that are open, and saving touches no other."""

import pytest
from wagtail.models import Page

from portal.core.content_language.localized import translated_fields
from portal.core.languages.catalogue import CONTENT_CODES
from portal.website.models import PlainPage
from practices.models import GoodPractice
from tests.factories.pages import make_plain, make_practice

pytestmark = pytest.mark.django_db

ALL = set(CONTENT_CODES)


def languages_of(form):
    """Codes of the languages of which any field is on the form."""
    texts = {f"{field}_{code}": code for field in translated_fields(type(form.form.instance)) for code in CONTENT_CODES}
    return {texts[name] for name in form.names if name in texts}


def draft(page):
    """The page as its latest revision has it."""
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def texts(page):
    """Every translated value of a page, as it is stored."""
    return {
        f"{field}_{code}": getattr(page, f"{field}_{code}")
        for field in ("headline", "summary", "readiness")
        for code in CONTENT_CODES
    }


def test_an_editor_has_the_source_and_nothing_else(edit, editor):
    form = edit(editor, make_plain(ready=("en", "sq")))
    assert languages_of(form) == {"en"}
    assert {"slug", "source_language", "is_sample", "attachments", "change_is_substantial"} <= form.names


def test_an_editor_opens_one_other_language_beside_the_source(edit, editor):
    page = make_plain(ready=("mk",), source_language="mk")
    assert languages_of(edit(editor, page)) == {"mk"}
    assert languages_of(edit(editor, page, "sr")) == {"mk", "sr"}
    assert languages_of(edit(editor, page, "xx")) == {"mk"}


def test_a_translator_has_one_language_and_nothing_but_it(edit, albanian):
    form = edit(albanian, make_practice())
    assert languages_of(form) == {"sq"}
    assert form.names == {f"{field}_sq" for field in translated_fields(GoodPractice) if field != "based_on"} | {
        "open_languages",
        "seen_source_version",
        "seen_numbers",
        "numbers_checked",
    } | (form.names & {"comment_notifications"})


def test_a_translator_gets_no_language_that_is_not_theirs(edit, albanian):
    page = make_plain(ready=("en", "mk"))
    assert languages_of(edit(albanian, page, "mk")) == {"sq"}
    assert languages_of(edit(albanian, page, "en")) == {"sq"}


def test_a_translator_of_two_languages_opens_one_at_a_time(edit, colleague):
    both = colleague("translate_sq", "translate_mk")
    page = make_plain()
    assert languages_of(edit(both, page)) == {"sq"}
    assert languages_of(edit(both, page, "mk")) == {"mk"}


def test_the_source_is_nobodys_translation(edit, albanian):
    assert languages_of(edit(albanian, make_plain(ready=("sq",), source_language="sq"))) == set()


def test_saving_touches_no_language_that_is_not_open(edit, editor):
    page = make_plain(ready=("en", "sq", "mk"), overview=("cnr",), headline_bs="Započeto")
    before = texts(page)
    answer = edit(editor, page, "sq").type(headline_sq="Titull i ri").save()
    assert answer.status_code == 302
    assert texts(draft(page)) == {**before, "headline_sq": "Titull i ri"}


def test_long_texts_of_closed_languages_stay(edit, editor):
    page = make_plain(ready=("en",), body_mk=[("paragraph", "<p>Текст</p>")])
    edit(editor, page, "sq").type(body_sq=[("paragraph", "<p>Teksti</p>")]).save()
    saved = draft(page)
    assert [block.value.source for block in saved.body_mk] == ["<p>Текст</p>"]
    assert "Teksti" in saved.body_sq[0].value.source


def test_a_forged_field_of_a_closed_language_is_not_taken(edit, albanian):
    page = make_plain(ready=("en", "mk"))
    form = edit(albanian, page)
    form.type(headline_sq="Titull", headline_mk="Forged", headline_en="Forged", slug="forged", is_sample="on")
    form.data["open_languages"] = "sq mk en"
    form.save()
    saved = draft(page)
    assert saved.headline_sq == "Titull"
    assert (saved.headline_mk, saved.headline_en, saved.slug, saved.is_sample) == (
        page.headline_mk,
        page.headline_en,
        page.slug,
        False,
    )


def test_two_translators_who_have_the_page_open_at_once_both_keep_their_work(edit, albanian, macedonian):
    page = make_plain(ready=("en",))
    first, second = edit(albanian, page), edit(macedonian, page)
    first.type(headline_sq="Plani i lirimit", summary_sq="Shqip.", readiness_sq="ready")
    second.type(headline_mk="План за отпуст", summary_mk="Македонски.")
    assert first.save().status_code == 302
    assert second.save().status_code == 302
    saved = draft(page)
    assert (saved.headline_sq, saved.summary_sq, saved.readiness_sq) == ("Plani i lirimit", "Shqip.", "ready")
    assert (saved.headline_mk, saved.summary_mk, saved.readiness_mk) == ("План за отпуст", "Македонски.", None)


def test_a_translator_and_an_editor_at_once_both_keep_their_work(edit, albanian, editor):
    page = make_plain(ready=("en",))
    theirs, ours = edit(albanian, page), edit(editor, page)
    theirs.type(headline_sq="Titulli").save()
    ours.type(headline_en="Corrected").save()
    saved = draft(page)
    assert (saved.headline_sq, saved.headline_en) == ("Titulli", "Corrected")


def test_a_new_page_gets_title_and_slug_from_its_headline(client, editor, site_root):
    client.force_login(editor)
    address = f"/admin/pages/add/website/plainpage/{site_root.pk}/"
    assert client.get(address).status_code == 200
    data = {
        "headline_en": "The release plan (2026)",
        "summary_en": "Two sentences.",
        "readiness_en": "ready",
        "source_language": "en",
        "slug": "",
        "body_en-count": "0",
        "attachments-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-publish": "1",
    }
    assert client.post(address, data).status_code == 302
    page = PlainPage.objects.get()
    assert (page.title, page.slug, page.live, page.headline_sq) == (
        "The release plan (2026)",
        "the-release-plan",
        True,
        None,
    )


def test_a_draft_needs_nothing_and_loses_nothing(edit, editor):
    page = make_plain(ready=(), live=False, headline_en="Begun")
    answer = edit(editor, page).type(headline_en="", summary_en="Typed", readiness_en="ready").save()
    assert answer.status_code == 302
    saved = draft(page)
    assert (saved.headline_en, saved.summary_en, saved.readiness_en) == (None, "Typed", "ready")


def test_publishing_is_refused_while_a_part_is_missing_and_the_form_keeps_what_was_typed(edit, editor):
    page = make_plain(ready=(), live=False, headline_en="Begun")
    form = edit(editor, page).type(headline_en="The plan", readiness_en="ready", is_sample="on")
    answer = form.save(publish=True)
    assert answer.status_code == 200
    assert answer.context["form"].errors == {"summary_en": ["summary (English)"]}
    assert not Page.objects.get(pk=page.pk).live
    again = answer.context["form"]
    assert (again["headline_en"].value(), again["readiness_en"].value(), again["is_sample"].value()) == (
        "The plan",
        "ready",
        True,
    )


def test_what_is_missing_in_a_language_that_is_not_open_is_said_too(edit, editor):
    page = make_plain(ready=("en",))
    PlainPage.objects.filter(pk=page.pk).update(readiness_sq="ready", headline_sq="Titull")
    page = PlainPage.objects.get(pk=page.pk)
    form = edit(editor, page)
    assert "summary (Shqip)" in form.response.content.decode()
    answer = form.save(publish=True)
    assert answer.context["form"].non_field_errors() == ["summary (Shqip)"]


def test_readiness_is_part_of_the_revision(edit, albanian, client):
    page = make_plain(slug="about", ready=("en",))
    edit(albanian, page).type(headline_sq="Plani", summary_sq="Shqip.", readiness_sq="ready").save()
    assert PlainPage.objects.get(pk=page.pk).readiness_sq == ""
    assert b"Plani" not in client.get("/sq/about/").content
    draft(page).save_revision().publish()
    assert PlainPage.objects.get(pk=page.pk).readiness_sq == "ready"
    assert b"Plani" in client.get("/sq/about/").content


def test_only_a_substantial_change_outdates_the_translations(edit, editor):
    page = make_plain(ready=("en", "sq", "mk"))
    edit(editor, page).type(headline_en="Small correction").save(publish=True)
    page = PlainPage.objects.get(pk=page.pk)
    assert (page.source_version, page.state("sq"), page.state("mk")) == (1, "ready", "ready")

    edit(editor, page).type(headline_en="Another meaning", change_is_substantial="on").save(publish=True)
    page = PlainPage.objects.get(pk=page.pk)
    assert (page.source_version, page.state("en"), page.state("sq"), page.state("mk")) == (
        2,
        "ready",
        "outdated",
        "outdated",
    )


def test_a_translator_says_when_the_text_is_up_to_date_again(edit, editor, albanian):
    page = make_plain(ready=("en", "sq", "mk"))
    assert "up_to_date" not in edit(albanian, page).names
    edit(editor, page).type(change_is_substantial="on").save(publish=True)
    page = PlainPage.objects.get(pk=page.pk)

    edit(albanian, page).type(headline_sq="Gjysma").save(publish=True)
    assert PlainPage.objects.get(pk=page.pk).state("sq") == "outdated"

    edit(albanian, page).type(up_to_date="on").save(publish=True)
    page = PlainPage.objects.get(pk=page.pk)
    assert (page.state("sq"), page.state("mk"), page.based_on_sq) == ("ready", "outdated", 2)


def test_checked_means_against_what_was_on_the_screen(edit, editor, albanian):
    """The source changed in substance while the translator's form was open."""
    page = make_plain(ready=("en", "sq"))
    edit(editor, page).type(change_is_substantial="on").save(publish=True)
    page = PlainPage.objects.get(pk=page.pk)
    translating = edit(albanian, page).type(up_to_date="on")
    edit(editor, page).type(change_is_substantial="on").save(publish=True)
    translating.save(publish=True)
    page = PlainPage.objects.get(pk=page.pk)
    assert (page.source_version, page.based_on_sq, page.state("sq")) == (3, 2, "outdated")


def test_a_language_made_ready_is_current(edit, editor):
    page = make_plain(ready=("en",), source_version=4)
    edit(editor, page, "mk").type(headline_mk="План", summary_mk="Текст.", readiness_mk="ready").save(publish=True)
    page = PlainPage.objects.get(pk=page.pk)
    assert (page.based_on_mk, page.state("mk")) == (4, "ready")


def test_the_form_of_a_full_practice_is_light(edit, editor):
    """Twelve long texts in six languages; the page stays under 400 KB because one or two languages are open."""
    long_text = "<p>" + "What was done and why it works. " * 60 + "</p>"
    names = ("context", "mechanism", "resources", "results", "lessons_learned", "transferability")
    page = make_practice(
        ready=CONTENT_CODES,
        **{f"{name}_{code}": long_text for name in names for code in CONTENT_CODES},
        **{
            f"steps_{code}": [("step", {"title": f"Step {n}", "text": long_text}) for n in range(6)]
            for code in CONTENT_CODES
        },
    )
    assert len(edit(editor, page, "sq").response.content) < 400_000


@pytest.mark.parametrize("language", ["", "sr"])
def test_the_source_is_read_beside_the_translation(edit, editor, language):
    page = make_plain(headline_en="The release plan", body_en=[("paragraph", "<p>Three steps lead home.</p>")])
    html = edit(editor, page, language).response.content.decode()
    assert html.count("Source text (English)") == (3 if language else 0)
