"""Plain text that leaves by itself."""

from portal.core.status_note.notes import note_for
from portal.core.text_exit import finished, footnote


def test_script_first_then_the_asterisk():
    assert finished("Џуниор са Косова", "sr-Latn") == "Džunior sa Kosova*"
    assert finished("Џуниор са Косова", "sr-Cyrl") == "Џуниор са Косова*"
    assert finished("Од Косово", "mk") == "Од Косово*"
    assert finished("Kosovo*, https://x.example/kosovo/", "en") == "Kosovo*, https://x.example/kosovo/"


def test_the_footnote_is_in_the_language_of_the_text_and_only_where_it_is_needed():
    assert footnote(["Plans", "of Kosovo"], "en") == f"* {note_for('en')}"
    assert footnote(["Косово"], "sr-Latn") == f"* {note_for('sr-latn')}"
    assert footnote(["Косово"], "sr-Cyrl") == f"* {note_for('sr')}"
    assert footnote(["Plans", "/en/kosovo/"], "en") == ""
