"""Asking a server: many at once, or one request after another."""

from __future__ import annotations

import http.client
import threading
import time
from urllib.parse import urlsplit

ASKERS = 4


class Reader:
    """Asks one request after another and keeps the connection, as a browser does."""

    def __init__(self, address: str, cookie: str = "") -> None:
        """`cookie` is that of a session; without it a visitor asks."""
        self._headers = {"Cookie": cookie} if cookie else {}
        self._connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=120)

    def get(self, path: str, encoding: str = "identity") -> bytes:
        """The body as it comes over the wire. Raises RuntimeError when the answer is not 200."""
        self._connection.request("GET", path, headers={"Accept-Encoding": encoding, **self._headers})
        answer = self._connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
        return body

    def milliseconds(self, path: str) -> float:
        """How long one answer takes."""
        began = time.perf_counter()
        self.get(path)
        return (time.perf_counter() - began) * 1000


def requests_per_second(address: str, path: str, seconds: float) -> float:
    """How many answers a second come for one path to several askers. Raises RuntimeError when one is not 200."""
    counts = [0] * ASKERS
    failures: list[Exception] = []
    end = time.perf_counter() + seconds

    def ask(number: int) -> None:
        reader = Reader(address)
        while time.perf_counter() < end and not failures:
            try:
                reader.get(path)
            except (RuntimeError, OSError, http.client.HTTPException) as error:
                failures.append(error)
            counts[number] += 1

    askers = [threading.Thread(target=ask, args=(number,)) for number in range(ASKERS)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    if failures:
        raise RuntimeError(path) from failures[0]
    return sum(counts) / seconds
