"""Marks of plain text that comes back."""

import pytest

from portal.core.status_note.notes import note_for
from portal.core.status_note.text import mark_text, unmarked


@pytest.mark.parametrize(
    "text",
    ["", "Albania*", "In Kosovo and in severnokosovski towns", "Косову, Косовото", "Kosovës", "2 * 3", "no mention"],
)
def test_marks_are_taken_away_again(text):
    assert unmarked(mark_text(text)) == unmarked(text) == text


def test_only_the_mark_of_a_mention_is_taken_away():
    assert unmarked("Kosovo* and Kosovo*, see *there*") == "Kosovo and Kosovo, see *there*"
    assert unmarked(f"* {note_for('en')}") == f"* {note_for('en')}"
