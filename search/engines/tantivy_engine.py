"""The embedded engine: tantivy, in process, its index in a folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tantivy

from search.documents.document import SearchDocument
from search.documents.facets import FacetName
from search.engines.base import (
    EngineError,
    EngineQuery,
    EngineResult,
    EngineStatus,
    Hit,
    IndexMissing,
    Sort,
    Writer,
)
from search.engines.generations import Generations
from search.engines.tantivy_query import facet_counts, matching
from search.engines.tantivy_schema import SCHEMA_VERSION, build_schema, register_tokenizers, tantivy_document
from search.engines.writer_lock import writer_lock

#: Bytes that a writer collects before it writes a segment: the least tantivy takes, and enough for a rebuild.
_UPDATE_MEMORY = 15_000_000
_REBUILD_MEMORY = 60_000_000

#: Seconds to wait for another writer: an update goes to the outbox's next round, a rebuild has time.
_UPDATE_WAIT = 5.0
_REBUILD_WAIT = 120.0


@dataclass(frozen=True, slots=True)
class _Opened:
    folder: Path
    index: tantivy.Index


class TantivyEngine:
    """Reads from any number of processes and threads; writes one at a time (search.engines.writer_lock)."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        self._generations = Generations(folder, SCHEMA_VERSION)
        self._opened: _Opened | None = None

    def search(self, query: EngineQuery) -> EngineResult:
        with _engine_errors():
            opened = self._open()
            searcher = opened.index.searcher()
            schema = opened.index.schema
            everything = matching(schema, query)
            found = self._ranked(searcher, everything, query)
            return EngineResult(
                hits=tuple(
                    Hit(id=searcher.doc(address)["id"][0], score=float(score))
                    for score, address in (found.hits if query.limit else ())
                ),
                total=found.count,
                counts=self._counts(searcher, schema, everything, query),
            )

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        with writer_lock(self._generations.root, _UPDATE_WAIT):
            with _engine_errors():
                index = self._open().index
            with _committed(index, _UPDATE_MEMORY) as writer:
                yield writer

    def rebuild(self, documents: Iterable[SearchDocument]) -> int:
        with writer_lock(self._generations.root, _REBUILD_WAIT):
            with _engine_errors():
                folder = self._generations.new()
            try:
                with _engine_errors():
                    index = tantivy.Index(build_schema(), str(folder))
                    register_tokenizers(index)
                with _committed(index, _REBUILD_MEMORY) as writer:
                    number = writer.index(documents)
                with _engine_errors():
                    self._generations.use(folder)
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise
        return number

    def status(self) -> EngineStatus:
        try:
            with _engine_errors():
                opened = self._open()
                number = opened.index.searcher().num_docs
        except EngineError as error:
            return EngineStatus(self.name, ready=False, documents=0, detail=str(error))
        return EngineStatus(self.name, ready=True, documents=number, detail=str(opened.folder))

    def _open(self) -> _Opened:
        """The index in use, as it is now: what other processes committed or rebuilt is seen."""
        folder = self._generations.current()
        try:
            return self._open_folder(folder)
        except Exception:
            # A rebuild may have replaced and removed the folder since its name was read.
            newer = self._generations.current()
            if newer == folder:
                raise
            return self._open_folder(newer)

    def _open_folder(self, folder: Path | None) -> _Opened:
        if folder is None:
            raise IndexMissing(f"There is no index of version {SCHEMA_VERSION} in {self._generations.root}.")
        opened = self._opened
        if opened is None or opened.folder != folder:
            index = tantivy.Index.open(str(folder))
            register_tokenizers(index)
            opened = self._opened = _Opened(folder, index)
        opened.index.reload()
        return opened

    @staticmethod
    def _ranked(searcher: tantivy.Searcher, matched: tantivy.Query, query: EngineQuery) -> Any:
        limit = max(query.limit, 1)
        if query.sort == Sort.RELEVANCE and query.words:
            return searcher.search(matched, limit=limit, offset=query.offset)
        order = tantivy.Order.Asc if query.sort == Sort.OLDEST else tantivy.Order.Desc
        return searcher.search(matched, limit=limit, offset=query.offset, order_by_field="date", order=order)

    @staticmethod
    def _counts(
        searcher: tantivy.Searcher, schema: tantivy.Schema, everything: tantivy.Query, query: EngineQuery
    ) -> dict[FacetName, dict[str, int]]:
        """One pass for all facets without a filter, one more for each that has one."""
        filtered = [name for name in query.facets if query.filters.get(name)]
        open_ones = [name for name in query.facets if name not in filtered]
        passes = [(everything, open_ones)] if open_ones else []
        passes += [(matching(schema, query, without=name), [name]) for name in filtered]
        counts: dict[FacetName, dict[str, int]] = {}
        for matched, names in passes:
            answer = searcher.aggregate(matched, facet_counts(names))
            for name in names:
                counts[name] = {bucket["key"]: int(bucket["doc_count"]) for bucket in answer[name.value]["buckets"]}
        return counts


class _TantivyWriter:
    def __init__(self, writer: tantivy.IndexWriter) -> None:
        self._writer = writer

    def index(self, documents: Iterable[SearchDocument]) -> int:
        number = 0
        for document in documents:
            with _engine_errors():
                self._writer.delete_documents_by_term("id", document.id)
                self._writer.add_document(tantivy_document(document))
            number += 1
        return number

    def delete(self, ids: Iterable[str]) -> None:
        with _engine_errors():
            for identifier in ids:
                self._writer.delete_documents_by_term("id", identifier)


@contextmanager
def _committed(index: tantivy.Index, memory: int) -> Iterator[_TantivyWriter]:
    """Commits what is written inside, or nothing of it."""
    with _engine_errors():
        writer = index.writer(memory, 1)
    try:
        yield _TantivyWriter(writer)
        with _engine_errors():
            writer.commit()
    except BaseException:
        with _engine_errors():
            writer.rollback()
        raise
    finally:
        with _engine_errors():
            # Ends the writer's threads and frees its lock. It also lets merges finish, which keep segments few.
            writer.wait_merging_threads()


@contextmanager
def _engine_errors() -> Iterator[None]:
    """Whatever tantivy raises, callers see an EngineError. A panic of its Rust code is not even an Exception."""
    try:
        yield
    except EngineError:
        raise
    except Exception as error:
        raise EngineError(f"tantivy: {error}") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise EngineError(f"tantivy: {error}") from error
