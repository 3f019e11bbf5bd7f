"""Finding the header in a file: below a title, in two rows, or nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from openpyxl.utils import get_column_letter

from trainings.importing.columns import column_named, names_a_column, recognised
from trainings.importing.reading import Table

#: The header stands among so many first rows.
_AMONG: Final = 20


@dataclass(frozen=True, slots=True)
class Headed:
    """The names of the columns, and the rows below them. A column that has no name has its letter."""

    header: list[str]
    rows: list[tuple[int, list[str]]]


def headed(table: Table) -> Headed:
    """Takes off what stands above the people; rows that repeat the header, as on each printed page, are left out.

    The header is the row with most known names, or two rows that together know more than either. Where no name is
    known, it is the first row, unless that has an address in it.
    """
    rows = table.rows
    best, header, below = 0, list[str](), 0
    for place, (_number, cells) in enumerate(rows[:_AMONG]):
        following = rows[place + 1][1] if place + 1 < len(rows) else []
        for names, last in ((cells, place), (_together(cells, following), place + 1)):
            if (known := len(recognised(names))) > best:
                best, header, below = known, names, last + 1
    if not best:
        first = rows[0][1]
        header, below = ([], 0) if any("@" in cell for cell in first) else (first, 1)
    width = max(len(header), *(len(cells) for _number, cells in rows))
    header = header + [""] * (width - len(header))
    names = [name or get_column_letter(number) for number, name in enumerate(header, start=1)]
    left = [(number, cells) for number, cells in rows[below:] if not _repeats_header(cells)]
    return Headed(names, left)


def _together(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """A group of columns has its name above, each of them its own below."""
    return [
        below if names_a_column(below) or not above else above
        for above, below in zip_longest(upper, lower, fillvalue="")
    ]


def _repeats_header(cells: Sequence[str]) -> bool:
    known = [column_named(cell) for cell in cells if cell]
    return sum(column is not None for column in known) >= 2 and "@" not in "".join(cells)
