"""Which numbers are taken for personal numbers. None of these is anybody's: 1 January, serial numbers of examples."""

import pytest

from portal.core.persons.numbers import personal_numbers

JMBG = "0101990710008"


def found(text):
    return [(str(match.what), text[match.start : match.end]) for match in personal_numbers(text)]


@pytest.mark.parametrize(
    "number",
    # Bosnia and Herzegovina, Montenegro, North Macedonia, Serbia, Kosovo (old); born 1 January 1990 or 2001.
    ["0101990170003", "0101990210005", "0101990410004", JMBG, "0101990910007", "0101001710002"],
)
def test_citizen_numbers_of_all_regions(number):
    assert found(f"Broj {number}.") == [("personal number (JMBG, EMBG)", number)]


@pytest.mark.parametrize("number", ["0101 990 71 000 8", "01-01-990-71-000-8", "01.01.990.71.000.8"])
def test_citizen_numbers_may_be_divided(number):
    assert found(f"ЈМБГ: {number}") == [("personal number (JMBG, EMBG)", number)]


@pytest.mark.parametrize(
    "text",
    [
        "0101990710007",  # check digit
        "3113990710001",  # no such day
        f"1{JMBG}",
        f"{JMBG}1",
        f"A{JMBG}",
        f"+{JMBG}",
        "ISBN 978-92-871-1234-5",
        "1 234 567 890 123",
        "",
    ],
)
def test_what_cannot_be_a_citizen_number(text):
    assert found(text) == []


@pytest.mark.parametrize("number", ["J00101999W", "j00101999w", "J05101001C", "I83115001K", "K18201003A"])
def test_albanian_numbers(number):
    assert found(f"NID {number},") == [("personal number (Albania)", number)]


@pytest.mark.parametrize("text", ["J01301999W", "J00132999W", "K00230001A", "Z00101999W", "J00101999", "J00101999X"])
def test_what_cannot_be_an_albanian_number(text):
    assert found(text) == []


def test_numbers_of_kosovo():
    assert found("Numri personal: 1234567892") == [("personal number (Kosovo)", "1234567892")]
    assert found("1234567890 0441234567 9000000001 +1234567892") == []


@pytest.mark.parametrize(
    "text",
    [
        "passport no. A1234567",
        "Pasoš br. 012345678",
        "lična karta, broj: 001234567",
        "Letërnjoftim nr. 012345678",
        "пасош бр. А1234567".replace("А", "A"),
    ],
)
def test_papers_that_are_named(text):
    assert found(text) == [("number of an identity document", text)]


def test_other_numbers_are_nobodys():
    assert found("Passport control, room 1234567; CM/Rec(2006)2; no. 1234567; broj 012345678") == []


def test_the_lines_of_a_passport():
    line = "P<XXXEXAMPLE<<SAMPLE<<<<<<<<<<<<<<<<<<<<<<<<"
    assert found(f"See {line} below") == [("lines of a passport", line)]


def test_places_do_not_overlap_and_stand_in_order():
    text = f"passport no. 1234567892, then {JMBG}"
    assert [what for what, _text in found(text)] == ["personal number (Kosovo)", "personal number (JMBG, EMBG)"]
