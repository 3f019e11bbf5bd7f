"""Asking a server many times, by several askers that keep their connections."""

from __future__ import annotations

import http.client
import statistics
import threading
import time
from urllib.parse import urlsplit

ASKERS = 4


def requests_per_second(address: str, path: str, seconds: float) -> float:
    """How many answers a second come for one path. Raises RuntimeError when one of them is not 200."""
    host = urlsplit(address).netloc
    counts = [0] * ASKERS
    failures: list[str] = []
    end = time.perf_counter() + seconds

    def ask(number: int) -> None:
        connection = http.client.HTTPConnection(host, timeout=30)
        while time.perf_counter() < end and not failures:
            connection.request("GET", path, headers={"Accept-Encoding": "identity"})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                failures.append(f"{path}: {answer.status}")
            counts[number] += 1
        connection.close()

    askers = [threading.Thread(target=ask, args=(number,)) for number in range(ASKERS)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    if failures:
        raise RuntimeError(failures[0])
    return sum(counts) / seconds


def median_milliseconds(address: str, path: str, times: int) -> float:
    """The median time of one answer, one after another."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        connection.request("GET", path, headers={"Accept-Encoding": "identity"})
        answer = connection.getresponse()
        answer.read()
        taken.append((time.perf_counter() - began) * 1000)
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
    connection.close()
    return statistics.median(taken)


def compressed_bytes(address: str, path: str, encoding: str) -> int:
    """How many bytes of a body go over the wire."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    connection.request("GET", path, headers={"Accept-Encoding": encoding})
    body = connection.getresponse().read()
    connection.close()
    return len(body)
