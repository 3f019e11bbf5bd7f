"""The one shape in which everything searchable reaches an engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from search.documents.facets import FacetName


@dataclass(frozen=True, slots=True)
class DocumentText:
    """What one content language of a resource says, without markup; `files` is what its files in that language say."""

    title: str
    summary: str
    text: str = ""
    files: str = ""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A resource as engines see it.

    `id` is `<app>.<model>:<primary key>`; `texts` is keyed by content language; `audience` is the key of those who
    may see it (portal.core.visibility.audience). `date` orders "newest first". `labels` are the names of what it is
    classified by, keyed by content language: all of them, whatever the resource itself is written in. `concepts` are
    identifiers of concepts of the glossary.
    """

    id: str
    texts: Mapping[str, DocumentText]
    facets: Mapping[FacetName, tuple[str, ...]]
    date: date
    audience: str
    is_sample: bool
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    concepts: tuple[str, ...] = ()


def document_id(label: str, primary_key: int) -> str:
    """The id of the document of one object; `label` is the model's `app.model` in lower case."""
    return f"{label}:{primary_key}"


def parse_document_id(identifier: str) -> tuple[str, int]:
    """The model's label and the primary key. Raises ValueError for what is no document id."""
    label, separator, key = identifier.partition(":")
    if not separator or not key.isascii() or not key.isdigit():
        raise ValueError(identifier)
    return label, int(key)
