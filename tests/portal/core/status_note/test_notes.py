"""The footnote in each rendering."""

import pytest

from portal.core.status_note.notes import NEEDS_REVIEW, code_for, has_note, note_for
from portal.core.status_note.text import mark_document, mark_text

CODES = ["en", "sq", "bs", "cnr", "mk", "sr", "sr-latn"]


@pytest.mark.parametrize("code", CODES)
def test_there_is_a_text_that_names_the_resolution(code: str) -> None:
    assert "1244" in note_for(code)
    assert not note_for(code).startswith("*")


def test_latin_serbian_is_the_cyrillic_one_in_latin() -> None:
    assert note_for("sr-latn").startswith("Sva upućivanja na Kosovo, bilo na teritoriju")


def test_an_unknown_rendering_is_an_error() -> None:
    with pytest.raises(KeyError):
        note_for("hr")


def test_all_translations_but_the_english_wait_for_review() -> None:
    assert sorted(NEEDS_REVIEW) == ["bs", "cnr", "mk", "sq", "sr"]


@pytest.mark.parametrize(
    ("html_lang", "code"),
    [
        ("sr-Cyrl", "sr"),
        ("sr", "sr"),
        ("sr-Latn", "sr-latn"),
        ("sr-latn-RS", "sr-latn"),
        ("CNR", "cnr"),
        ("en-GB", "en"),
        ("de", "mk"),
        ("", "mk"),
    ],
)
def test_the_language_of_a_page_tells_the_rendering(html_lang: str, code: str) -> None:
    assert code_for(html_lang, "mk") == code


@pytest.mark.parametrize("code", CODES)
def test_a_document_gets_the_note_once_at_its_end(code: str) -> None:
    once = mark_document("Kosovo, Косово\n", code)
    assert once == f"Kosovo*, Косово*\n\n* {note_for(code)}\n"
    assert mark_document(once, code) == once


def test_a_document_without_a_mention_gets_none() -> None:
    assert mark_document("Nothing here.\n", "en") == "Nothing here.\n"


@pytest.mark.parametrize("code", CODES)
def test_the_note_itself_is_not_marked(code: str) -> None:
    assert mark_text(note_for(code)) == note_for(code)


def test_a_note_whose_lines_a_mail_program_broke_is_recognised() -> None:
    broken = note_for("en").replace(" ", "\n", 5).replace("'", "’")
    assert has_note(broken, "en")
    assert mark_document(f"Kosovo*\n\n* {broken}", "en") == f"Kosovo*\n\n* {broken}"
