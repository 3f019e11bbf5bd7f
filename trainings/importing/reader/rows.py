"""Rows of texts, as both kinds of file give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time
from typing import Any, Final

from portal.core.spreadsheet_cells import as_typed
from trainings.importing import limits
from trainings.importing.refusal import FileRefused

#: Characters that are in a cell and are not seen, or that no database keeps.
_UNSEEN: Final = re.compile("[\0\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
#: For the header, and a title above it.
_BESIDES: Final = 20

NumberedRow = tuple[int, list[str]]


def filled(rows: Iterable[Sequence[Any]]) -> Iterator[NumberedRow]:
    """The rows with something in them, with their numbers as programs show them. Raises FileRefused for too many."""
    count = 0
    for number, row in enumerate(rows, start=1):
        cells = [as_text(cell) for cell in row[: limits.COLUMNS]]
        if not any(cells):
            continue
        count += 1
        if count > limits.ROWS + _BESIDES:
            raise FileRefused("many")
        yield number, cells


def as_text(cell: Any) -> str:
    """What stands in a cell, in one line; a formula that is a text stays one, and a day is a day without an hour."""
    if cell is None:
        return ""
    if isinstance(cell, datetime) and cell.time() == time():
        cell = cell.date()
    text = " ".join(_UNSEEN.sub("", str(cell)).split())
    return as_typed(text.encode("utf-8", "ignore").decode()[: limits.CELL])
