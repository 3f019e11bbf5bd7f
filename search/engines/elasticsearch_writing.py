"""Sending changes to a cluster, many at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from elasticsearch import Elasticsearch

from search.engines.base import EngineError
from search.engines.changes import Change
from search.engines.elasticsearch_connection import Connection, PassingTrouble
from search.engines.elasticsearch_document import elasticsearch_fields

#: Changes, and bytes, sent with one request.
_CHANGES = 200
_BYTES = 4_000_000

#: A change that failed this way may succeed later: too busy, or the shard has no first copy just now.
_PASSING = frozenset({429, 503})

#: What is to be taken out is not there.
_NOT_THERE = 404


def send(
    connection: Connection, index: str, changes: Iterable[Change], *, patience: float, is_alias: bool = False
) -> None:
    """Makes the changes; they show with the next refresh of the index.

    A request that fails is repeated as a whole for `patience` seconds: to make the same change twice does no harm.
    `is_alias` says that `index` has to be an alias: Elasticsearch would make an index of that name otherwise.
    """
    for portion in _portions(changes):

        def send_portion(client: Elasticsearch, portion: list[Any] = portion) -> None:
            _check(client.bulk(index=index, operations=portion, require_alias=is_alias).body["items"])

        connection.work(send_portion, patience)


def _portions(changes: Iterable[Change]) -> Iterator[list[bytes]]:
    portion: list[bytes] = []
    number = size = 0
    for change in changes:
        lines = list(_lines(change))
        if portion and (number == _CHANGES or size + sum(map(len, lines)) > _BYTES):
            yield portion
            portion, number, size = [], 0, 0
        portion += lines
        number += 1
        size += sum(map(len, lines))
    if portion:
        yield portion


def _lines(change: Change) -> Iterator[bytes]:
    if change.document is None:
        yield _line({"delete": {"_id": change.id}})
    else:
        yield _line({"index": {"_id": change.id}})
        yield _line(elasticsearch_fields(change.document))


def _line(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _check(items: Iterable[dict[str, dict[str, object]]]) -> None:
    """Raises EngineError when a change was not made."""
    for item in items:
        for action, result in item.items():
            status = result["status"]
            if "error" in result and not (action == "delete" and status == _NOT_THERE):
                kind = PassingTrouble if status in _PASSING else EngineError
                raise kind(f"Elasticsearch: {result['_id']}: {result['error']}")
