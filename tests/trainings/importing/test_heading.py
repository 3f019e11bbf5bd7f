"""Columns are known by their names in every language and script, wherever the header stands."""

import pytest
from django.utils.translation import gettext, override

from portal.core.languages.catalogue import LANGUAGES
from trainings.importing.columns import Column, column_named, is_enough, recognised
from trainings.importing.heading import headed
from trainings.importing.reading import Table


@pytest.mark.parametrize("language", [language.code for language in LANGUAGES])
def test_our_own_list_of_participants_is_understood_in_every_language(language):
    with override(language):
        names = [
            gettext(name) for name in ("Surname", "First name", "E-mail", "Position", "Institution", "Beneficiary")
        ]
    assert list(recognised(names)) == [
        Column.LAST_NAME,
        Column.FIRST_NAME,
        Column.EMAIL,
        Column.POSITION,
        Column.INSTITUTION,
        Column.BENEFICIARY,
    ]


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("IME I PREZIME", Column.FULL_NAME),
        ("Презиме и име", Column.FULL_NAME),
        ("Emri dhe mbiemri", Column.FULL_NAME),
        ("Name / Ime / Emri", Column.FIRST_NAME),
        ("E-mail (official)", Column.EMAIL),
        ("Е-пошта", Column.EMAIL),
        ("Gjuhët", Column.LANGUAGES),
        ("Radno mjesto", Column.POSITION),
        ("Telefon", None),
        ("", None),
    ],
)
def test_names_as_people_write_them(name, column):
    assert column_named(name) == column


def test_a_name_without_a_surname_beside_it_is_all_of_it():
    assert recognised(["Name", "E-mail"]) == {Column.EMAIL: 1, Column.FULL_NAME: 0}
    assert recognised(["Ime", "Prezime", "Ime"]) == {Column.FIRST_NAME: 0, Column.LAST_NAME: 1}
    assert is_enough([Column.EMAIL, Column.FULL_NAME])
    assert not is_enough([Column.EMAIL, Column.FIRST_NAME])
    assert not is_enough([Column.FULL_NAME])


def rows(*cells):
    return Table([(number, list(row)) for number, row in enumerate(cells, start=1)])


def test_below_a_title():
    found = headed(rows(["List of staff, 2026"], ["Ime i prezime", "E-mail"], ["Ana", "a@x.org"]))
    assert (found.header, found.rows) == (["Ime i prezime", "E-mail"], [(3, ["Ana", "a@x.org"])])


def test_in_two_rows_and_repeated():
    found = headed(
        rows(
            ["Person", "", "E-mail"],
            ["First name", "Surname", ""],
            ["Ana", "Sample", "a@x.org"],
            ["First name", "Surname", "E-mail"],
            ["Besa", "Sample", "b@x.org"],
        )
    )
    assert found.header == ["First name", "Surname", "E-mail"]
    assert [number for number, _cells in found.rows] == [3, 5]


def test_nowhere():
    found = headed(rows(["Ana", "a@x.org"], ["Besa", "b@x.org", "Prison"]))
    assert (found.header, [number for number, _cells in found.rows]) == (["A", "B", "C"], [1, 2])
    assert headed(rows(["Alpha", "Beta"], ["Ana", "a@x.org"])).header == ["Alpha", "Beta"]
