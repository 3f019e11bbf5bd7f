"""What a search is counted under, and what is never kept."""

import pytest

from search.statistics.wording import counted_text


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Release  Plan", "release plan"),
        ("ЗАТВОР", "затвор"),
        ("Lirimi me KUSHT", "lirimi me kusht"),
        # One spelling of a letter that can be written in two ways.
        ("pritvorski c\u030cuvar", "pritvorski čuvar"),
        ("x" * 99 + " yz", "x" * 99),
        ("-", "-"),
    ],
)
def test_letters_are_small_and_spaces_one(text, counted):
    assert counted_text(text) == counted


@pytest.mark.parametrize(
    "text",
    [
        "someone@example.org",
        "write to Some.One+x@example.co.uk please",
        # Personal numbers: JMBG and EMBG (13 digits), Kosovo* (10), Albania (letter, 8 digits, letter).
        "0101990710006",
        "jmbg 010199 0710006",
        "ЕМБГ 0101990450006",
        "1234567890",
        "I05101999I",
        "12 34 56 78 90",
        # Telephones, as they are written in the six.
        "+383 44 123 456",
        "+ 355 69 1234567",
        "00389 70 123 456",
        "069/123-456",
        "(044) 123-456",
        "033 12 34 567",
        "065.123.456",
        "064123456",
        # Digits of another script are digits.
        "٠١٢٣٤٥٦٧٨٩",
        "x" * 120 + " someone@example.org",
    ],
)
def test_what_looks_like_personal_data_is_counted_without_its_text(text):
    assert counted_text(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "rec(2006)2",
        "cm/rec(2014)4",
        "regulation (eu) 2016/679",
        "directive (eu) 2018/1725",
        "resolution 1325 (2000)",
        "a/res/70/175",
        "strategy 2020-2025",
        "official gazette 85/2005, 88/2005 and 107/2009",
        "article 17, paragraph 2",
        "rule 43.1",
    ],
)
def test_references_and_years_are_words(text):
    assert counted_text(text) == text
