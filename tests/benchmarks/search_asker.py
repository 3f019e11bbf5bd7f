"""A process that asks one engine: `python -m tests.benchmarks.search_asker product|wagtail|plain`.

It reads questions from its input, one JSON object a line, and answers each with the milliseconds it took, those of its
own processor time, and the number of results, which is null when it was broken off. When it is ready for the first it
says so with an empty line.
"""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module

import django

django.setup()

from tests.benchmarks.search_questions import Asked, BrokenOff, Kind  # noqa: E402


def main(name: str) -> None:
    ask = import_module(f"tests.benchmarks.search_{name}").ask
    _say("")
    for line in sys.stdin:
        row = json.loads(line)
        asked = Asked(Kind(row["kind"]), row["text"], row["language"])
        began, processor = time.perf_counter(), time.process_time()
        try:
            total = ask(asked)
        except BrokenOff:
            total = None
        taken, worked = time.perf_counter() - began, time.process_time() - processor
        _say(json.dumps({"milliseconds": taken * 1000, "processor": worked * 1000, "total": total}))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
