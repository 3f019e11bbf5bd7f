"""What it costs that many ask for few places at the same time, beside rows that are only written."""

from __future__ import annotations

from collections.abc import Mapping

from tests.benchmarks.instance import Portal
from tests.benchmarks.measures import p50
from tests.benchmarks.report import Report

#: People and places, a tenth and all of it.
SIZES = ((20, 2), (200, 20))


def enrolling(portals: Mapping[str, Portal], report: Report) -> None:
    """Asks in each of the portals, which are named by their database."""
    report.say("Enrolling at the same time, 16 at once, beside a bare row for each: median by the clock for a person")
    for name, portal in portals.items():
        each = []
        for people, places in SIZES:
            found = portal.inside("enrolling_inside", str(people), str(places))
            enrolled, written = (p50(found[kind]) / people * 1000 for kind in ("enrolled", "written"))
            each.append(enrolled)
            report.say(
                f"  {name:10} {people:4} people, {places:2} places: {enrolled:6.1f} ms, bare {written:5.1f} ms, "
                f"times {enrolled / written:.1f}; {found['confirmed']} confirmed, {found['waiting']} waiting, "
                f"{found['errors']} errors"
            )
        report.say(f"  {name:10} ten times as many: times {each[1] / each[0]:.2f} for a person")
    report.say()
