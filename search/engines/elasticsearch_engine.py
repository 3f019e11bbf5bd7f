"""The engine for many readers: an Elasticsearch cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from typing import Any

from elasticsearch import Elasticsearch

from search.analysis.tails import entered_word
from search.documents.document import SearchDocument
from search.engines.base import (
    EngineError,
    EngineQuery,
    EngineResult,
    EngineStatus,
    Hit,
    Writer,
)
from search.engines.changes import Change, Changes
from search.engines.elasticsearch_connection import Connection
from search.engines.elasticsearch_generations import ElasticsearchGenerations
from search.engines.elasticsearch_query import copy_preference, counts, search_request, vocabulary_request
from search.engines.elasticsearch_writing import send

#: Holds the right to write, and waits for it so many seconds at most.
Lock = Callable[[float], AbstractContextManager[None]]

#: Seconds to wait for another writer: an update goes to the outbox's next round, a rebuild has time.
_UPDATE_WAIT = 5.0
_REBUILD_WAIT = 120.0

#: Seconds that an update and a rebuild put up with a cluster in trouble, such as one that has just lost a node.
_UPDATE_PATIENCE = 5.0
_REBUILD_PATIENCE = 60.0

#: Fingerprints read at a time.
_PAGE = 5_000


class ElasticsearchEngine:
    """`lock` lets one write at a time among all processes that write to this index."""

    name = "elasticsearch"

    def __init__(self, connection: Connection, prefix: str, replicas: int, lock: Lock) -> None:
        self._connection = connection
        self._generations = ElasticsearchGenerations(prefix, replicas)
        self._lock = lock

    def search(self, query: EngineQuery) -> EngineResult:
        answer = self._connection.ask(
            lambda client: (
                client.search(
                    index=self._generations.alias,
                    body=search_request(query),
                    preference=copy_preference(query),
                    allow_partial_search_results=False,
                ).body
            )
        )
        hits = tuple(
            Hit(hit["_id"], float(hit["_score"] or 0.0), hit.get("_source", {}).get("texts", {}))
            for hit in answer["hits"]["hits"]
        )
        return EngineResult(hits, answer["hits"]["total"]["value"], counts(answer, query.facets))

    def vocabulary(self, beginnings: Iterable[str], audiences: frozenset[str]) -> Mapping[str, int]:
        request = vocabulary_request(beginnings, audiences)
        if request is None:
            return {}
        answer = self._connection.ask(
            lambda client: (
                client.search(index=self._generations.alias, body=request, allow_partial_search_results=False).body
            )
        )
        buckets = answer["aggregations"]["vocabulary"]["buckets"]
        return {entered_word(bucket["key"]): bucket["doc_count"] for bucket in buckets}

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        with self._lock(_UPDATE_WAIT):
            # Asked for with little patience: it shows at once that there is no index, or no cluster.
            self._connection.ask(lambda client: client.indices.get_alias(name=self._generations.alias))
            writer = _ElasticsearchWriter()
            yield writer
            if writer.changes:
                send(
                    self._connection,
                    self._generations.alias,
                    writer.changes.values(),
                    patience=_UPDATE_PATIENCE,
                    is_alias=True,
                )
                self._refresh(self._generations.alias, _UPDATE_PATIENCE)

    def rebuild(self, documents: Iterable[SearchDocument]) -> int:
        with self._lock(_REBUILD_WAIT):
            name = self._to_be_filled()
            changes = Changes(documents, self._fingerprints(name))
            send(self._connection, name, changes, patience=_REBUILD_PATIENCE)
            self._refresh(name, _REBUILD_PATIENCE)
            self._work(lambda client: self._generations.wait_for_copies(client, name))
            self._work(lambda client: self._generations.use(client, name))
        return changes.documents

    def remove(self) -> None:
        """Removes all indexes of this prefix."""
        self._connection.work(self._generations.remove_all, _UPDATE_PATIENCE)

    def fingerprints(self) -> Mapping[str, str]:
        return dict(self._fingerprints(self._generations.alias))

    def status(self) -> EngineStatus:
        try:
            unfinished = sum(map(self._count, self._connection.ask(self._generations.unfinished)[:1]))
        except EngineError as error:
            return EngineStatus(self.name, ready=False, documents=0, detail=str(error))
        try:
            number = self._connection.ask(lambda client: client.count(index=self._generations.alias)["count"])
        except EngineError as error:
            return EngineStatus(self.name, ready=False, documents=0, detail=str(error), unfinished=unfinished)
        return EngineStatus(
            self.name, ready=True, documents=number, detail=self._generations.alias, unfinished=unfinished
        )

    def _to_be_filled(self) -> str:
        """The index of a rebuild that was interrupted, or a new one. Nobody else fills one now: the lock is held."""
        unfinished = self._work(self._generations.unfinished)
        if not unfinished:
            name = self._work(self._generations.create)
            self._work(lambda client: self._generations.wait_for_copies(client, name))
            return name
        self._work(lambda client: self._generations.remove(client, unfinished[1:]))
        self._refresh(unfinished[0], _REBUILD_PATIENCE)
        return unfinished[0]

    def _fingerprints(self, index: str) -> Iterator[tuple[str, str]]:
        request: dict[str, Any] = {
            "size": _PAGE,
            "sort": [{"id": "asc"}],
            "docvalue_fields": ["fingerprint"],
            "_source": False,
            "track_total_hits": False,
        }
        while True:
            hits = self._work(partial(_hits, index=index, request=request))
            yield from ((hit["_id"], hit["fields"]["fingerprint"][0]) for hit in hits)
            if len(hits) < _PAGE:
                return
            request = {**request, "search_after": hits[-1]["sort"]}

    def _count(self, index: str) -> int:
        self._refresh(index, _UPDATE_PATIENCE)
        return int(self._connection.ask(lambda client: client.count(index=index)["count"]))

    def _refresh(self, index: str, patience: float) -> None:
        self._connection.work(lambda client: client.indices.refresh(index=index), patience)

    def _work(self, call: Callable[[Elasticsearch], Any]) -> Any:
        return self._connection.work(call, _REBUILD_PATIENCE)


def _hits(client: Elasticsearch, index: str, request: dict[str, Any]) -> list[dict[str, Any]]:
    return list(client.search(index=index, body=request)["hits"]["hits"])


class _ElasticsearchWriter:
    """Collects the changes; they are sent when everything that belongs together is known."""

    def __init__(self) -> None:
        self.changes: dict[str, Change] = {}

    def index(self, documents: Iterable[SearchDocument]) -> int:
        number = 0
        for document in documents:
            self.changes[document.id] = Change(document.id, document)
            number += 1
        return number

    def delete(self, ids: Iterable[str]) -> None:
        self.changes.update((identifier, Change(identifier)) for identifier in ids)
