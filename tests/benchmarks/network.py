"""What ten times as many members, working groups and meetings do to the pages of the network."""

from __future__ import annotations

import shutil
from dataclasses import replace

from tests.benchmarks.instance import Portal
from tests.benchmarks.load import Reader
from tests.benchmarks.measures import p50
from tests.benchmarks.report import Report

#: Members and working groups, a tenth and all of it; each group has ten meetings.
SIZES = ((1_000, 20), (10_000, 200))

#: Answers of each page, from both portals in turn, each after one of the bare view.
_TIMES = 20
_WARMING = 3


def network(portal: Portal, report: Report) -> None:
    """Two portals of their own, side by side, asked by a member of a working group.

    Raises RuntimeError when a page asks the database more often in the larger one.
    """
    first = replace(portal, folder=portal.folder.with_name("network"))
    first.prepare()
    portals, found = [], []
    for members, groups in SIZES:
        own = replace(portal, folder=portal.folder.with_name(f"network-{members}"))
        shutil.copytree(first.folder, own.folder)
        made = own.inside("network_inside", str(members), str(groups))
        report.say(
            f"{members:,} members, {groups} working groups, {groups * 10:,} meetings: "
            f"{made['seconds']:.0f} s of processor time to make them"
        )
        portals.append(own)
        found.append(made)
    with portals[0].server() as few, portals[1].server() as many:
        readers = [Reader(server.address, one["cookie"]) for server, one in zip((few, many), found, strict=True)]
        _compare(readers, found[0]["paths"], [one["queries"] for one in found], report)
    if differing := [
        label for label in found[0]["queries"] if found[0]["queries"][label] != found[1]["queries"][label]
    ]:
        raise RuntimeError(f"More queries where there is more: {', '.join(differing)}")


def _compare(readers: list[Reader], paths: dict[str, str], queries: list[dict[str, int]], report: Report) -> None:
    report.say(
        "Median time of one answer as a multiple of the bare view, a tenth and all; what all is to a tenth; queries"
    )
    for label, path in paths.items():
        ratios: list[list[float]] = [[], []]
        for turn in range(_WARMING + _TIMES):
            for reader, found in zip(readers, ratios, strict=True):
                bare, taken = reader.milliseconds("/bare"), reader.milliseconds(path)
                if turn >= _WARMING:
                    found.append(taken / bare)
        small, large = map(p50, ratios)
        asked = ", ".join(str(one[label]) for one in queries)
        report.say(f"  {label:20} {small:7.1f} {large:7.1f}   times {large / small:.2f}   {asked} queries")
    report.say()
