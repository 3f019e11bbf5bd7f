"""What has a date, from all features together."""

from datetime import date

import pytest

from portal.core.languages.catalogue import BY_CODE
from portal.core.registries import calendar
from portal.core.registries.calendar import (
    CalendarEntry,
    CalendarQuery,
    calendar_entries,
    calendar_kinds,
    coming,
    register_calendar,
)

FIRST = date(2026, 3, 1)
MEETING = [("meeting", "Meeting")]


def entry(title, start, end=None):
    return CalendarEntry(
        uid=title,
        title=title,
        lang="en",
        title_lang="",
        summary="",
        url="/",
        start=start,
        end=end or start,
        kind="Meeting",
        kind_code="meeting",
        place="",
        is_sample=False,
    )


@pytest.fixture(autouse=True)
def empty_registry(monkeypatch):
    monkeypatch.setattr(calendar, "_sources", [])
    monkeypatch.setattr(calendar, "_kinds", [])


def test_entries_of_all_sources_come_in_the_order_of_their_days():
    register_calendar(lambda *_: [entry("C", date(2026, 5, 1)), entry("A", date(2026, 4, 1))], MEETING)
    register_calendar(
        lambda *_: [entry("B", date(2026, 4, 1), date(2026, 4, 2)), entry("D", date(2026, 6, 1))], MEETING
    )
    assert [item.title for item in coming(None, BY_CODE["en"], FIRST, 3)] == ["A", "B", "C"]
    everything = calendar_entries(None, BY_CODE["en"], CalendarQuery(FIRST))
    assert [item.title for item in everything] == ["A", "B", "C", "D"]


def test_a_source_is_told_who_asks_in_which_language_and_what_is_wanted():
    asked = []
    register_calendar(lambda *question: asked.append(question) or [], MEETING)
    query = CalendarQuery(FIRST, date(2026, 3, 31), kinds=("meeting",))
    assert coming("somebody", BY_CODE["sq"], FIRST, 5) == calendar_entries(None, BY_CODE["mk"], query) == []
    assert asked == [
        ("somebody", BY_CODE["sq"], CalendarQuery(FIRST, limit=5)),
        (None, BY_CODE["mk"], query),
    ]


def test_kinds_of_all_sources_are_named_once():
    register_calendar(lambda *_: [], [*MEETING, ("deadline", "Deadline")])
    register_calendar(lambda *_: [], [("course", "Course"), *MEETING])
    assert calendar_kinds() == [("meeting", "Meeting"), ("deadline", "Deadline"), ("course", "Course")]
