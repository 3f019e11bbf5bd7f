"""One at a time, among all processes that share a PostgreSQL database."""

from __future__ import annotations

import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from search.engines.base import EngineBusy

_PAUSE = 0.05

#: PostgreSQL gives the same lock to the same connection twice; to a thread it must be given once.
_in_this_process = threading.Lock()


@contextmanager
def database_lock(name: str, wait: float) -> Iterator[None]:
    """Holds the lock of this name; raises EngineBusy when it is not free within `wait` seconds.

    What is written to the index comes from the database, so the lock is there too. It ends with its transaction, and
    so with its process or its connection: who is killed blocks nobody. Each statement inside sees what others committed
    meanwhile.
    """
    deadline = time.monotonic() + wait
    if not _in_this_process.acquire(timeout=wait):
        raise EngineBusy("Another thread is writing to the search index.")
    try:
        with transaction.atomic():
            while not _locked(name):
                if time.monotonic() >= deadline:
                    raise EngineBusy("Another process is writing to the search index.")
                time.sleep(_PAUSE)
            yield
    finally:
        _in_this_process.release()


def wait_for_turn(name: str) -> None:
    """Holds the lock of this name until the present transaction ends, after whoever has it.

    Only for what is soon done: there is no end of the waiting. With SQLite a transaction has the database to itself
    from its beginning (`transaction_mode` in the settings).
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_number("search"), _number(name)])


def _locked(name: str) -> bool:
    with connection.cursor() as cursor:
        # Two numbers: "search" in the one keeps the other apart from locks of other kinds.
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [_number("search"), _number(name)])
        return bool(cursor.fetchone()[0])


def _number(text: str) -> int:
    """A number of 32 bits, with sign."""
    return zlib.crc32(text.encode()) - 2**31
