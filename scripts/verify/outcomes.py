"""What came of a step, and how it is told at the end."""

import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Outcome:
    """What came of one step: how many of its parts passed, failed and were skipped, and how many seconds it took.

    A static check has one part. A step that could not run has a `reason`, and no parts.
    """

    name: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0
    reason: str = ""


@dataclass(frozen=True)
class SuiteCounts:
    """The numbers of a pytest run."""

    passed: int
    failed: int
    skipped: int


def read_counts(report: Path) -> SuiteCounts:
    """The numbers in pytest's JUnit report; one failure when there is no report, because then pytest itself broke."""
    if not report.exists():
        return SuiteCounts(passed=0, failed=1, skipped=0)
    # Written by pytest a moment ago, so the XML is not hostile.
    suites = ElementTree.parse(report).getroot().iter("testsuite")  # noqa: S314
    total = failed = skipped = 0
    for suite in suites:
        total += int(suite.attrib["tests"])
        failed += int(suite.attrib["failures"]) + int(suite.attrib["errors"])
        skipped += int(suite.attrib["skipped"])
    return SuiteCounts(passed=total - failed - skipped, failed=failed, skipped=skipped)


def summary(outcomes: list[Outcome], strict: bool) -> tuple[list[str], bool]:
    """The closing lines, and whether all is well.

    A step that could not run is told loudly; when `strict`, as in continuous integration, it counts as a failure. The
    last line is `N passed, N failed`.
    """
    lines = [_line(outcome) for outcome in outcomes]
    passed = sum(outcome.passed for outcome in outcomes)
    failed = sum(outcome.failed for outcome in outcomes)
    if strict:
        failed += sum(1 for outcome in outcomes if outcome.reason)
    lines.append(f"{passed} passed, {failed} failed")
    return lines, failed == 0


def _line(outcome: Outcome) -> str:
    if outcome.reason:
        return f"  NOT RUN  {outcome.name}: {outcome.reason}"
    verdict = "FAILED" if outcome.failed else "ok"
    if outcome.passed + outcome.failed + outcome.skipped == 1:
        return f"  {verdict:7}  {outcome.name} ({outcome.seconds:.0f} s)"
    counts = f"{outcome.passed} passed, {outcome.failed} failed"
    if outcome.skipped:
        counts += f", {outcome.skipped} skipped"
    return f"  {verdict:7}  {outcome.name}: {counts} ({outcome.seconds:.0f} s)"
