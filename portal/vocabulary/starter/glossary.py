"""Concepts of the thesaurus from `glossary.csv`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.starter.batch import BatchLoader
from portal.core.starter.files import Row, csv_rows
from portal.core.starter.records import BrokenRow
from portal.core.starter.report import Report
from portal.vocabulary.models import Concept
from portal.vocabulary.starter.texts import flags, store, texts_of_record, texts_of_row

COLUMNS = (
    "id",
    "broader",
    *(column for code in CONTENT_CODES for column in (code, f"{code}_alt")),
    "note_en",
    "review",
    "exact_match",
    "close_match",
)


def load_glossary(path: Path, report: Report) -> None:
    """Rows may stand in any order. A concept whose broader one cannot be loaded is broken too."""
    with BatchLoader(
        kind="concept",
        existing={concept.identifier: concept for concept in Concept.objects.select_related("broader")},
        current=_as_it_is,
        write=lambda concept, values: _write(concepts.existing, concept, values),
        report=report,
    ) as concepts:
        rows: dict[str, Row] = {}
        for row in csv_rows(path, "concept", report, COLUMNS):
            if not row["id"]:
                concepts.broken(f"line {row.number}", "“id” is empty")
            elif row["id"] in rows:
                concepts.broken(f"{row['id']} (line {row.number})", f"is already on line {rows[row['id']].number}")
            else:
                rows[row["id"]] = row
        for identifier, ordered in _broader_first(rows):
            if ordered is None:
                concepts.broken(identifier, "its broader concepts form a circle")
            else:
                concepts.load_made(identifier, partial(_of_row, ordered))


def _broader_first(rows: Mapping[str, Row]) -> Iterator[tuple[str, Row | None]]:
    """Each row after that of its broader concept; None for those of a circle, and what hangs from it."""
    waiting = dict(rows)
    while waiting:
        ready = [identifier for identifier, row in waiting.items() if row["broader"] not in waiting]
        if not ready:
            yield from ((identifier, None) for identifier in waiting)
            return
        for identifier in ready:
            yield identifier, waiting.pop(identifier)


def _of_row(row: Row) -> dict[str, Any]:
    return {
        "identifier": row["id"],
        "broader": row["broader"],
        "note_en": row["note_en"],
        "review_languages": flags(row.several("review")),
        "exact_match": row["exact_match"],
        "close_match": row["close_match"],
        **texts_of_row("label", {code: row[code] for code in CONTENT_CODES}),
        **{f"alternative_labels_{code}": "\n".join(row.several(f"{code}_alt")) for code in CONTENT_CODES},
    }


def _as_it_is(concept: Concept) -> dict[str, Any]:
    return {
        "identifier": concept.identifier,
        "broader": concept.broader.identifier if concept.broader else "",
        "note_en": texts_of_record(concept, "note")["note_en"],
        "review_languages": concept.review_languages,
        "exact_match": concept.exact_match,
        "close_match": concept.close_match,
        **texts_of_record(concept, "label"),
        **texts_of_record(concept, "alternative_labels"),
    }


def _write(concepts: Mapping[str, Concept], concept: Concept | None, values: Mapping[str, Any]) -> Concept:
    broader = values["broader"]
    if broader and broader not in concepts:
        raise BrokenRow(f"broader concept “{broader}” is missing or was not loaded")
    return store(
        concept or Concept(), {**values, "broader": concepts[broader] if broader else None}, relations=["broader"]
    )
