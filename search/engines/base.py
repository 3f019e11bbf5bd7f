"""What every engine can do, and what it is asked and answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from search.documents.document import SearchDocument
from search.documents.facets import FacetName


class EngineError(Exception):
    """The engine cannot answer or take a change now; callers degrade or try again later."""


class IndexMissing(EngineError):
    """There is no index of this version of the schema: it has to be built."""


class EngineBusy(EngineError):
    """Somebody else is writing, and did not finish in time."""


class Sort(StrEnum):
    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class EngineQuery:
    """One question.

    `words` are folded (search.analysis); at least `required` of them must be found, all of them none the worse;
    without words everything is found. `group_weights` weigh the language groups (1 when not named). `filters` hold
    for each facet: one of its values is enough. `audiences` are the audience keys of the reader: nothing else is
    found or counted. `facets` are the ones to be counted.
    """

    audiences: frozenset[str]
    words: tuple[str, ...] = ()
    required: int = 0
    group_weights: Mapping[str, float] = field(default_factory=dict)
    filters: Mapping[FacetName, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort = Sort.NEWEST
    offset: int = 0
    limit: int = 20
    facets: tuple[FacetName, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    id: str
    score: float


@dataclass(frozen=True, slots=True)
class EngineResult:
    """`counts` of a facet are taken with the filters of all OTHER facets, so they say what choosing would give."""

    hits: tuple[Hit, ...]
    total: int
    counts: Mapping[FacetName, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """`ready` is False when an index has to be built first; `detail` says where it is or what is wrong."""

    engine: str
    ready: bool
    documents: int
    detail: str


class Writer(Protocol):
    """Changes of one `writing()`; they become visible together, when it ends."""

    def index(self, documents: Iterable[SearchDocument]) -> int:
        """Puts documents in, each in place of the one with its id; returns how many."""

    def delete(self, ids: Iterable[str]) -> None:
        """Takes documents out; unknown ids are fine."""


class Engine(Protocol):
    """All methods raise EngineError when the engine fails, whatever the reason."""

    name: str

    def search(self, query: EngineQuery) -> EngineResult: ...

    def writing(self) -> AbstractContextManager[Writer]:
        """The right to write, held by one at a time among all threads and processes.

        What is written depends on what the database says: read it inside, or an older state may overwrite a newer.
        An exception inside leaves the index as it was. Raises EngineBusy or IndexMissing.
        """

    def rebuild(self, documents: Iterable[SearchDocument]) -> int:
        """Fills a new index and puts it in place of the present one at once; returns the number of documents.

        Searches go on in the old one meanwhile. An exception leaves the old one in place.
        """

    def status(self) -> EngineStatus: ...
