"""What has to be done to an index so that it holds what it should."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from search.documents.document import SearchDocument
from search.documents.fingerprint import fingerprint


@dataclass(frozen=True, slots=True)
class Change:
    """A document is to be put in, or without one, what has this id is to be taken out."""

    id: str
    document: SearchDocument | None = None


class Changes:
    """The way from an index with these `fingerprints` by id to one of exactly these documents; to be gone once.

    That is how a rebuild goes on that was interrupted, whatever happened meanwhile: what is there already and still
    right is left alone. `documents` is their number, known when the end is reached.
    """

    def __init__(self, documents: Iterable[SearchDocument], fingerprints: Iterable[tuple[str, str]]) -> None:
        self._wanted = documents
        self._present = dict(fingerprints)
        self.documents = 0

    def __iter__(self) -> Iterator[Change]:
        for document in self._wanted:
            self.documents += 1
            if self._present.pop(document.id, "") != fingerprint(document):
                yield Change(document.id, document)
        yield from (Change(identifier) for identifier in self._present)
