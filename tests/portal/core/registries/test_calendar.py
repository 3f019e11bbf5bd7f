"""What is coming, from all features together."""

from datetime import date

import pytest

from portal.core.languages.catalogue import BY_CODE
from portal.core.registries import calendar
from portal.core.registries.calendar import CalendarEntry, coming, register_calendar

FIRST = date(2026, 3, 1)


def entry(title, start, end=None):
    return CalendarEntry(title, "en", "/", start, end or start, "meeting", "", False)


@pytest.fixture(autouse=True)
def empty_registry(monkeypatch):
    monkeypatch.setattr(calendar, "_sources", [])


def test_entries_of_all_sources_come_in_the_order_of_their_days():
    register_calendar(lambda *_: [entry("C", date(2026, 5, 1)), entry("A", date(2026, 4, 1))])
    register_calendar(lambda *_: [entry("B", date(2026, 4, 1), date(2026, 4, 2)), entry("D", date(2026, 6, 1))])
    found = coming(None, BY_CODE["en"], FIRST, 3)
    assert [item.title for item in found] == ["A", "B", "C"]


def test_a_source_is_told_who_asks_in_which_language_from_when_and_how_many():
    asked = []
    register_calendar(lambda *question: asked.append(question) or [])
    assert coming("somebody", BY_CODE["sq"], FIRST, 5) == []
    assert asked == [("somebody", BY_CODE["sq"], FIRST, 5)]
