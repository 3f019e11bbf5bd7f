"""Documents and queries of an evaluation, one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.visibility.audience import PUBLIC
from search.documents.document import DocumentText, SearchDocument, document_id
from search.documents.facets import FacetName

#: Documents of an evaluation have no dates; the order by date is not what is measured.
_DAY = date(2000, 1, 1)

#: What stands for the model in the ids of documents that come from no model.
_LABEL = "evaluation.document"


class BrokenLine(ValueError):
    """A line that cannot be used; the message names file, line and reason."""


@dataclass(frozen=True, slots=True)
class EvaluationQuery:
    """`languages` are the content languages whose documents are searched, all when empty."""

    identifier: str
    text: str
    language: str
    languages: tuple[str, ...]


def read_documents(path: Path) -> tuple[list[str], Iterator[SearchDocument]]:
    """The documents' own ids, in the order of the file, and the documents with their place in it for an id.

    Lines are `{"id", "lang", "script", "title", "text"}`. Raises BrokenLine, OSError.
    """
    rows = [_document_row(row, where) for row, where in _rows(path)]
    identifiers = [identifier for identifier, _, _ in rows]
    if len(set(identifiers)) < len(identifiers):
        raise BrokenLine(f"{path}: an id stands on more than one line.")
    return identifiers, (_document(place, language, text) for place, (_, language, text) in enumerate(rows))


def read_queries(path: Path) -> list[EvaluationQuery]:
    """Lines are `{"qid", "text", "lang", "langs"}`; `langs` may be missing. Raises BrokenLine, OSError."""
    return [_query(row, where) for row, where in _rows(path)]


def place_of(identifier: str) -> int:
    """The place in the file of the document with this id."""
    return int(identifier.rpartition(":")[2])


def _rows(path: Path) -> Iterator[tuple[dict[str, Any], str]]:
    with path.open(encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, start=1):
            where = f"{path}, line {number}"
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise BrokenLine(f"{where}: no JSON ({error}).") from error
            if not isinstance(row, dict):
                raise BrokenLine(f"{where}: not an object.")
            yield row, where


def _document_row(row: dict[str, Any], where: str) -> tuple[str, str, DocumentText]:
    text = DocumentText(title=_text(row, "title", where), summary="", text=_text(row, "text", where))
    return _name(row, "id", where), _language(row.get("lang"), where), text


def _document(place: int, language: str, text: DocumentText) -> SearchDocument:
    return SearchDocument(
        id=document_id(_LABEL, place),
        texts={language: text},
        facets={FacetName.LANGUAGE: (language,)},
        date=_DAY,
        audience=PUBLIC,
        is_sample=False,
    )


def _query(row: dict[str, Any], where: str) -> EvaluationQuery:
    languages = row.get("langs") or []
    if not isinstance(languages, list):
        raise BrokenLine(f"{where}: langs is not a list.")
    return EvaluationQuery(
        _name(row, "qid", where),
        _text(row, "text", where),
        _language(row.get("lang"), where),
        tuple(_language(code, where) for code in languages),
    )


def _name(row: dict[str, Any], key: str, where: str) -> str:
    value = row.get(key)
    if not isinstance(value, str | int) or value == "":
        raise BrokenLine(f"{where}: {key} is missing.")
    return str(value)


def _text(row: dict[str, Any], key: str, where: str) -> str:
    value = row.get(key, "")
    if not isinstance(value, str):
        raise BrokenLine(f"{where}: {key} is not a text.")
    return value


def _language(value: Any, where: str) -> str:
    if value not in CONTENT_CODES:
        raise BrokenLine(f"{where}: {value!r} is not one of {', '.join(CONTENT_CODES)}.")
    return str(value)
