"""Starter content for tests, loader by loader."""

from portal.core.starter.registry import loaders
from portal.core.starter.report import Report

#: What the pages of the site are classified by.
WORDS = {"taxonomy", "places"}

#: The site itself, events and working groups.
SITE = {
    "home and lists",
    "plain pages",
    "pages of beneficiaries",
    "pictures",
    "news",
    "highlights",
    "events",
    "working groups",
    "preconditions",
    "key documentation",
}


def load(names: set[str] = SITE) -> Report:
    """Runs these loaders in their order; returns the report of this time."""
    report = Report()
    for name, loader in loaders():
        if name in names:
            loader(report)
    return report
