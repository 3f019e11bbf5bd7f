"""Where a sentence ends."""

import pytest

from portal.desk.memory.learning import aligned
from portal.desk.memory.sentences import sentences
from portal.desk.units.unit import Kind


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("en", "See Art. 5 and Dr. Who, e.g. here.", ["See Art. 5 and Dr. Who, e.g. here."]),
        ("en", "It began in 2020. Then it ended.", ["It began in 2020.", "Then it ended."]),
        ("en", "J. Smith said “Yes.” We agreed.", ["J. Smith said “Yes.”", "We agreed."]),
        ("en", "version 2.0 is out. and goes on", ["version 2.0 is out. and goes on"]),
        ("sq", "Shih nr. 4 dhe p.sh. Burgun. Po.", ["Shih nr. 4 dhe p.sh. Burgun.", "Po."]),
        ("bs", "Dana 15. Januara. Da.", ["Dana 15. Januara.", "Da."]),
        ("sr", "Види чл. 5. Закона. Да.", ["Види чл. 5. Закона.", "Да."]),
        ("mk", "Види чл. 5 и др. Да.", ["Види чл. 5 и др. Да."]),
        ("en", "", []),
    ],
)
def test_sentences_of_a_paragraph(code, text, expected):
    assert sentences(text, code) == expected


def test_as_many_sentences_are_aligned_one_by_one():
    source, target = "<p>One. Two.</p><ul><li>Three</li></ul>", "<p>Një. Dy.</p><ul><li>Tre</li></ul>"
    assert aligned(source, target, Kind.RICH, "en", "sq") == [("One.", "Një."), ("Two.", "Dy."), ("Three", "Tre")]


def test_texts_with_other_sentences_are_kept_whole():
    assert aligned("<p>One. Two.</p>", "<p>Një dhe dy.</p>", Kind.RICH, "en", "sq") == [("One. Two.", "Një dhe dy.")]


def test_what_is_not_translated_is_no_pair():
    assert aligned("One.", "", Kind.LINE, "en", "sq") == []
