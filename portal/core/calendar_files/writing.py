"""iCalendar (RFC 5545): entries as another calendar reads them.

It is an exit: texts leave in the script of the reader, mentions marked, with the footnote in the description.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from icalendar import Calendar, Event, vText

from portal.core.calendar_files.time_zones import described
from portal.core.pages.addresses import absolute
from portal.core.registries.calendar import CalendarEntry
from portal.core.text_exit import finished, footnote

_PRODUCT: Final = "-//Continuum//Calendar//EN"
#: How often other calendars are asked to look again.
_LOOK_AGAIN: Final = timedelta(hours=6)
#: For what was never published with a date of its own: the same in every answer.
_LONG_AGO: Final = datetime(2000, 1, 1, tzinfo=UTC)


def calendar_file(entries: Iterable[CalendarEntry], name: str = "", lang: str = "en") -> bytes:
    """A calendar with these entries. `name` is what a subscribed calendar is called, in the language `lang`."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("name", finished(name, lang))
        # What the most widespread programs read in its place.
        calendar.add("x-wr-calname", finished(name, lang))
        calendar.add("refresh-interval", _LOOK_AGAIN, parameters={"value": "DURATION"})
        calendar.add("x-published-ttl", _LOOK_AGAIN, parameters={"value": "DURATION"})
    told = [one for entry in entries for one in _each(entry)]
    for zone, year in _zones(told).items():
        calendar.add_component(described(zone, year))
    for entry in told:
        calendar.add_component(_event(entry))
    written: bytes = calendar.to_ical()
    return written


def _each(entry: CalendarEntry) -> list[CalendarEntry]:
    """Its sittings as entries, or itself."""
    return [
        replace(
            entry,
            uid=sitting.uid,
            start=sitting.starts_at.date(),
            end=sitting.ends_at.date(),
            starts_at=sitting.starts_at,
            ends_at=sitting.ends_at,
            is_cancelled=entry.is_cancelled or sitting.is_cancelled,
            sittings=(),
        )
        for sitting in entry.sittings
    ] or [entry]


def _zones(entries: Iterable[CalendarEntry]) -> dict[str, int]:
    """The time zones of these entries, with a year for which each is needed."""
    moments = (moment for entry in entries for moment in (entry.starts_at, entry.ends_at) if moment is not None)
    return {str(moment.tzinfo): moment.year for moment in moments}


def _event(entry: CalendarEntry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", (entry.changed or _LONG_AGO).astimezone(UTC))
    if entry.changed is not None:
        event.add("last-modified", entry.changed.astimezone(UTC))
    event.add("sequence", entry.sequence)
    if entry.starts_at is not None and (entry.ends_at is not None or entry.start == entry.end):
        event.add("dtstart", entry.starts_at)
        if entry.ends_at is not None:
            event.add("dtend", entry.ends_at)
    else:
        event.add("dtstart", entry.start)
        # The day after the last one: an end is not part of what it ends.
        event.add("dtend", entry.end + timedelta(days=1))
    _add_text(event, "summary", entry.title, entry.lang)
    address = absolute(entry.url)
    said = [entry.summary, address, footnote([entry.title, entry.summary, entry.place], entry.lang)]
    _add_text(event, "description", "\n\n".join(filter(None, said)), entry.lang)
    if entry.place:
        _add_text(event, "location", entry.place, entry.lang)
    event.add("url", address)
    # Of what is postponed calendars know the day only on which it does not take place; the same entry comes back.
    event.add("status", "CANCELLED" if entry.is_off else "CONFIRMED")
    return event


def _add_text(event: Event, name: str, text: str, lang: str) -> None:
    line = vText(finished(text, lang))
    line.params["LANGUAGE"] = lang
    event.add(name, line)
