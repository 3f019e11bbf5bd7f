"""The pages that are looked at most: how fast they are beside a bare view, what they weigh, how a portal starts."""

from __future__ import annotations

import re
import time

from tests.benchmarks.instance import Portal
from tests.benchmarks.load import Reader, requests_per_second
from tests.benchmarks.measures import p50
from tests.benchmarks.report import Report

ROUNDS = 5
SECONDS = 2.0

#: What the first view may weigh, in KB, compressed and without images.
_MOST = 60

PAGES = {
    "home": "/en/",
    "library": "/en/library/",
    "library, filtered": "/en/library/?stage=pre_release&beneficiary=AL",
    "library, searched": "/en/library/?q=release+plan",
    "practice": "/en/practices/first-hundred-days-after-release/",
}


def starting(portal: Portal, report: Report) -> None:
    """Prepares the empty portal."""
    report.say("Starting")
    report.say(f"  first preparation of an empty folder: {portal.prepare():.1f} s")
    began = time.perf_counter()
    again = portal.prepare()
    with portal.server():
        seconds = time.perf_counter() - began
    report.say(f"  second run until the first answer: {seconds:.1f} s (preparing {again:.1f} s); to be below 10 s")
    report.say()


def speed(address: str, report: Report) -> None:
    """Each round asks for the bare view and then each page, so that a slow moment of the machine touches all."""
    report.say(f"Requests a second, {ROUNDS} rounds of {SECONDS:.0f} s each, and as share of a bare Django view")
    for path in ["/bare", *PAGES.values()]:
        requests_per_second(address, path, 0.5)
    speeds: dict[str, list[float]] = {name: [] for name in ("bare view", *PAGES)}
    for _ in range(ROUNDS):
        for name, path in {"bare view": "/bare", **PAGES}.items():
            speeds[name].append(requests_per_second(address, path, SECONDS))
    for name, rates in speeds.items():
        slower = p50([bare / rate for bare, rate in zip(speeds["bare view"], rates, strict=True)])
        report.say(f"  {name:20} {p50(rates):8.0f}/s   1/{slower:.1f}")
    report.say()


def weight(address: str, report: Report) -> None:
    reader = Reader(address)
    html = reader.get("/en/").decode()
    style = re.search(r'<link rel="stylesheet" href="([^"]+)"', html)
    script = re.search(r'<script type="module" src="([^"]+)"', html)
    if style is None or script is None:
        raise RuntimeError("The page has no style sheet or no script.")
    shared = {style[1], *_modules(reader, script[1])}
    common = sum(len(reader.get(path, "br")) for path in shared)
    report.say(f"Bytes of the first view, compressed (images apart); to be below {_MOST} KB")
    report.say(f"  style sheet and scripts: {common / 1024:.1f} KB")
    for name, path in PAGES.items():
        own = len(reader.get(path, "gzip"))
        report.say(f"  {name:20} {own / 1024:6.1f} KB of HTML, {(own + common) / 1024:6.1f} KB together")
    report.say()


def _modules(reader: Reader, script: str) -> set[str]:
    """The script and all that it imports."""
    found = {script}
    waiting = [script]
    while waiting:
        path = waiting.pop()
        source = reader.get(path).decode()
        for name in re.findall(r"""(?:from|import)\s*["']\./([^"']+)["']""", source):
            imported = path.rsplit("/", 1)[0] + "/" + name
            if imported not in found:
                found.add(imported)
                waiting.append(imported)
    return found
