"""Concepts of a spreadsheet: what its rows mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from portal.core.status_note.notes import ANY_NOTE
from portal.vocabulary.exchange.entries import Entry, Found, Remark
from portal.vocabulary.exchange.reader.refusal import Refusal
from portal.vocabulary.exchange.sheet.columns import IDENTIFIER, Column, column_named, flag_named
from portal.vocabulary.exchange.texts import taken

#: Several terms in a cell are divided by lines or by these.
_BETWEEN: Final = re.compile(r"[|\r\n]+")
_IDENTIFIER: Final = re.compile(r"[A-Za-z0-9_-]+")
LONGEST_IDENTIFIER: Final = 100


def concepts_of(rows: Sequence[Sequence[str]]) -> Found:
    """A concept for each row below the names of the columns. Raises Refusal when none of these is known.

    An empty cell says that there is nothing; of a flag it says nothing. The status footnote below the rows is none.
    """
    found = Found()
    header = rows[0] if rows else []
    known = _known(header, found)
    if not any(column.field in ("", "label") for column in known.values()):
        raise Refusal("columns")
    for number, row in enumerate(rows[1:], start=2):
        cells = {column: row[place] if place < len(row) else "" for place, column in known.items()}
        if any(cells.values()) and not any(ANY_NOTE.search(cell) for cell in row[:1]):
            found.entries.append(_entry(number, cells))
    return found


def _known(header: Sequence[str], found: Found) -> dict[int, Column]:
    """By their places the columns that are known."""
    known: dict[int, Column] = {}
    unknown: list[str] = []
    for place, name in enumerate(header):
        column = column_named(name)
        if column is None:
            unknown += [name[:60]] if name else []
        elif column in known.values():
            found.remarks.append(Remark("column_twice", {"column": name[:60]}))
        else:
            known[place] = column
    if unknown:
        found.remarks.append(Remark("unknown_columns", {"columns": ", ".join(unknown[:20])}))
    return known


def _entry(number: int, cells: dict[Column, str]) -> Entry:
    entry = Entry(row=number)
    for column, cell in cells.items():
        if column == IDENTIFIER:
            entry.identifier = _identifier(cell, entry)
        elif column.field == "review":
            _take_flag(entry, column, cell)
        elif column.field == "other":
            _take_others(entry, column, cell)
        else:
            text = _text(entry, column, cell)
            if text is not None:
                entry.texts[f"{column.field}_{column.code}"] = [text] if text else []
    if not entry.identifier and not any(texts for name, texts in entry.texts.items() if name.startswith("label_")):
        entry.remarks.append(Remark("no_terms"))
    return entry


def _identifier(cell: str, entry: Entry) -> str:
    if not cell or (_IDENTIFIER.fullmatch(cell) and len(cell) <= LONGEST_IDENTIFIER):
        return cell
    entry.remarks.append(Remark("identifier", {"word": cell[:60]}))
    return ""


def _take_flag(entry: Entry, column: Column, cell: str) -> None:
    flag = flag_named(cell) if cell else None
    if flag is not None:
        entry.review[column.code] = flag
    elif cell:
        entry.remarks.append(Remark("review", {"field": "review", "code": column.code, "word": cell[:60]}))


def _take_others(entry: Entry, column: Column, cell: str) -> None:
    """One that cannot be taken is left out; then nothing is said of those that are not there."""
    texts = [_text(entry, column, each) for each in _BETWEEN.split(cell)]
    entry.others[column.code] = sorted({text for text in texts if text})


def _text(entry: Entry, column: Column, cell: str) -> str | None:
    text = taken(cell, column.field)
    if isinstance(text, Remark):
        entry.remarks.append(Remark(text.key, {**text.about, "field": column.field, "code": column.code}))
        return None
    return text
