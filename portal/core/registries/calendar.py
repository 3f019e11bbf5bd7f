"""Everything that has a date: features declare entries, home and calendar show them.

A feature registers a source in its `calendar_entries.py`. Sources ask the audience themselves: they get the user and
return only what this user may see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.core.languages.catalogue import Language


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One thing with a date, as lists show it. `end` is the last day (the same as `start` for one day)."""

    title: str
    title_lang: str
    url: str
    start: date
    end: date
    kind: str
    place: str
    is_sample: bool


#: Called with user, reader's language, first day and the most entries wanted.
CalendarSource = Callable[[Any, Language, date, int], Iterable[CalendarEntry]]

_sources: list[CalendarSource] = []


def register_calendar(source: CalendarSource) -> None:
    _sources.append(source)


def coming(user: Any, reader: Language, first_day: date, limit: int) -> list[CalendarEntry]:
    """The next `limit` entries that end on `first_day` or later, earliest first."""
    entries = [entry for source in _sources for entry in source(user, reader, first_day, limit)]
    return sorted(entries, key=lambda entry: (entry.start, entry.end, entry.title))[:limit]
