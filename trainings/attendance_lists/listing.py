"""A file of who was there: what was read of it, where what stands, and how it travels with the form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from portal.core.spreadsheet_cells import as_typed
from trainings.attendance_lists.carried import carried, carry
from trainings.attendance_lists.fates import Cells
from trainings.attendance_lists.words import place_of_presence
from trainings.importing.columns import LABELS, Column, recognised
from trainings.importing.heading import Headed

PRESENCE: Final = "attendance"
NAMES: Final = (Column.FULL_NAME.value, Column.FIRST_NAME.value, Column.LAST_NAME.value)
#: What may stand in a column, and what it is called in the form.
WHAT: Final[Mapping[str, Any]] = {
    Column.EMAIL.value: LABELS[Column.EMAIL],
    **{name: LABELS[Column(name)] for name in NAMES},
    PRESENCE: _("Attendance"),
}
#: Letters of a cell that matter; no name or address is longer.
_CELL: Final = 320
#: Letters of a form, which may be two and a half million bytes long.
_LONGEST: Final = 2_000_000
_SALT: Final = "trainings.attendance_lists"


@dataclass(frozen=True, slots=True)
class Listing:
    """`places` says for what is in WHAT where it stands; rows have their number in the file."""

    file: str
    header: list[str]
    rows: list[tuple[int, list[str]]]
    places: dict[str, int]

    @property
    def is_understood(self) -> bool:
        return is_enough(self.places)

    def lines(self) -> list[Cells]:
        """The rows that name somebody."""
        lines = (self._line(number, cells) for number, cells in self.rows)
        # What begins with an asterisk is the footnote of the list to fill in.
        return [line for line in lines if line.email or (line.name and not line.name.startswith("*"))]

    def _line(self, number: int, cells: list[str]) -> Cells:
        def cell(what: str) -> str:
            place = self.places.get(what)
            return as_typed(cells[place]).strip() if place is not None and place < len(cells) else ""

        said = cell(PRESENCE)
        return Cells(
            number,
            " ".join(filter(None, map(cell, NAMES)))[:_CELL],
            cell(Column.EMAIL),
            # A dash says that there is nothing.
            "" if said in {"-", "–", "—"} else said,
        )


def is_enough(places: Iterable[str]) -> bool:
    """Whether a list says who it is about, and whether they were there."""
    there = set(places)
    return PRESENCE in there and bool(there & {Column.EMAIL.value, *NAMES})


def listing_of(file: str, headed: Headed) -> Listing:
    """With the places that are known by the names of their columns."""
    found = {column.value: place for column, place in recognised(headed.header).items() if column.value in WHAT}
    presence = place_of_presence(headed.header)
    if presence is not None:
        found[PRESENCE] = presence
    return Listing(
        file, headed.header, [(number, [cell[:_CELL] for cell in cells]) for number, cells in headed.rows], found
    )


def kept(listing: Listing, owner: list[int]) -> str:
    """The listing as a form carries it, for this person and session (keys only); "" for one that is too large.

    Of a large one only the columns that count are carried, once it is known which.
    """
    text = _signed(listing, owner)
    if len(text) > _LONGEST and listing.is_understood:
        wanted = set(listing.places.values())
        rows = [
            (number, [cell if place in wanted else "" for place, cell in enumerate(cells)])
            for number, cells in listing.rows
        ]
        text = _signed(replace(listing, rows=rows), owner)
    return text if len(text) <= _LONGEST else ""


def given_back(text: str, owner: list[int]) -> Listing | None:
    """None for what is a day old, of somebody else, or not ours."""
    values = carried(text, _SALT, owner)
    if values is None:
        return None
    rows = [(number, cells) for number, cells in values["rows"]]
    return Listing(values["file"], values["header"], rows, values["places"])


def _signed(listing: Listing, owner: list[int]) -> str:
    return carry({one.name: getattr(listing, one.name) for one in fields(listing)}, _SALT, owner)
