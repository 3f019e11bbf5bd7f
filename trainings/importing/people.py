"""The people in the rows of a list, before anybody asks who of them is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trainings.importing.columns import Column
from trainings.models import ParticipantImport


@dataclass(frozen=True, slots=True)
class Person:
    """A row, as it was written. `number` is that of the row in the file."""

    number: int
    name: str
    email: str
    beneficiary: str
    institution: str
    position: str
    languages: str
    is_hidden: bool = False


def people_of(source: ParticipantImport) -> list[Person]:
    """Rows that have nothing in the columns that count (sums, remarks below the list) are no people."""
    hidden = set(source.hidden)
    people = (_person(number, cells, source.columns, number in hidden) for number, cells in source.rows)
    return [person for person in people if person.name or person.email]


def unused_columns(source: ParticipantImport) -> list[str]:
    """Names of the columns that nothing is taken from."""
    used = set(source.columns.values())
    there = {place for _number, cells in source.rows for place, cell in enumerate(cells) if cell}
    return [name for place, name in enumerate(source.header) if place in there - used]


def _person(number: int, cells: Sequence[str], columns: Mapping[str, int], is_hidden: bool) -> Person:
    def cell(column: Column) -> str:
        place = columns.get(column.value)
        text = cells[place] if place is not None and place < len(cells) else ""
        # A dash says that there is nothing.
        return text if any(letter.isalnum() for letter in text) else ""

    parts = (cell(Column.FIRST_NAME), cell(Column.LAST_NAME))
    return Person(
        number,
        # 320 characters are kept of a name.
        (cell(Column.FULL_NAME) or " ".join(filter(None, parts)))[:320],
        cell(Column.EMAIL),
        cell(Column.BENEFICIARY),
        cell(Column.INSTITUTION),
        cell(Column.POSITION),
        cell(Column.LANGUAGES),
        is_hidden,
    )
