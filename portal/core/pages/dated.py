"""What has a date, as home, calendar and lists of what is coming show it."""

from __future__ import annotations

from datetime import date
from typing import Any

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


def days_of(entry: CalendarEntry) -> str:
    """Of several days; "" for what is on one only: its day stands beside."""
    return date_range(entry.start, entry.end) if entry.end != entry.start else ""
