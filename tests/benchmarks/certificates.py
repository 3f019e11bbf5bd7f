"""What ten times as many certificates cost: issuing them, and making their files."""

from __future__ import annotations

from tests.benchmarks.instance import Portal
from tests.benchmarks.report import Report

SIZES = (50, 500)


def certificates(portal: Portal, report: Report) -> None:
    """Of one training for each size, issued to all of it as its trainer does."""
    report.say("Certificates of a training: processor time for each of them")
    found = [portal.inside("certificates_inside", str(size)) for size in SIZES]
    each = [
        {kind: one[kind] / size * 1000 for kind in ("issued", "made")} for one, size in zip(found, SIZES, strict=True)
    ]
    for size, one, times in zip(SIZES, found, each, strict=True):
        report.say(
            f"  {size:4}: {times['issued']:6.1f} ms and {one['queries'] / size:.1f} queries to issue it, "
            f"{times['made']:6.1f} ms to make the file; the ZIP of all has {one['bytes'] / 1e6:.1f} MB"
        )
    small, large = each
    report.say(
        f"  ten times as many: times {large['issued'] / small['issued']:.2f} and {large['made'] / small['made']:.2f}"
    )
    report.say()
