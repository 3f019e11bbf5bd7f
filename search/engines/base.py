"""What every engine can do, and what it is asked and answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from search.documents.document import SearchDocument
from search.documents.facets import FacetName
from search.engines.looked_for import Node


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

    `looked_for` is what has to be found, None everything; nothing of `excluded` may be. `without` are ids of documents
    that are left out. `filters` hold for each facet: one of its values is enough. `audiences` are the audience keys of
    the reader: nothing else is found or counted. `facets` are the ones to be counted. `with_texts` asks for the texts
    of the hits, which passages are shown from. With fewer than `at_least` results, only how many they are has to be
    answered: whoever asks will ask something else.
    """

    audiences: frozenset[str]
    looked_for: Node | None = None
    excluded: tuple[Node, ...] = ()
    without: tuple[str, ...] = ()
    filters: Mapping[FacetName, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort = Sort.NEWEST
    offset: int = 0
    limit: int = 20
    facets: tuple[FacetName, ...] = ()
    with_texts: bool = False
    at_least: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """`texts` is the main text by content language, without title and summary; {} when it was not asked for."""

    id: str
    score: float
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EngineResult:
    """`counts` of a facet are taken with the filters of all OTHER facets, so they say what choosing would give."""

    hits: tuple[Hit, ...]
    total: int
    counts: Mapping[FacetName, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """`ready` is False when an index has to be built first; `detail` says where it is or what is wrong.

    `unfinished` is how many documents an interrupted rebuild has done.
    """

    engine: str
    ready: bool
    documents: int
    detail: str
    unfinished: int = 0


class Writer(Protocol):
    """Changes of one `writing()`; they become visible together, when it ends."""

    def index(self, documents: Iterable[SearchDocument]) -> int:
        """Puts documents in, each in place of the one with its id; returns how many."""

    def delete(self, ids: Iterable[str]) -> None:
        """Takes documents out; unknown ids are fine."""


class Engine(Protocol):
    """All methods raise EngineError when the engine fails, whatever the reason."""

    name: str

    def search(self, query: EngineQuery) -> EngineResult:
        """The answer. By relevance, hits of equal score come in the order of their ids, so that engines agree."""

    def vocabulary(self, beginnings: Iterable[str], audiences: frozenset[str]) -> Mapping[str, int]:
        """Words that begin with one of these, each with the number of documents it is in.

        They are the folded words of documents of these audiences, and of each, its tail (search.analysis.tails).
        """

    def writing(self) -> AbstractContextManager[Writer]:
        """The right to write, held by one at a time among all threads and processes.

        What is written depends on what the database says: read it inside, or an older state may overwrite a newer.
        An exception inside leaves the index as it was. Raises EngineBusy or IndexMissing.
        """

    def rebuild(self, documents: Iterable[SearchDocument]) -> int:
        """Fills a new index and puts it in place of the present one at once; returns the number of documents.

        Searches go on in the old one meanwhile. An exception leaves the old one in place; what was done is kept, and
        the next rebuild goes on with it.
        """

    def fingerprints(self) -> Mapping[str, str]:
        """Of every document in the index, by its id (search.documents.fingerprint)."""

    def status(self) -> EngineStatus: ...
