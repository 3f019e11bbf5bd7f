"""Not asking a server again and again that does not answer."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from search.engines.base import EngineError


class CircuitBreaker:
    """After `failures` failures in a row nothing is asked for `pause` seconds; then one may try.

    One object serves all threads of a process. Each process finds out for itself.
    """

    def __init__(self, failures: int, pause: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._allowed = failures
        self._pause = pause
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._closed_until = 0.0

    def enter(self) -> None:
        """To be called before asking; raises EngineError at once when there is no use."""
        with self._lock:
            if self._failures < self._allowed:
                return
            now = self._clock()
            if now < self._closed_until:
                raise EngineError("The search server did not answer lately, and is not asked for some seconds.")
            # Whoever comes now tries; the others go on waiting until it is known what came of it.
            self._closed_until = now + self._pause

    def succeeded(self) -> None:
        """The server answered, whatever it said."""
        with self._lock:
            self._failures = 0

    def failed(self) -> None:
        """The server did not answer."""
        with self._lock:
            self._failures += 1
            self._closed_until = self._clock() + self._pause
