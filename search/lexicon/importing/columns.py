"""Lists with a column for each language: its content code stands in the first line; synonyms are separated by `|`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from portal.core.languages.catalogue import CONTENT_CODES
from search.lexicon.importing.rows import ReadTerm, Skipped, UnreadableList, numbered_lines, read_term


def column_terms(path: Path, delimiter: str, source: str) -> Iterator[ReadTerm | Skipped]:
    """The terms of a file, each line being one sense. Raises UnreadableList, also for a first line of no languages."""
    lines = numbered_lines(path)
    langs = _langs(next(lines, (1, ""))[1], delimiter)
    for number, line in lines:
        if isinstance(line, Skipped):
            yield line
            continue
        if not line.strip():
            continue
        cells = _cells(line, delimiter)
        if len(cells) != len(langs):
            yield Skipped(number, f"has not {len(langs)} columns")
            continue
        terms = [
            (lang, text) for lang, cell in zip(langs, cells, strict=True) for text in cell.split("|") if text.strip()
        ]
        if len(terms) < 2:
            yield Skipped(number, "has only one term")
            continue
        for lang, text in terms:
            yield read_term(number, f"{source}:{number}", lang, text)


def _langs(line: str | Skipped, delimiter: str) -> list[str]:
    langs = [] if isinstance(line, Skipped) else [code.strip().lower() for code in _cells(line, delimiter)]
    if len(langs) < 2 or set(langs) - set(CONTENT_CODES) or len(set(langs)) != len(langs):
        raise UnreadableList(f"The first line does not name two languages or more out of {', '.join(CONTENT_CODES)}.")
    return langs


def _cells(line: str, delimiter: str) -> list[str]:
    if delimiter == "\t":
        return line.split("\t")
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []
