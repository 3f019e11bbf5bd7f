"""What ten times as many enrolments do to the indicators of trainings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tests.benchmarks.instance import Portal
from tests.benchmarks.measures import p50
from tests.benchmarks.report import Report

SMALL, LARGE = 10_000, 100_000


def indicators(portals: Mapping[str, Portal], report: Report) -> None:
    """Adds enrolments in trainings of twenty to each of the portals, which are named by their database: they are of no
    use for other measurements afterwards.
    """
    report.say("Indicators of trainings, all tables and the spreadsheet: median by the clock")
    for name, portal in portals.items():
        present, medians, kinds = 0, [], []
        for size in (SMALL, LARGE):
            found = portal.inside("indicators_inside", str(size - present))
            present = size
            medians.append(p50(found["seconds"]))
            kinds.append(_by_kind(found["queries"]))
            report.say(f"  {name:10} {size:8,} enrolments {medians[-1]:7.2f} s, {len(found['queries'])} queries")
        report.say(f"  {name:10} times {medians[1] / medians[0]:.1f} for ten times as many; of these, the queries for")
        few, many = kinds
        for kind, (number, seconds) in many.items():
            report.say(
                f"    {kind:10} {number:3} queries, {few[kind][1]:6.2f} s and {seconds:6.2f} s: "
                f"times {seconds / few[kind][1]:.1f}"
            )
    report.say()


def _by_kind(queries: Sequence[tuple[str, float]]) -> dict[str, tuple[int, float]]:
    """For each kind of query, how many there are and the seconds of all together; those that take longest first."""
    found: dict[str, list[float]] = defaultdict(list)
    for kind, seconds in queries:
        found[kind].append(seconds)
    longest = sorted(found.items(), key=lambda one: -sum(one[1]))
    return {kind: (len(seconds), sum(seconds)) for kind, seconds in longest}
