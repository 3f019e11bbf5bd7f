"""One writer at a time, among threads and processes of one machine."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from search.engines.base import EngineBusy, EngineError

_LOCK_FILE = "writer.lock"
_PAUSE = 0.02


@contextmanager
def writer_lock(folder: Path, wait: float) -> Iterator[None]:
    """Holds the folder's lock; raises EngineBusy when it is not free within `wait` seconds.

    The lock is the kernel's: it goes with the process, so that a killed writer blocks nobody.
    """
    with _lock_file(folder) as file:
        deadline = time.monotonic() + wait
        while not _locked(file):
            if time.monotonic() >= deadline:
                raise EngineBusy(f"Another process is writing to the index in {folder}.")
            time.sleep(_PAUSE)
        yield


def _lock_file(folder: Path) -> IO[str]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return (folder / _LOCK_FILE).open("a")
    except OSError as error:
        raise EngineError(f"The index folder cannot be written to: {error}") from error


def _locked(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
