"""The page types that features declared in their `search_documents.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from search.documents.document import SearchDocument, document_id, parse_document_id
from search.documents.source import DocumentSource

_sources: dict[str, DocumentSource] = {}


def register_source(source: DocumentSource) -> None:
    """Raises ValueError when the model is declared twice."""
    if source.label in _sources:
        raise ValueError(f"{source.label} is declared twice.")
    _sources[source.label] = source


def sources() -> tuple[DocumentSource, ...]:
    return tuple(_sources[label] for label in sorted(_sources))


def source_of(label: str) -> DocumentSource | None:
    """The source of a model by its lower-case label; None for models that are not in the library."""
    return _sources.get(label)


def all_documents() -> Iterator[SearchDocument]:
    """Every document there is to be, from the database as it is now."""
    for source in sources():
        yield from source.documents()


def documents_of(ids: Iterable[str]) -> Iterator[SearchDocument]:
    """The documents with these ids; what has none (any more) is left out, unknown ids too."""
    for source, keys in keys_by_source(ids):
        yield from source.documents(keys)


def keys_by_source(ids: Iterable[str]) -> Iterator[tuple[DocumentSource, list[int]]]:
    """Each source with the keys of its pages that these ids name; ids of models that are not declared are left out."""
    keys: dict[str, list[int]] = {}
    for identifier in ids:
        label, key = parse_document_id(identifier)
        keys.setdefault(label, []).append(key)
    for label, wanted in sorted(keys.items()):
        source = _sources.get(label)
        if source is not None:
            yield source, wanted


def ids_below(path: str) -> Iterator[str]:
    """Ids of all pages of the library at this tree path and below it."""
    for source in sources():
        for key in source.model.objects.filter(path__startswith=path).values_list("pk", flat=True):
            yield document_id(source.label, key)
