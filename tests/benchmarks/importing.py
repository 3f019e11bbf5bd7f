"""What longer lists of people and more members do to the preview of a list."""

from __future__ import annotations

from tests.benchmarks.instance import Portal
from tests.benchmarks.report import Report

#: Rows of the list and members of the portal, a tenth and all of it.
SIZES = ((500, 1_000), (5_000, 10_000))


def importing(portal: Portal, report: Report) -> None:
    """Adds members to the portal, and has the fates of a list decided."""
    report.say("Fates of a list: processor time, with every name compared with those of all members")
    seconds = []
    for rows, members in SIZES:
        found = portal.inside("importing_inside", str(rows), str(members))
        seconds.append(found["seconds"])
        report.say(
            f"  {rows:6,} rows, {members:6,} members: {found['seconds']:6.2f} s, {found['queries']} queries, "
            f"{found['likely']} likely the same person, {found['new']} new"
        )
    small, large = seconds
    report.say(f"  ten times as many of both: times {large / small:.1f}")
    report.say()
