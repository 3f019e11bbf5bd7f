"""The Elasticsearch engine as the settings describe it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import lru_cache, partial
from pathlib import Path

from django.conf import settings
from django.db import connection

from search.engines.base import EngineError
from search.engines.database_lock import database_lock
from search.engines.elasticsearch_connection import Address, Connection
from search.engines.elasticsearch_engine import ElasticsearchEngine
from search.engines.writer_lock import writer_lock


def elasticsearch_engine(prefix: str, seconds: float | None = None) -> ElasticsearchEngine:
    """The engine with the indexes of this prefix. Raises EngineError when the settings name no cluster.

    `seconds` is how long an answer is waited for, ELASTICSEARCH_SECONDS unless it is given.
    """
    if not settings.ELASTICSEARCH_URL:
        raise EngineError("ELASTICSEARCH_URL names no cluster.")
    address = Address(
        tuple(settings.ELASTICSEARCH_URL), settings.ELASTICSEARCH_API_KEY, settings.ELASTICSEARCH_CA_CERTS
    )
    return ElasticsearchEngine(
        _connection(address, settings.ELASTICSEARCH_SECONDS if seconds is None else seconds),
        prefix,
        settings.ELASTICSEARCH_REPLICAS,
        partial(_lock, prefix),
    )


def _lock(prefix: str, wait: float) -> AbstractContextManager[None]:
    """Where the database is: several machines share a PostgreSQL; SQLite is on one, and so are its processes."""
    if connection.vendor == "postgresql":
        return database_lock(prefix, wait)
    return writer_lock(Path(settings.SEARCH_INDEX_DIR) / prefix, wait)


@lru_cache(maxsize=4)
def _connection(address: Address, seconds: float) -> Connection:
    """One for all threads of a process: it keeps connections open, and knows which nodes answer."""
    return Connection(address, seconds)
