"""Files for office programs made of rows whose texts have passed the exit (portal.core.text_exit, as_cell) already."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

import openpyxl

from portal.core.files.kinds import DOCUMENT_TYPES

XLSX: Final = DOCUMENT_TYPES["xlsx"]


def xlsx_file(
    rows: Iterable[Sequence[str | float]], *, title: str = "", widths: Sequence[int] = (), frozen: str = "A2"
) -> bytes:
    """One sheet with bold names of columns in its first row.

    `widths` are those of the columns from the left, in characters; `frozen` is the first cell that moves
    when one scrolls.
    """
    book = openpyxl.Workbook()
    sheet = book.active
    if title:
        sheet.title = title
    sheet.freeze_panes = frozen
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[openpyxl.utils.get_column_letter(place)].width = width
    for row in rows:
        sheet.append(row)
    for cell in sheet[1]:
        cell.font = openpyxl.styles.Font(bold=True)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def csv_file(rows: Iterable[Sequence[str | float]]) -> bytes:
    """With semicolons, as office programs of the region divide cells, and a mark that says it is UTF-8."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=";").writerows(rows)
    return file.getvalue().encode("utf-8-sig")
