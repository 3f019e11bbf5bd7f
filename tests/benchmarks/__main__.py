"""`make bench`: measures a portal of its own and prints the figures."""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from tests.benchmarks.instance import ROOT, environment, prepare, server
from tests.benchmarks.load import compressed_bytes, median_milliseconds, requests_per_second

ROUNDS = 5
SECONDS = 2.0
SMALL, LARGE = 100, 20_000

PAGES = {
    "home": "/en/",
    "library": "/en/library/",
    "library, filtered": "/en/library/?stage=pre_release&beneficiary=AL",
    "library, searched": "/en/library/?q=release+plan",
    "practice": "/en/practices/first-hundred-days-after-release/",
}

_lines: list[str] = []


def say(line: str = "") -> None:
    _lines.append(line)
    print(line, flush=True)  # noqa: T201


def inside(var_dir: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "tests.benchmarks.inside", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment(var_dir), check=True, capture_output=True, text=True)
    return done.stdout


def starting(var_dir: Path) -> None:
    say("Starting")
    say(f"  first preparation of an empty folder: {prepare(var_dir):.1f} s")
    began = time.perf_counter()
    again = prepare(var_dir)
    with server(var_dir):
        say(f"  second run until the first answer: {time.perf_counter() - began:.1f} s (preparing {again:.1f} s)")
    say()


def speed(address: str) -> None:
    """Each round asks for the bare view and then each page, so that a slow moment of the machine touches all."""
    say(f"Requests a second, {ROUNDS} rounds of {SECONDS:.0f} s each, and as share of a bare Django view")
    for path in ["/bare", *PAGES.values()]:
        requests_per_second(address, path, 0.5)
    ratios: dict[str, list[float]] = {name: [] for name in PAGES}
    speeds: dict[str, list[float]] = {name: [] for name in PAGES}
    bare_speeds = []
    for _ in range(ROUNDS):
        bare = requests_per_second(address, "/bare", SECONDS)
        bare_speeds.append(bare)
        for name, path in PAGES.items():
            rate = requests_per_second(address, path, SECONDS)
            speeds[name].append(rate)
            ratios[name].append(rate / bare)
    say(f"  {'bare view':20} {statistics.median(bare_speeds):8.0f}/s   1")
    for name in PAGES:
        ratio = statistics.median(ratios[name])
        say(f"  {name:20} {statistics.median(speeds[name]):8.0f}/s   1/{1 / ratio:.1f}")
    say()


def weight(address: str) -> None:
    say("Bytes of the first view, compressed (images apart)")
    with urllib.request.urlopen(f"{address}/en/", timeout=30) as answer:
        html = answer.read().decode()
    style = re.search(r'<link rel="stylesheet" href="([^"]+)"', html)
    script = re.search(r'<script type="module" src="([^"]+)"', html)
    if style is None or script is None:
        raise RuntimeError("The page has no style sheet or no script.")
    scripts = {script[1]}
    waiting = [script[1]]
    while waiting:
        path = waiting.pop()
        with urllib.request.urlopen(f"{address}{path}", timeout=30) as answer:
            for name in re.findall(
                r"""from\s*["']\./([^"']+)["']|import\s*["']\./([^"']+)["']""", answer.read().decode()
            ):
                imported = path.rsplit("/", 1)[0] + "/" + (name[0] or name[1])
                if imported not in scripts:
                    scripts.add(imported)
                    waiting.append(imported)
    common = compressed_bytes(address, style[1], "br") + sum(compressed_bytes(address, path, "br") for path in scripts)
    say(f"  style sheet and scripts: {common / 1024:.1f} KB")
    for name, path in PAGES.items():
        own = compressed_bytes(address, path, "gzip")
        say(f"  {name:20} {own / 1024:6.1f} KB of HTML, {(own + common) / 1024:6.1f} KB together")
    say()


def growth(var_dir: Path, queries_before: dict[str, int]) -> None:
    """Times and queries with more and more resources; the last comparison is the one between 100 and 20,000."""
    medians: dict[int, dict[str, float]] = {}
    counts: dict[int, dict[str, int]] = {0: queries_before}
    present = 0
    for size in (SMALL, 1_000, LARGE):
        inside(var_dir, "add", str(size - present))
        present = size
        counts[size] = json.loads(inside(var_dir, "queries", *PAGES.values()))
        with server(var_dir) as address:
            for path in PAGES.values():
                median_milliseconds(address, path, 10)
            medians[size] = {name: median_milliseconds(address, path, 60) for name, path in PAGES.items()}
    say("Queries of a page: with the starter content, and with so many practices more")
    say(f"  {'':20} {'starter':>8}" + "".join(f" {size:>8,}" for size in medians))
    for name, path in PAGES.items():
        say(f"  {name:20} " + " ".join(f"{counts[size][path]:8}" for size in counts))
    say()
    say("Median time of one answer, and how it grew")
    for name in PAGES:
        small, large = medians[SMALL][name], medians[LARGE][name]
        say(f"  {name:20} {small:6.1f} ms with {SMALL:,}, {large:6.1f} ms with {LARGE:,}: times {large / small:.2f}")


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="continuum-bench-") as folder:
        var_dir = Path(folder)
        starting(var_dir)
        queries = json.loads(inside(var_dir, "queries", *PAGES.values()))
        with server(var_dir) as address:
            speed(address)
            weight(address)
        growth(var_dir, queries)
    results = ROOT / "var" / "bench.txt"
    results.parent.mkdir(exist_ok=True)
    results.write_text("\n".join(_lines) + "\n")


if __name__ == "__main__":
    main()
