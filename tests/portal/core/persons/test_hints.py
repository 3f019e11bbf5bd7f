"""Names and contacts that an editor is told of. All names are invented and common."""

import pytest

from portal.core.persons.hints import person_hints


def found(text):
    return [(str(match.what), text[match.start : match.end]) for match in person_hints(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We asked Mr Smith about it.", "Mr Smith"),
        ("Mrs. Ann Example said", "Mrs. Ann Example"),
        ("Sipas z. Shembulli, plani", "z. Shembulli"),
        ("zonja Shembulli tha", "zonja Shembulli"),
        ("Prema riječima g. Primjera", "g. Primjera"),
        ("gospođa Ana Primjer kaže", "gospođa Ana Primjer"),
        ("г. Пример каже", "г. Пример"),
        ("Госпоѓата Пример", "Госпоѓата Пример"),
        ("господинот Пример", "господинот Пример"),
    ],
)
def test_a_title_before_a_name(text, name):
    assert found(text) == [("name of a person", name)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the prisoner John Example told", "prisoner John Example"),
        ("osuđeni Pero Primjer je", "osuđeni Pero Primjer"),
        ("Plan za osuđenog P. P. pokazuje", "osuđenog P. P."),
        ("осуђени Петар Пример је", "осуђени Петар Пример"),
        ("осуденикот Петар Пример", "осуденикот Петар Пример"),
        ("i dënuari Filan Fisteku tha", "i dënuari Filan Fisteku"),
    ],
)
def test_a_prisoner_by_name_or_initials(text, name):
    assert found(text) == [("name of a prisoner", name)]


@pytest.mark.parametrize(
    "text",
    [
        "Odluka iz 2015. g. Sarajevo",
        "u 2015 g. Sarajevo",
        "Mr President, Mr Chairman",
        "osuđeni Republike Srpske",
        "prisoner Example told",
        "Prisoner Escort Service",
        "prisoners Tirana and Durrës",
        "gospodin predsjednik",
        "e.g. Skopje, org. Example",
    ],
)
def test_what_names_nobody(text):
    assert found(text) == []


@pytest.mark.parametrize("number", ["+355 69 123 4567", "+387 61 123 456", "+383 44 123 456", "00381 64/123-4567"])
def test_mobile_numbers(number):
    assert found(f"Tel. {number}.") == [("mobile telephone number", number)]


def test_telephones_of_offices_are_not_people():
    assert found("+381 11 123 4567, +355 4 222 3333, +389 2 123 456, 069 123 456") == []


def test_addresses_of_people_and_of_offices():
    assert found("ana.example@example.org") == [("e-mail address of a person", "ana.example@example.org")]
    assert found("info@example.org, probation.service@example.org, press-office@example.org, visits@example.org") == []


def test_they_stand_in_the_order_of_the_text():
    text = "ana.example@example.org, Mr Example, +387 61 123 456"
    assert [what for what, _text in found(text)] == [
        "e-mail address of a person",
        "name of a person",
        "mobile telephone number",
    ]
