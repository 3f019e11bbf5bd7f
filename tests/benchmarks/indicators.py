"""What ten times as many enrolments do to the indicators of trainings."""

from __future__ import annotations

import shutil
from dataclasses import replace

from tests.benchmarks.instance import Portal
from tests.benchmarks.measures import p50
from tests.benchmarks.report import Report

SMALL, LARGE = 10_000, 100_000


def indicators(portal: Portal, report: Report) -> None:
    """Two portals of their own, each with so many enrolments in trainings of twenty."""
    first = replace(portal, folder=portal.folder.with_name("indicators"))
    first.prepare()
    medians = []
    report.say("Indicators of trainings: median time of all numbers and tables, asked of the database")
    for size in (SMALL, LARGE):
        own = replace(portal, folder=portal.folder.with_name(f"indicators-{size}"))
        shutil.copytree(first.folder, own.folder)
        found = own.inside("indicators_inside", str(size))
        medians.append(p50(found["seconds"]))
        report.say(f"  {size:8,} enrolments {medians[-1]:7.2f} s, {found['queries']} queries")
    report.say(f"  times {medians[1] / medians[0]:.1f} for ten times as many")
    report.say()
