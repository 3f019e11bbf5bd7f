"""What a run found: printed while it runs, and kept in a file."""

from __future__ import annotations

from tests.benchmarks.instance import ROOT

_RESULTS = ROOT / "var" / "bench.txt"


class Report:
    """Each line is in the file as soon as it is printed: what was measured is not lost when a long run ends early."""

    def __init__(self) -> None:
        _RESULTS.parent.mkdir(exist_ok=True)
        _RESULTS.write_text("", encoding="utf-8")

    def say(self, line: str = "") -> None:
        print(line, flush=True)  # noqa: T201
        with _RESULTS.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
