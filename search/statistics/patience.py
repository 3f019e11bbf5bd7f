"""Writing beside others without waiting for them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

#: What a reader may wait for a lock, in milliseconds.
_PATIENCE = 100


@contextmanager
def hardly_waiting() -> Iterator[None]:
    """Whatever has to wait longer than a moment for a lock in here fails with OperationalError.

    SQLite has one writer at a time, which may be the import of a spreadsheet; in PostgreSQL somebody may hold the row.
    """
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        database = connection.connection
        (before,) = database.execute("PRAGMA busy_timeout").fetchone()
        database.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
        try:
            yield
        finally:
            database.execute(f"PRAGMA busy_timeout = {before}")
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = {_PATIENCE}")
        yield
