"""What more and more resources do to the pages that are looked at most."""

from __future__ import annotations

import shutil
import time
from dataclasses import replace

from tests.benchmarks.instance import Portal
from tests.benchmarks.load import Reader
from tests.benchmarks.measures import p50
from tests.benchmarks.pages import PAGES
from tests.benchmarks.report import Report

SMALL, MIDDLE, TENTH, LARGE = 100, 1_000, 2_000, 20_000

#: Answers of each page, from the small and from the large portal in turn.
_TIMES = 60
_WARMING = 10


def growth(portal: Portal, report: Report) -> None:
    """Fills the portal. Two portals are compared that run side by side: one with few practices and one with many."""
    counts = {0: portal.inside("inside", "queries", *PAGES.values())}
    small = replace(portal, folder=portal.folder.with_name(f"{portal.folder.name}-small"))
    present = 0
    for size in (SMALL, MIDDLE, TENTH, LARGE):
        began = time.perf_counter()
        added = portal.inside("inside", "add", str(size - present))
        seconds = time.perf_counter() - began
        present = size
        counts[size] = portal.inside("inside", "queries", *PAGES.values())
        if size == SMALL:
            shutil.copytree(portal.folder, small.folder)
        elif size == TENTH:
            publishing = portal.inside("inside", "publish")["milliseconds"]
    report.say(
        f"The last {LARGE - TENTH:,} practices: {added['made']:.0f} s of processor time to make them, "
        f"{added['indexed']:.0f} s to index all; together {seconds:.0f} s by the clock"
    )
    report.say()
    report.say("Queries of a page: with the starter content, and with so many practices more")
    report.say(f"  {'':20}  starter" + "".join(f" {size:>8,}" for size in counts if size))
    for name, path in PAGES.items():
        report.say(f"  {name:20} " + " ".join(f"{counts[size][path]:8}" for size in counts))
    report.say()
    with_all = portal.inside("inside", "publish")["milliseconds"]
    report.say(
        f"Publishing a page, processor time: {publishing:.0f} ms with {TENTH:,}, {with_all:.0f} ms with {LARGE:,}: "
        f"times {with_all / publishing:.2f}"
    )
    report.say()
    with small.server() as few, portal.server() as many:
        _compare(few.address, many.address, report)


def _compare(few: str, many: str, report: Report) -> None:
    report.say("Median time of one answer, asked in turn, and how it grew")
    readers = (Reader(few), Reader(many))
    for name, path in PAGES.items():
        for _ in range(_WARMING):
            for reader in readers:
                reader.get(path)
        pairs = [[reader.milliseconds(path) for reader in readers] for _ in range(_TIMES)]
        small, large = (p50(times) for times in zip(*pairs, strict=True))
        report.say(
            f"  {name:20} {small:6.1f} ms with {SMALL:,}, {large:6.1f} ms with {LARGE:,}: times {large / small:.2f}"
        )
    report.say()
