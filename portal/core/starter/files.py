"""Reading starter files so that what is broken in one place does not stop the rest."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from portal.core.starter.report import Outcome, Report


class Row(dict[str, str]):
    """One row of a CSV file by column name. `number` is its line in the file, the header being line 1."""

    def __init__(self, cells: dict[str, str], number: int) -> None:
        super().__init__(cells)
        self.number = number

    def several(self, column: str) -> list[str]:
        """The texts of a column that holds several, separated by `|`."""
        return [text for part in self[column].split("|") if (text := part.strip())]


def csv_rows(path: Path, kind: str, report: Report, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a CSV file in UTF-8 that can be read; the others are named in the report by line and first cell.

    A row is broken when it has more or fewer cells than the header, is not UTF-8, or holds control characters. A file
    that is missing or lacks one of `columns` is broken as a whole.
    """
    try:
        file = path.open(encoding="utf-8-sig", errors="surrogateescape", newline="")
    except OSError as error:
        report.add(kind, path.name, Outcome.BROKEN, str(error.strerror))
        return
    with file:
        reader = csv.reader(file)
        header = next(reader, [])
        if missing := [column for column in columns if column not in header]:
            report.add(kind, path.name, Outcome.BROKEN, f"columns missing: {', '.join(missing)}")
            return
        for cells in _readable(reader, path, kind, report):
            if not any(cells):
                continue
            reason = _flaw(cells, header)
            if reason:
                first = cells[0].encode("utf-8", "replace").decode()
                report.add(kind, f"{path.name} line {reader.line_num} “{first}”", Outcome.BROKEN, reason)
                continue
            yield Row(
                {name: cell.strip() for name, cell in zip(header, cells, strict=True)},
                reader.line_num,
            )


def _readable(reader: Any, path: Path, kind: str, report: Report) -> Iterator[list[str]]:
    """Skips what the csv module cannot make cells of (a cell of more than 128 KB: a quotation mark left open)."""
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            report.add(kind, f"{path.name} line {reader.line_num}", Outcome.BROKEN, str(error))


def _flaw(cells: list[str], header: list[str]) -> str:
    if len(cells) != len(header):
        return f"{len(cells)} cells under {len(header)} headings"
    text = "".join(cells)
    if any("\udc80" <= character <= "\udcff" for character in text):
        return "not UTF-8"
    if any(character < " " and character not in "\n\r\t" for character in text):
        return "control characters"
    return ""


def json_document(path: Path, kind: str, report: Report) -> Any:
    """The content of a JSON file; None when it cannot be read, which the report says."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        report.add(kind, path.name, Outcome.BROKEN, str(error))
        return None


def json_entries(document: Any, name: str, kind: str, report: Report) -> list[Mapping[str, Any]]:
    """The objects of the list `name` in a JSON object; what is none is named by its place in the list.

    Empty when there is no document, as after a file that could not be read, and when there is no such list.
    """
    if document is None:
        return []
    if not isinstance(document, dict):
        report.add(kind, name, Outcome.BROKEN, "not in an object")
        return []
    entries = document.get(name, [])
    if not isinstance(entries, list):
        report.add(kind, name, Outcome.BROKEN, "not a list")
        return []
    usable: list[Mapping[str, Any]] = []
    for number, entry in enumerate(entries, 1):
        if isinstance(entry, dict):
            usable.append(entry)
        else:
            report.add(kind, f"{name} number {number}", Outcome.BROKEN, "not an object")
    return usable
