"""When the largest piece of a page is seen on a slow line and a slow computer, at the first visit.

Chromium slows itself down: each answer waits for the latency and then comes at the given speed. Connections and TLS are
not counted, so a real line is slower by one to three latencies.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, sync_playwright

from tests.benchmarks.measures import p50
from tests.benchmarks.report import Report

ROUNDS = 3

#: How many times slower than this machine.
_SLOWER = 4

#: What all of the first view may weigh, in KB, as it comes over the line.
_MOST = 60

PAGES = {
    "home": "/en/",
    "library": "/en/library/",
    "practice": "/en/practices/first-hundred-days-after-release/",
}

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")

_LARGEST = """() => new Promise(done => new PerformanceObserver(seen => {
    const last = seen.getEntries().at(-1);
    done([last.startTime, last.element ? last.element.tagName.toLowerCase() : ""]);
}).observe({type: "largest-contentful-paint", buffered: true}))"""


@dataclass(frozen=True, slots=True)
class Line:
    """`latency` in ms, `speed` in kbit/s, `most` the ms after which the largest piece should be there."""

    name: str
    latency: int
    speed: int
    most: int


LINES = (Line("fast 3G", 150, 1600, 1500), Line("slow 3G", 400, 400, 3000))


@dataclass(frozen=True, slots=True)
class View:
    """A first view: ms until the largest piece was there, which element it was, what came over the line."""

    largest: float
    element: str
    bytes: int
    requests: int


def paint(address: str, report: Report) -> None:
    with _browser() as browser:
        report.say(f"Largest piece of a first view, processor {_SLOWER} times slower, median of {ROUNDS}")
        for path in PAGES.values():
            # What the server makes once only is made before.
            _look(browser, address + path, LINES[0])
        for line in LINES:
            report.say(f"  {line.name} ({line.latency} ms, {line.speed} kbit/s); to be below {line.most / 1000:.1f} s")
            for name, path in PAGES.items():
                views = [_look(browser, address + path, line) for _ in range(ROUNDS)]
                first = views[0]
                report.say(
                    f"    {name:10} {p50([view.largest for view in views]) / 1000:5.2f} s <{first.element}>, "
                    f"{first.bytes / 1024:.1f} KB of at most {_MOST} in {first.requests} answers"
                )
    report.say()


@contextmanager
def _browser() -> Iterator[Browser]:
    """Raises RuntimeError when there is none."""
    named = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _BROWSERS)), None)
    if named is None:
        raise RuntimeError(f"There is no browser: set CHROMIUM, or install one of {', '.join(_BROWSERS)}.")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=named, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield opened
        opened.close()


def _look(browser: Browser, url: str, line: Line) -> View:
    """Opens the page in a browser that was never here before."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    sizes: list[int] = []
    devtools.on("Network.loadingFinished", lambda answer: sizes.append(int(answer["encodedDataLength"])))
    devtools.send("Network.enable")
    bytes_a_second = line.speed * 1000 / 8
    devtools.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": line.latency,
            "downloadThroughput": bytes_a_second,
            "uploadThroughput": bytes_a_second,
        },
    )
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    page.goto(url, wait_until="networkidle", timeout=120_000)
    largest, element = page.evaluate(_LARGEST)
    context.close()
    return View(largest, element, sum(sizes), len(sizes))
