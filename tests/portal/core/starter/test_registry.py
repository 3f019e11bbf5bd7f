"""Loaders run in the order of their positions."""

import pytest

from portal.core.starter import registry
from portal.core.starter.report import Outcome, Report


def test_loaders_come_in_the_order_of_their_positions(monkeypatch):
    monkeypatch.setattr(registry, "_loaders", [])
    for position, name in [(40, "practices"), (10, "words"), (30, "site"), (10, "facets")]:
        registry.register_loader(position, name, lambda report: None)
    assert [name for name, _ in registry.loaders()] == ["facets", "words", "site", "practices"]


def test_the_products_loaders_have_names_of_their_own():
    names = [name for name, _ in registry.loaders()]
    assert len(names) == len(set(names)) > 0


def test_a_report_counts_by_kind_and_names_broken_rows():
    report = Report()
    for outcome in (Outcome.MADE, Outcome.MADE, Outcome.LEFT):
        report.add("terms", "x", outcome)
    report.add("concepts", "prison", Outcome.BROKEN, "no label")
    assert report.lines() == [
        "terms: 2 made, 1 left alone",
        "concepts: 1 broken",
        "BROKEN concepts prison: no label",
    ]


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_is_reported(outcome):
    report = Report()
    report.add("terms", "x", outcome)
    assert report.lines()[0] == f"terms: 1 {outcome}"
