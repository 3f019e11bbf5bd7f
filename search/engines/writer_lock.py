"""One writer at a time, among threads and processes of one machine."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from search.engines.base import EngineBusy

_LOCK_FILE = "writer.lock"
_PAUSE = 0.02


@contextmanager
def writer_lock(folder: Path, wait: float) -> Iterator[None]:
    """Holds the folder's lock; raises EngineBusy when it is not free within `wait` seconds.

    The lock is the kernel's: it goes with the process, so that a killed writer blocks nobody.
    """
    folder.mkdir(parents=True, exist_ok=True)
    deadline = time.monotonic() + wait
    with (folder / _LOCK_FILE).open("a") as file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    raise EngineBusy(f"Another process is writing to the index in {folder}.") from None
                time.sleep(_PAUSE)
        yield
