"""What has a date, as home, calendar and lists of what is coming show it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.formats import date_format

from portal.core.pages.listing import date_range
from portal.core.registries.calendar import CalendarEntry


def dated_line(entry: CalendarEntry, today: date, text: str = "") -> dict[str, Any]:
    """In the form of components/dated_item.html. `text` stands behind kind and place."""
    return {
        "date": entry.start,
        "title": entry.title,
        "title_lang": entry.title_lang,
        "url": entry.url,
        "kind": entry.kind,
        "place": entry.place,
        "text": text,
        "is_sample": entry.is_sample,
        "is_cancelled": entry.is_cancelled,
        "is_postponed": entry.is_postponed,
        "is_today": entry.start <= today <= entry.end and not entry.is_off,
    }


def when(entry: CalendarEntry) -> str:
    """Days of several and the times of the place, as far as they are known; the day of one stands beside."""
    days = date_range(entry.start, entry.end) if entry.end != entry.start else ""
    return ", ".join(filter(None, [days, hours(entry)]))


def hours(entry: Any) -> str:
    """When it begins and ends, as a clock there shows it; "" when only days are known. For entries and events."""
    if entry.starts_at is None:
        return ""
    begins = date_format(entry.starts_at, "TIME_FORMAT")
    return f"{begins}–{date_format(entry.ends_at, 'TIME_FORMAT')}" if entry.ends_at else begins
