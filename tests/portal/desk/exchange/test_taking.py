"""Pages that leave as XLIFF and come back: whole, checked against the page, or not at all."""

import io
import re
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import PageLogEntry, Revision

from portal.core.status_note.notes import note_for
from portal.desk.exchange.files import deliveries, document
from portal.desk.exchange.sheet import sheet_of
from portal.desk.exchange.taking import take_all
from portal.desk.exchange.xliff import Version, code_of
from practices.models import GoodPractice
from tests.factories.pages import make_plain, make_practice
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db

VERSIONS = pytest.mark.parametrize("version", list(Version))


def page_with_everything():
    """A practice with each kind of text, in English only."""
    step = ("step", {"title": "Ask", "text": "<p>Everybody, <b>always</b> &amp; “kindly”<br/>twice</p>"})
    return make_practice(
        headline_en="Leave <planning>",
        summary_en="First line\nsecond line",
        context_en='<p>See <a href="https://example.org/?a=1&amp;b=2">the <i>rules</i></a></p><ul><li>One</li></ul>',
        steps_en=[step],
    )


def exported(page, version=Version.V1_2, code="sq"):
    return document(sheet_of(page, code), version).decode()


def draft(page):
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def handed_in(text, user, name="back.xlf"):
    return take_all(deliveries(SimpleUploadedFile(name, text.encode())), user)


def translated(xliff, change=str.upper):
    """As an agency sends it back: each source with its tags, its words changed."""
    xliff = re.sub(r"<target.*?</target>", "", xliff, flags=re.DOTALL)

    def with_target(source):
        words = re.sub(r"(?:^|(?<=>))[^<&]+", lambda text: change(text[0]), source[1])
        return (
            f"<source{source[0].removeprefix('<source').partition('>')[0]}>{source[1]}</source><target>{words}</target>"
        )

    return re.sub(r"<source[^>]*>(.*?)</source>", with_target, xliff, flags=re.DOTALL)


def refused(text, user):
    with pytest.raises(ValidationError) as error:
        handed_in(text, user)
    return error.value.messages


@VERSIONS
def test_a_page_comes_back_with_all_its_markup(version, editor):
    page = page_with_everything()
    (received,) = handed_in(translated(exported(page, version)), editor)
    stored = draft(page)
    assert stored.headline_sq == "LEAVE <planning>"
    assert stored.summary_sq == "FIRST LINE\nSECOND LINE"
    assert stored.context_sq == (
        '<p>SEE <a href="https://example.org/?a=1&amp;b=2">THE <i>RULES</i></a></p><ul><li>ONE</li></ul>'
    )
    (step,) = stored.steps_sq.get_prep_value()
    assert step["value"] == {"title": "ASK", "text": "<p>EVERYBODY, <b>ALWAYS</b> &amp; “kindly”<br/>TWICE</p>"}
    assert step["id"] == stored.steps_en.get_prep_value()[0]["id"]
    assert (received.incomplete, received.language) == (0, "Shqip")
    # A draft: readers see nothing of it, and it is not ready because a file came.
    page.refresh_from_db()
    assert (page.headline_sq, page.readiness_sq, stored.readiness_sq) == (None, "", "")


@VERSIONS
def test_coming_back_again_or_unchanged_changes_nothing(version, editor):
    page = page_with_everything()
    handed_in(translated(exported(page, version)), editor)
    revisions = Revision.objects.count()
    again = exported(draft(page), version)
    assert [received.changed for received in handed_in(again, editor)] == [0]
    assert Revision.objects.count() == revisions


@VERSIONS
def test_what_is_exported_twice_is_the_same(version):
    page = page_with_everything()
    assert exported(page, version) == exported(GoodPractice.objects.get(pk=page.pk), version)


def test_texts_without_translation_stay_as_they_are(editor):
    page = page_with_everything()
    texts = exported(page)
    one = texts.replace("</source>", "</source><target>Një</target>", 1)
    (received,) = handed_in(one, editor)
    assert (received.changed, received.incomplete) == (1, len(sheet_of(page, "sq").entries) - 1)
    assert (draft(page).headline_sq, draft(page).summary_sq) == ("Një", None)


def test_a_whole_translation_is_checked_against_the_source_and_a_part_is_not(editor):
    page = page_with_everything()
    page.source_version = 4
    page.save_revision()
    handed_in(exported(draft(page)).replace("</source>", "</source><target>Një</target>", 1), editor)
    assert draft(page).based_on_sq == 0
    handed_in(translated(exported(draft(page))), editor)
    assert draft(page).based_on_sq == 4


def test_a_changed_source_is_refused_by_name_and_nothing_is_stored(editor):
    page = page_with_everything()
    file = translated(exported(page))
    page.context_en = "<p>Other rules</p>"
    page.summary_en = "Another summary"
    page.save_revision()
    revisions = Revision.objects.count()
    assert refused(file, editor) == [
        "back.xlf: The source text of “Summary” has changed since. Export the page again.",
        "back.xlf: The source text of “Context” has changed since. Export the page again.",
    ]
    assert Revision.objects.count() == revisions


def test_a_deleted_block_is_told(editor):
    page = page_with_everything()
    file = translated(exported(page))
    page.steps_en = []
    page.save_revision()
    assert refused(file, editor) == ["back.xlf: It has texts that are no longer on the page. Export the page again."]


def test_half_a_text_wrong_tags_and_too_much_text_are_all_told(editor):
    page = page_with_everything()
    file = translated(exported(page))
    file = file.replace("<target>LEAVE", f"<target>{'X' * 300}")
    file = re.sub(r"<target>ONE</target>", "", file)
    file = file.replace('<target>EVERYBODY, <g ctype="bold" id="1"', '<target>EVERYBODY, <g ctype="bold" id="77"')
    assert refused(file, editor) == [
        "back.xlf: “Title”: At most 255 characters fit here; this text has 311.",
        "back.xlf: “Context” is translated in part only: 1 of 2 segments.",
        "back.xlf: “What was done 1: What was done”: a tag (number 77) is not as in the source text.",
    ]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "not xml",
        "<xliff/>",
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file>',
        '<!DOCTYPE x [<!ENTITY a "aaaa">]><xliff xmlns="urn:oasis:names:tc:xliff:document:1.2">&a;</xliff>',
        '<!DOCTYPE x SYSTEM "file:///etc/hostname"><xliff xmlns="urn:oasis:names:tc:xliff:document:1.2"/>',
        '<?xml version="1.0" encoding="no-such"?><xliff/>',
        "<a>" * 20_000,
    ],
    ids=["empty", "text", "no namespace", "cut", "entity", "external", "encoding", "deep"],
)
def test_what_is_no_xliff_is_refused_by_name(content, editor):
    assert refused(content, editor) == ["“back.xlf” is no XLIFF 1.2 or 2.0 file, or it is damaged."]


def test_a_file_without_a_page_says_so(editor):
    empty = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>'
    assert refused(empty, editor) == ["There is no page in this file."]


def test_several_pages_come_back_in_a_zip_all_or_none(editor):
    one, other = make_plain(), make_plain()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        zipped.writestr("a/one.xlf", translated(exported(one)))
        zipped.writestr("other.xlf", translated(exported(other)))
        zipped.writestr("readme.txt", "nothing")
    upload = SimpleUploadedFile("back.zip", packed.getvalue())
    other.summary_en = "New"
    other.save_revision()
    with pytest.raises(ValidationError) as error:
        take_all(deliveries(upload), editor)
    assert error.value.messages == ["other.xlf: The source text of “Summary” has changed since. Export the page again."]
    assert draft(one).summary_sq is None
    other.summary_en = type(other).objects.get(pk=other.pk).summary_en
    other.save_revision()
    assert [received.page.pk for received in take_all(deliveries(upload), editor)] == [one.pk, other.pk]


def test_a_zip_that_is_none_is_told(editor):
    with pytest.raises(ValidationError) as error:
        deliveries(SimpleUploadedFile("back.zip", b"PK\x03\x04 nothing"))
    assert error.value.messages == ["“back.zip” cannot be unpacked."]


def test_a_translator_hands_in_their_language_and_no_other(albanian):
    page = make_plain()
    assert [received.changed > 0 for received in handed_in(translated(exported(page)), albanian)] == [True]
    assert refused(translated(exported(page, code="mk")), albanian) == [
        "back.xlf: You do not translate this page into the language of this file."
    ]


def test_pages_of_others_and_pages_that_are_not_there_are_refused_in_the_same_words(editor):
    page = make_plain()
    file = translated(exported(page))
    words = ["back.xlf: It is of a page that does not exist, or that you do not work on."]
    assert refused(file, make_user()) == words
    assert refused(file.replace(f"page/{page.pk}", "page/999999"), editor) == words
    assert refused(file.replace(f"page/{page.pk}", "page/" + "9" * 40), editor) == words


def test_a_locked_page_is_not_changed(editor):
    page = make_plain()
    file = translated(exported(page))
    page.locked = True
    page.save()
    assert refused(file, editor) == ["back.xlf: The page is locked at present."]


def test_who_handed_it_in_is_in_the_history(editor):
    page = make_plain()
    handed_in(translated(exported(page)), editor)
    edits = PageLogEntry.objects.filter(page=page.pk, action="wagtail.edit")
    assert list(edits.values_list("user", flat=True)) == [editor.pk]


@VERSIONS
def test_a_translation_that_is_there_leaves_with_its_source(version):
    page = make_plain(ready=("en", "sq"), summary_en="Plan", summary_sq="Plani")
    assert re.search(r"<source[^>]*>Plan</source>\s*<target[^>]*>Plani</target>", exported(page, version))


@VERSIONS
def test_one_that_is_built_otherwise_leaves_as_a_note_and_stays(version, editor):
    body = [("paragraph", "<p>One</p><p>Two</p>")]
    page = make_plain(body_en=body, body_sq=[("paragraph", "<p>Një <b>dhe</b> dy</p>")])
    file = exported(page, version)
    assert "<note>Një dhe dy</note>" in file
    before = draft(page).body_sq.get_prep_value()
    handed_in(file, editor)
    assert draft(page).body_sq.get_prep_value() == before


@VERSIONS
def test_the_status_is_marked_outside_and_never_stored(version, editor):
    page = make_plain(headline_en="Title", summary_en="Prisons in Kosovo, and more")
    file = exported(page, version)
    assert "Prisons in Kosovo*, and more" in file
    assert f"* {note_for('en')}" in file
    handed_in(file.replace("</source>", "</source><target>Burgjet në Kosovë*, e më</target>"), editor)
    assert draft(page).summary_sq == "Burgjet në Kosovë, e më"
    assert note_for("en") not in exported(make_plain(summary_en="Prisons"), version)


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("sr", "sr"),
        ("sr-Cyrl-RS", "sr"),
        ("sr_RS", "sr"),
        ("sr-Latn", ""),
        ("cnr", "cnr"),
        ("EN-GB", "en"),
        ("fr", ""),
        (None, ""),
    ],
)
def test_language_tags_of_other_programs_are_understood(tag, code):
    assert code_of(tag) == code
