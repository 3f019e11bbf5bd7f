"""The test suite: on SQLite and tantivy, on PostgreSQL and Elasticsearch, on clusters of its own, in a browser.

Tests that ask for no database and no server say the same on every engine, and run once, on the first.
"""

import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor

from scripts.verify.checks import TEST_SETTINGS
from scripts.verify.chromium import NAMES, find_chromium
from scripts.verify.engines import VARIABLES
from scripts.verify.outcomes import Outcome, read_counts
from scripts.verify.running import REPORTS, python, run, run_and_tell

#: Where the tests of these markers are, so that the others need not be read to choose them.
FOLDERS = {"browser": "tests/browser", "cluster": "tests/search/engines"}
EMBEDDED = {name: TEST_SETTINGS[name] for name in ("DATABASE_URL", "ELASTICSEARCH_URL")}


def on_each_engine(servers: Mapping[str, str], processes: int) -> list[Outcome]:
    """Run the suite, `processes` tests at a time, on SQLite and tantivy, and on what these variables lead to."""
    return [_on_embedded_engines(processes), _on_real_engines(servers, processes)]


def on_clusters_and_in_a_browser(processes: int) -> list[Outcome]:
    """Run what starts servers of its own, and what drives a browser.

    Both at once, where more than one process may run: the first waits for its servers, the second for its portal.
    """
    with ThreadPoolExecutor(processes) as pool:
        return [suite.result() for suite in (pool.submit(_on_own_clusters), pool.submit(_in_browser, processes))]


def selection(available: Mapping[str, str]) -> str:
    """The pytest expression for the tests to run, given the variables of the servers that are there.

    Without a server that is every test that needs none; with one, every test that it could make a difference to.
    """
    absent = [marker for marker, variable in VARIABLES.items() if variable not in available]
    wanted = " and ".join(f"not {marker}" for marker in ("browser", "cluster", *absent))
    present = [marker for marker in VARIABLES if marker not in absent]
    return f"({' or '.join(['database', *present])}) and {wanted}" if present else wanted


def _on_embedded_engines(processes: int) -> Outcome:
    return _pytest("tests on SQLite and tantivy", "embedded", selection({}), EMBEDDED, processes)


def _on_real_engines(servers: Mapping[str, str], processes: int) -> Outcome:
    name = "tests on PostgreSQL and Elasticsearch"
    absent = [service for service, variable in VARIABLES.items() if variable not in servers]
    if len(absent) == len(VARIABLES):
        return Outcome(name, reason="neither can be had here; scripts/services start says why")
    outcome = _pytest(name, "servers", selection(servers), {**EMBEDDED, **servers}, processes)
    if absent:
        return Outcome(
            name,
            passed=outcome.passed,
            failed=outcome.failed,
            skipped=outcome.skipped,
            seconds=outcome.seconds,
            reason=f"without {absent[0]}, which cannot be had here; the rest: {outcome.passed} passed, "
            f"{outcome.failed} failed",
        )
    return outcome


def _on_own_clusters() -> Outcome:
    # One process: the tests share a cluster, and fail its nodes one after the other.
    outcome = _pytest("tests on clusters that fail or ask for a key", "cluster", "cluster", EMBEDDED, 0, run_and_tell)
    if outcome.skipped:
        reason = "Elasticsearch cannot be had here; scripts/services start --nodes 3 says why"
        return Outcome(outcome.name, outcome.passed, outcome.failed, outcome.skipped, outcome.seconds, reason)
    return outcome


def _in_browser(processes: int) -> Outcome:
    name = "tests in a browser"
    chromium = find_chromium(os.environ)
    if chromium is None:
        return Outcome(name, reason=f"no Chromium: set CHROMIUM, or install one of {', '.join(NAMES)}")
    return _pytest(name, "browser", "browser", {**EMBEDDED, "CHROMIUM": str(chromium)}, processes, run_and_tell)


def _pytest(
    name: str,
    report_name: str,
    expression: str,
    changes: Mapping[str, str],
    processes: int,
    run_it: Callable[..., tuple[int, float]] = run,
) -> Outcome:
    REPORTS.mkdir(parents=True, exist_ok=True)
    report = REPORTS / f"{report_name}.xml"
    report.unlink(missing_ok=True)
    # Few tests at a time, so that no process is left with a long row of slow ones when the other has none.
    spread = ("-n", str(processes), "--maxschedchunk", "60")
    command = python(
        "-m", "pytest", "-q", *spread, "-m", expression, f"--junitxml={report}", FOLDERS.get(expression, "tests")
    )
    status, seconds = run_it(name, command, changes)
    counts = read_counts(report)
    # pytest can also fail without a failed test: nothing collected, a broken plug-in, a crashed worker.
    failed = counts.failed or (1 if status else 0)
    return Outcome(name, counts.passed, failed, counts.skipped, seconds)
