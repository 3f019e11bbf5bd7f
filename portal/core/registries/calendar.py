"""Everything that has a date: features declare entries, home and calendar show them.

A feature registers a source in its `calendar_entries.py`. Sources ask the audience themselves: they get the user and
return only what this user may see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from portal.core.languages.catalogue import Language


@dataclass(frozen=True, slots=True)
class Sitting:
    """A stretch of time of an entry that has several, from one moment to another in the time zone of the place.

    Other calendars get each as an entry of its own: `uid` is as that of an entry.
    """

    uid: str
    starts_at: datetime
    ends_at: datetime
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One thing with a date. `end` is the last day (the same as `start` for one day).

    `starts_at` and `ends_at` are moments in the time zone of the place; None for what has days only. By `uid`, which
    never changes, other calendars know an entry again; by `sequence`, which only grows, that it is another than before
    (RFC 5545, 3.8.4.7 and 3.8.7.4). What is postponed has no other day yet. `lang` (BCP 47) is that of title, summary
    and place, `title_lang` the same where it is not the reader's, else "". Texts are as they are stored. With
    `sittings`, other calendars get these in its place.
    """

    uid: str
    title: str
    lang: str
    title_lang: str
    summary: str
    url: str
    start: date
    end: date
    kind: str
    kind_code: str
    place: str
    is_sample: bool
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    is_cancelled: bool = False
    is_postponed: bool = False
    sequence: int = 0
    changed: datetime | None = None
    sittings: Sequence[Sitting] = ()

    @property
    def is_off(self) -> bool:
        """Whether it is cancelled or postponed: on the day that it names nothing takes place."""
        return self.is_cancelled or self.is_postponed


@dataclass(frozen=True, slots=True)
class CalendarQuery:
    """What is wanted: entries that touch the days from `first_day` to `last_day` (None: without end).

    Of kinds, beneficiaries, topics (codes of priority areas) and languages spoken, one of those named must fit; empty:
    any. `limit` is the most that are wanted of one source, the earliest.
    """

    first_day: date
    last_day: date | None = None
    kinds: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    limit: int | None = None


#: Called with user and reader's language.
CalendarSource = Callable[[Any, Language, CalendarQuery], Iterable[CalendarEntry]]

#: Codes of the kinds of entries that a source has, with what people call them.
Kinds = Sequence[tuple[str, Any]]

_sources: list[CalendarSource] = []
_kinds: list[Kinds] = []


def register_calendar(source: CalendarSource, kinds: Kinds) -> None:
    _sources.append(source)
    _kinds.append(kinds)


def calendar_kinds() -> list[tuple[str, str]]:
    """All kinds of entries, in the order in which the sources came."""
    return list(dict.fromkeys((code, str(label)) for kinds in _kinds for code, label in kinds))


def calendar_entries(user: Any, reader: Language, query: CalendarQuery) -> list[CalendarEntry]:
    """What all sources have, earliest first."""
    entries = [entry for source in _sources for entry in source(user, reader, query)]
    entries.sort(key=lambda entry: (entry.start, entry.end, entry.title))
    return entries[: query.limit]


def coming(user: Any, reader: Language, first_day: date, limit: int) -> list[CalendarEntry]:
    """The next `limit` entries that end on `first_day` or later, earliest first."""
    return calendar_entries(user, reader, CalendarQuery(first_day, limit=limit))
