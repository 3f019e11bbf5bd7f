"""What longer lists of people and more members do to the preview of a list, and to carrying it out."""

from __future__ import annotations

from collections.abc import Mapping

from tests.benchmarks.instance import Portal
from tests.benchmarks.report import Report

#: Rows of the list and members of the portal, a tenth and all of it.
SIZES = ((500, 1_000), (5_000, 10_000))


def importing(portals: Mapping[str, Portal], report: Report) -> None:
    """Adds members to each of the portals, which are named by their database; decides the fates of a list, and carries
    it out.
    """
    for name, portal in portals.items():
        report.say(f"A list of people, {name}: fates, with every name compared with those of all members; carrying out")
        found = [portal.inside("importing_inside", str(rows), str(members)) for rows, members in SIZES]
        for (rows, members), one in zip(SIZES, found, strict=True):
            report.say(
                f"  {rows:6,} rows, {members:6,} members: {one['seconds']:6.2f} s of processor time, "
                f"{one['queries']} queries, {one['likely']} likely the same person, {one['new']} new"
            )
            report.say(
                f"  {one['rows']:6,} of them carried out: {one['row']:5.1f} ms of processor time for a row, "
                f"{one['row_queries']:.1f} queries; the last tenth takes {one['last'] / one['first']:.2f} times as "
                "long as the first"
            )
        small, large = found
        report.say(
            f"  ten times as many of both: fates times {large['seconds'] / small['seconds']:.1f}, "
            f"a row times {large['row'] / small['row']:.2f}"
        )
        report.say()
