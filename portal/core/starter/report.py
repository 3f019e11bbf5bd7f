"""What loading the starter content did."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


class Outcome(StrEnum):
    """What became of one record of a starter file."""

    MADE = "made"
    CHANGED = "changed"
    LEFT = "left alone"
    """Already as the starter has it."""
    KEPT = "kept"
    """Somebody edited it since; their work stays."""
    BROKEN = "broken"
    """The row cannot be read; the rest of the file loads."""


@dataclass(slots=True)
class Report:
    """Counts by kind of record, and the broken rows by name."""

    counts: dict[str, Counter[Outcome]] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    def add(self, kind: str, key: str, outcome: Outcome, reason: str = "") -> None:
        self.counts.setdefault(kind, Counter())[outcome] += 1
        if outcome is Outcome.BROKEN:
            self.broken.append(f"{kind} {key}: {reason}")

    def lines(self) -> list[str]:
        """The report as people read it: a line a kind, then the broken rows."""
        lines = []
        for kind, counter in self.counts.items():
            parts = [f"{counter[outcome]} {outcome}" for outcome in Outcome if counter[outcome]]
            lines.append(f"{kind}: {', '.join(parts)}")
        return lines + [f"BROKEN {row}" for row in self.broken]
