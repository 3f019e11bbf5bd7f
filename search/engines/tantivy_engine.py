"""The embedded engine: tantivy, in process, its index in a folder."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

import tantivy

from search.analysis.tails import entered_word
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
from search.engines.changes import Change, Changes
from search.engines.generations import Generations
from search.engines.schema_version import SCHEMA_VERSION
from search.engines.tantivy_query import facet_counts, matching, seen_by
from search.engines.tantivy_schema import build_schema, register_tokenizers, tantivy_document
from search.engines.writer_lock import writer_lock

#: Bytes that a writer collects before it writes a segment: the least tantivy takes, and enough for a rebuild.
_UPDATE_MEMORY = 15_000_000
_REBUILD_MEMORY = 60_000_000

#: Changes of a rebuild that are committed together: what an interrupted one may have to do again.
_REBUILD_PORTION = 5_000

#: Seconds to wait for another writer: an update goes to the outbox's next round, a rebuild has time.
_UPDATE_WAIT = 5.0
_REBUILD_WAIT = 120.0

#: Hits read beyond the page that is asked for, so that those of equal score come in one order whichever page it is: so
#: many at first, and at most, when a great many score the same.
_TIES, _MOST_TIES = 20, 5_000


#: The file of an index that each commit replaces.
_COMMITTED = "meta.json"


@dataclass(slots=True)
class _Opened:
    """`committed` is what the file said when the index was last read."""

    folder: Path
    index: tantivy.Index
    committed: bytes = b""

    def read_anew(self) -> None:
        """Takes up what was committed since. Without that it keeps what it has in memory: searches are faster by it."""
        # Read before the index is: what is committed in between is noticed next time.
        committed = (self.folder / _COMMITTED).read_bytes()
        if committed != self.committed:
            self.index.reload()
            self.committed = committed


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
            hits, total = self._ranked(searcher, everything, query)
            if total < query.at_least:
                return EngineResult((), total, {})
            return EngineResult(hits, total, self._counts(searcher, schema, everything, query))

    def vocabulary(self, beginnings: Iterable[str], audiences: frozenset[str]) -> Mapping[str, int]:
        with _engine_errors():
            opened = self._open()
            searcher = opened.index.searcher()
            seen = seen_by(opened.index.schema, audiences)
            found: dict[str, int] = {}
            for beginning in beginnings:
                entries = searcher.terms_with_prefix("vocabulary", beginning, seen)
                found.update((entered_word(entry), number) for entry, number in entries if number)
            return found

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
                folder, index = self._to_be_filled()
                changes = Changes(documents, _fingerprints(index.searcher()))
            remaining = iter(changes)
            while portion := list(islice(remaining, _REBUILD_PORTION)):
                with _committed(index, _REBUILD_MEMORY) as writer:
                    writer.make(portion)
            with _engine_errors():
                self._generations.use(folder)
        return changes.documents

    def fingerprints(self) -> Mapping[str, str]:
        with _engine_errors():
            return dict(_fingerprints(self._open().index.searcher()))

    def status(self) -> EngineStatus:
        unfinished = self._unfinished()
        try:
            with _engine_errors():
                opened = self._open()
                number = opened.index.searcher().num_docs
        except EngineError as error:
            return EngineStatus(self.name, ready=False, documents=0, detail=str(error), unfinished=unfinished)
        return EngineStatus(self.name, ready=True, documents=number, detail=str(opened.folder), unfinished=unfinished)

    def _unfinished(self) -> int:
        folder = self._generations.unfinished()
        try:
            with _engine_errors():
                return tantivy.Index.open(str(folder)).searcher().num_docs if folder else 0
        except EngineError:
            return 0

    def _to_be_filled(self) -> tuple[Path, tantivy.Index]:
        """The folder and index of a rebuild that was interrupted, if it can still be read, or new ones."""
        folder = self._generations.unfinished()
        if folder is not None:
            try:
                with _engine_errors():
                    return folder, _index_in(folder)
            except EngineError:
                shutil.rmtree(folder, ignore_errors=True)
        folder = self._generations.new()
        return folder, _index_in(folder)

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
        opened.read_anew()
        return opened

    @classmethod
    def _ranked(
        cls, searcher: tantivy.Searcher, matched: tantivy.Query, query: EngineQuery
    ) -> tuple[tuple[Hit, ...], int]:
        if query.sort != Sort.RELEVANCE or query.looked_for is None:
            order = tantivy.Order.Asc if query.sort == Sort.OLDEST else tantivy.Order.Desc
            found: Any = searcher.search(
                matched, limit=max(query.limit, 1), offset=query.offset, order_by_field="date", order=order
            )
            # What orders by date has no score.
            return cls._hits(searcher, [(0.0, address) for _, address in found.hits[: query.limit]], query), found.count
        found = cls._best(searcher, matched, query.offset + query.limit if query.limit else 0)
        window = cls._in_order(searcher, found.hits if query.limit else [], query.offset, query.limit)
        return cls._hits(searcher, window, query), found.count

    @staticmethod
    def _in_order(
        searcher: tantivy.Searcher, found: Sequence[tuple[float, tantivy.DocAddress]], offset: int, limit: int
    ) -> Sequence[tuple[float, tantivy.DocAddress]]:
        """So many of the hits, which come best first: those of equal score by their ids, which only these need."""
        ordered: list[tuple[float, tantivy.DocAddress]] = []
        for _score, equal in groupby(found, key=itemgetter(0)):
            same = list(equal)
            if len(same) > 1 and len(ordered) + len(same) > offset:
                same.sort(key=lambda hit: searcher.doc(hit[1])["id"][0])
            ordered += same
            if len(ordered) >= offset + limit:
                break
        return ordered[offset : offset + limit]

    @staticmethod
    def _best(searcher: tantivy.Searcher, matched: tantivy.Query, wanted: int) -> Any:
        """So many best hits, with all that score the same as the last of them."""
        ties = _TIES
        while True:
            found = searcher.search(matched, limit=wanted + ties if wanted else 1)
            scores = [score for score, _address in found.hits]
            if not wanted or len(scores) < wanted + ties or scores[-1] < scores[wanted - 1] or ties >= _MOST_TIES:
                return found
            ties = min(ties * 8, _MOST_TIES)

    @staticmethod
    def _hits(
        searcher: tantivy.Searcher, ranked: Iterable[tuple[float, tantivy.DocAddress]], query: EngineQuery
    ) -> tuple[Hit, ...]:
        hits = []
        for score, address in ranked:
            stored = searcher.doc(address)
            texts = json.loads(stored["texts"][0]) if query.with_texts else {}
            hits.append(Hit(stored["id"][0], float(score), texts))
        return tuple(hits)

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


def _index_in(folder: Path) -> tantivy.Index:
    """The index in this folder, made when there is none."""
    index = tantivy.Index(build_schema(), str(folder))
    register_tokenizers(index)
    return index


def _fingerprints(searcher: tantivy.Searcher) -> Iterator[tuple[str, str]]:
    everything = searcher.search(tantivy.Query.all_query(), limit=max(searcher.num_docs, 1))
    for _, address in everything.hits:
        stored = searcher.doc(address)
        yield stored["id"][0], stored["fingerprint"][0]


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

    def make(self, changes: Iterable[Change]) -> None:
        for change in changes:
            if change.document is None:
                self.delete([change.id])
            else:
                self.index([change.document])


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
