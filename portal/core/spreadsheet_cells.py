"""Texts in cells of spreadsheets: what people wrote must not be worked out as a formula when a file is opened."""

from __future__ import annotations

from typing import Final

#: A cell that begins with one of these is a formula to some program.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def as_cell(text: str) -> str:
    """The text as it stands in a cell of a file that leaves: an apostrophe before what would be a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_typed(cell: str) -> str:
    """The text of a cell of a file that comes back, without that apostrophe."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
