"""XLSX: the first sheet that is shown and has something in it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any, Final

import openpyxl
from defusedxml.ElementTree import iterparse

from portal.core.files.reader.packed import open_packed
from trainings.importing import limits
from trainings.importing.reader.rows import NumberedRow, as_text, filled
from trainings.importing.refusal import FileRefused

_MACROS: Final = "xl/vbaproject.bin"
#: How Microsoft's programs keep both the format before XLSX and what has a password, which has a part of this name.
_COMPOUND_FILE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WITH_PASSWORD: Final = "EncryptedPackage".encode("utf-16-le")
_RANGE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")

#: Column (from 0), first and last row of cells that are one.
Merged = tuple[int, int, int]


def read_workbook(data: bytes) -> dict[str, Any]:
    """Its rows as they show, also those that are hidden. Raises FileRefused or Problem."""
    if data.startswith(_COMPOUND_FILE) and _WITH_PASSWORD not in data:
        raise FileRefused("xls")
    file = io.BytesIO(data)
    with open_packed(file) as archive:
        _check(archive)
        file.seek(0)
        book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        with_rows = [(sheet, rows) for sheet in shown if (rows := _rows(sheet))]
        if not with_rows:
            raise FileRefused("empty")
        sheet, rows = with_rows[0]
        # openpyxl says neither of it without keeping every cell of all sheets in memory.
        hidden, merged = _noted(archive, sheet._worksheet_path)
    return {
        "rows": list(_with_merged(rows, merged)),
        "hidden": sorted(hidden & {number for number, _cells in rows}),
        "sheet": as_text(sheet.title) if len(with_rows) > 1 else "",
    }


def _check(archive: zipfile.ZipFile) -> None:
    """Before anything is unpacked: few parts, none too large, none a bomb."""
    parts = archive.infolist()
    if any(part.filename.lower() == _MACROS for part in parts):
        raise FileRefused("macros")
    if (
        len(parts) > limits.PARTS
        or sum(part.file_size for part in parts) > limits.UNPACKED_BYTES
        or any(
            part.file_size > limits.HARMLESS_BYTES and part.file_size > limits.TIMES_LARGER * part.compress_size
            for part in parts
        )
    ):
        raise FileRefused("large")


def _rows(sheet: Any) -> list[NumberedRow]:
    # What a sheet says of its size is not to be trusted.
    sheet.reset_dimensions()
    return list(filled(sheet.iter_rows(values_only=True)))


def _noted(archive: zipfile.ZipFile, path: str) -> tuple[set[int], list[Merged]]:
    """Which rows are hidden, and which cells above each other are one."""
    hidden: set[int] = set()
    merged: list[Merged] = []
    with archive.open(path) as part:
        number = 0
        for _event, element in iterparse(part):
            name = element.tag.rpartition("}")[2]
            if name == "row":
                number = int(element.get("r") or number + 1)
                if element.get("hidden") in {"1", "true"}:
                    hidden.add(number)
                element.clear()
            elif name == "mergeCell" and (found := _RANGE.fullmatch(element.get("ref", ""))):
                first_row, last_row = int(found[2]), int(found[4])
                if last_row > first_row:
                    merged.append((openpyxl.utils.column_index_from_string(found[1]) - 1, first_row, last_row))
    return hidden, merged


def _with_merged(rows: Sequence[NumberedRow], merged: Sequence[Merged]) -> Iterator[NumberedRow]:
    """What stands once for several rows stands in each of them. Empty rows below it stay empty."""
    cells_of = dict(rows)
    above: dict[tuple[int, int], str] = {}
    for column, first, last in merged:
        cells = cells_of.get(first, [])
        value = cells[column] if column < len(cells) else ""
        if value:
            above |= {(number, column): value for number in range(first, min(last, first + limits.ROWS) + 1)}
    columns = {column for _number, column in above if column < limits.COLUMNS}
    for number, cells in rows:
        # A row ends with its last cell that has a value.
        cells += [""] * (max(columns, default=0) + 1 - len(cells))
        yield number, [cell or above.get((number, column), "") for column, cell in enumerate(cells)]
