"""What the full check concludes from its steps."""

import pytest

from scripts.verify.chromium import find_chromium
from scripts.verify.engines import named_by
from scripts.verify.outcomes import Outcome, SuiteCounts, read_counts, summary
from scripts.verify.running import REPOSITORY
from scripts.verify.suites import FOLDERS, selection

CHECK = Outcome("types", passed=1, seconds=20)
SUITE = Outcome("tests on SQLite", passed=120, skipped=2, seconds=61)
ABSENT = Outcome("tests in a browser", reason="no Chromium")


class TestSummary:
    def test_all_is_well(self):
        assert summary([CHECK, SUITE], strict=True) == (
            [
                "  ok       types (20 s)",
                "  ok       tests on SQLite: 120 passed, 0 failed, 2 skipped (61 s)",
                "121 passed, 0 failed",
            ],
            True,
        )

    def test_a_failure_shows_in_the_last_line(self):
        lines, well = summary([Outcome("types", failed=1), SUITE], strict=False)
        assert (lines[0], lines[-1], well) == ("  FAILED   types (0 s)", "120 passed, 1 failed", False)

    def test_what_could_not_run_is_told_but_tolerated(self):
        lines, well = summary([CHECK, ABSENT], strict=False)
        assert lines[1:] == ["  NOT RUN  tests in a browser: no Chromium", "1 passed, 0 failed"]
        assert well is True

    def test_in_continuous_integration_it_is_a_failure(self):
        lines, well = summary([CHECK, ABSENT], strict=True)
        assert (lines[-1], well) == ("1 passed, 1 failed", False)


class TestReport:
    def test_counts_of_a_run(self, tmp_path):
        report = tmp_path / "report.xml"
        report.write_text(
            '<testsuites><testsuite name="pytest" errors="1" failures="2" skipped="3" tests="10"/></testsuites>'
        )
        assert read_counts(report) == SuiteCounts(passed=4, failed=3, skipped=3)

    def test_no_report_means_that_pytest_itself_failed(self, tmp_path):
        assert read_counts(tmp_path / "report.xml") == SuiteCounts(passed=0, failed=1, skipped=0)


@pytest.mark.parametrize(
    ("available", "expression"),
    [
        ({}, "not browser and not cluster and not postgresql and not elasticsearch"),
        (
            {"DATABASE_URL": "postgresql://"},
            "(database or postgresql) and not browser and not cluster and not elasticsearch",
        ),
        (
            {"DATABASE_URL": "postgresql://", "ELASTICSEARCH_URL": "http://"},
            "(database or postgresql or elasticsearch) and not browser and not cluster",
        ),
    ],
)
def test_on_each_engine_runs_what_can_run_there_and_what_it_makes_a_difference_to(available, expression):
    assert selection(available) == expression


@pytest.mark.parametrize(("marker", "folder"), FOLDERS.items())
def test_marked_tests_lie_where_they_are_looked_for(marker, folder):
    files = (REPOSITORY / "tests").rglob("test_*.py")
    marked = [file for file in files if f"pytest.mark.{marker}" in file.read_text(encoding="utf-8")]
    assert marked
    assert [file for file in marked if not file.is_relative_to(REPOSITORY / folder)] == []


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({}, {}),
        ({"DATABASE_URL": "", "ELASTICSEARCH_URL": ""}, {}),
        ({"DATABASE_URL": "sqlite:///var/x.sqlite3", "HOME": "/"}, {}),
        ({"DATABASE_URL": "postgresql://h/d"}, {"DATABASE_URL": "postgresql://h/d"}),
    ],
)
def test_servers_that_the_environment_names_are_used(environment, named):
    assert named_by(environment) == named


class TestChromium:
    def program(self, path):
        path.write_text("#!/bin/sh\n")
        path.chmod(0o755)
        return path

    def test_the_variable_wins(self, tmp_path):
        named, _ = self.program(tmp_path / "mine"), self.program(tmp_path / "chromium")
        assert find_chromium({"CHROMIUM": str(named), "PATH": str(tmp_path)}) == named

    def test_a_wrong_variable_is_not_silently_replaced(self, tmp_path):
        self.program(tmp_path / "chromium")
        assert find_chromium({"CHROMIUM": str(tmp_path / "gone"), "PATH": str(tmp_path)}) is None

    def test_otherwise_the_path(self, tmp_path):
        assert find_chromium({"PATH": str(tmp_path)}) is None
        found = self.program(tmp_path / "google-chrome")
        assert find_chromium({"PATH": str(tmp_path)}) == found
