"""The rows of a spreadsheet, as texts."""

from __future__ import annotations

import csv
import io
import re
from typing import Any, Final

from portal.core.files.reader.packed import open_packed
from portal.core.spreadsheet_cells import as_typed
from portal.vocabulary.exchange.entries import MOST_CONCEPTS
from portal.vocabulary.exchange.reader.refusal import Refusal

#: Rows with the header and, besides the concepts, some that are empty.
_MOST_ROWS: Final = MOST_CONCEPTS + 200
_MOST_COLUMNS: Final = 200
_LONGEST_CELL: Final = 100_000
_SEPARATORS: Final = ";,\t"
#: A byte above ASCII beside another: in Cyrillic code pages words are made of them, in Latin ones they stand alone.
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_HIGH_RUN: Final = re.compile(rb"[\x80-\xff]{2,}")


def read_csv(data: bytes) -> dict[str, Any]:
    """Separated by semicolons, commas or tabs; in UTF-8, or as offices of the region save it without asking."""
    text = _decoded(data)
    csv.field_size_limit(_LONGEST_CELL)
    header = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=header.count)
    return _answer(list(_limited(csv.reader(io.StringIO(text, newline=""), delimiter=separator))))


def read_workbook(data: bytes) -> dict[str, Any]:
    """The first sheet."""
    import openpyxl

    file = io.BytesIO(data)
    open_packed(file).close()
    file.seek(0)
    book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    sheet = book.worksheets[0]
    # What a sheet says of its size is not to be trusted.
    sheet.reset_dimensions()
    return _answer([["" if cell is None else str(cell) for cell in row] for row in _limited(sheet.values)])


def _limited(rows: Any) -> Any:
    for number, row in enumerate(rows):
        if number >= _MOST_ROWS:
            raise Refusal("many", number=MOST_CONCEPTS)
        yield row[:_MOST_COLUMNS]


def _answer(rows: list[list[str]]) -> dict[str, Any]:
    return {"rows": [[as_typed(cell).strip() for cell in row] for row in rows]}


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        high = len(_HIGH.findall(data))
        in_runs = sum(map(len, _HIGH_RUN.findall(data)))
        return data.decode("cp1251" if in_runs * 2 > high else "cp1250", "replace")
