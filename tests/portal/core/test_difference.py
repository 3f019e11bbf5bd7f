"""What was added and deleted, word by word, with long unchanged stretches folded."""

import pytest

from portal.core.difference import differences


def shown(before, after):
    return [(part.kind, part.text) for part in differences(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        ("", "new", [("addition", "new")]),
        ("old", "", [("deletion", "old")]),
        (
            "Ask two people",
            "Ask three people",
            [("equal", "Ask"), ("deletion", " two"), ("addition", " three"), ("equal", " people")],
        ),
        ("лице", "лица", [("deletion", "лице"), ("addition", "лица")]),
    ],
)
def test_words(before, after, parts):
    assert shown(before, after) == parts


def test_both_texts_can_be_read_off():
    before = "First line.\nA second one, with more words.\nThe end."
    after = "First line.\nAnother second one.\nSomething new.\nThe end."
    parts = differences(before, after)
    assert "".join(part.text for part in parts if part.kind != "addition") == before
    assert "".join(part.text for part in parts if part.kind != "deletion") == after


def test_long_stretches_are_folded_up_to_the_words_beside_a_change():
    long = "".join(f"word{number} " for number in range(200))
    parts = differences(f"one {long}two {long}three", f"ONE {long}TWO {long}THREE")
    folded = [part for part in parts if part.is_folded]
    assert len(folded) == 2
    assert all(part.words > 100 for part in folded)
    assert [part.kind for part in parts] == [
        *("deletion", "addition", "equal", "equal", "equal"),
        *("deletion", "addition", "equal", "equal", "equal"),
        *("deletion", "addition"),
    ]
    assert parts[2].text.endswith(" word18")
    begin = differences(long.strip(), f"{long}new")
    assert [part.is_folded for part in begin] == [True, False, False]


def test_only_the_words_of_lines_that_are_others_are_compared():
    line = "la " * 3000
    assert shown(f"One\n{line}\nTwo", f"One\n{line}end\nThree") == [
        ("equal", "One\n"),
        ("deletion", f"{line}\nTwo"),
        ("addition", f"{line}end\nThree"),
    ]
    assert shown("One a\nTwo\nTwo", "One b\nTwo\nTwo") == [
        ("equal", "One"),
        ("deletion", " a"),
        ("addition", " b"),
        ("equal", "\nTwo\nTwo"),
    ]
