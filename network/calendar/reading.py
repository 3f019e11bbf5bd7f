"""What the calendar's page shows."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from network.calendar.asked import Asked, last_day_of
from network.models import PersonalCalendar
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.core.languages.collation import sort_key
from portal.core.languages.reader import current_reader
from portal.core.languages.weekday_names import FULL
from portal.core.pages.addresses import with_query
from portal.core.pages.dated import dated_line, hours, when
from portal.core.pages.listing import home_link
from portal.core.pages.narrowing import filter_field
from portal.core.pages.places import place_url
from portal.core.registries.calendar import CalendarEntry, calendar_entries, calendar_kinds
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.words import beneficiary_words, terms_of


def calendar_context(asked: Asked, request: HttpRequest) -> dict[str, Any]:
    today = timezone.localdate()
    reader = current_reader().language
    address = reverse("network:calendar")
    first, last = _days(asked, today)
    entries = calendar_entries(request.user, reader, asked.query(first, last))
    feed = with_query(reverse("network:calendar_ics"), asked.filters)
    return {
        "trail": [home_link(), {"label": _("Calendar")}],
        "heading": _heading(asked),
        "asked": asked,
        "calendar_url": address,
        "views": _views(asked, today, address),
        "filters": _filters(asked),
        "clear_url": address + Asked(asked.year, asked.month).parameters if asked.filters else "",
        "neighbours": _neighbours(asked, address),
        "weekdays": [capfirst(_(name)) for name in FULL],
        "weeks_days": list(_month(first, last, entries, today)) if asked.month and last else [],
        "months": list(_by_month(entries, asked, address, today)) if not asked.month else [],
        "has_entries": bool(entries),
        "has_sample": any(entry.is_sample for entry in entries),
        "past_url": place_url(request, "network.eventindexpage"),
        "ics_url": feed,
        "ics_address": request.build_absolute_uri(feed),
        "webcal_url": _webcal(feed, request),
        **_personal(asked, request),
    }


def _webcal(feed: str, request: HttpRequest) -> str:
    """The address by which a browser opens the program for calendars."""
    return request.build_absolute_uri(feed).replace(f"{request.scheme}://", "webcal://", 1)


def _personal(asked: Asked, request: HttpRequest) -> dict[str, Any]:
    """The address of one's own feed, for whoever is signed in and has made one."""
    kept = PersonalCalendar.objects.filter(user=request.user).first() if request.user.is_authenticated else None
    if kept is None:
        return {}
    feed = with_query(reverse("network:personal_ics", args=[kept.key]), asked.filters)
    return {"personal_address": request.build_absolute_uri(feed), "personal_webcal": _webcal(feed, request)}


def _days(asked: Asked, today: date) -> tuple[date, date | None]:
    if asked.year is None:
        return today, None
    if asked.month is None:
        return date(asked.year, 1, 1), date(asked.year, 12, 31)
    return date(asked.year, asked.month, 1), last_day_of(asked.year, asked.month)


def _heading(asked: Asked) -> str:
    if asked.year is None:
        return _("Calendar")
    if asked.month is None:
        return str(asked.year)
    return f"{capfirst(str(MONTHS[asked.month]))} {asked.year}"


def _views(asked: Asked, today: date, address: str) -> list[dict[str, Any]]:
    year, month = asked.year or today.year, asked.month or today.month
    return [
        {"label": _("What is coming"), "url": address + asked.of_year(None).parameters, "on": asked.year is None},
        {"label": _("Month"), "url": address + asked.of_month(year, month).parameters, "on": asked.month is not None},
        {
            "label": _("Year"),
            "url": address + asked.of_year(year).parameters,
            "on": asked.year is not None and asked.month is None,
        },
    ]


def _neighbours(asked: Asked, address: str) -> list[dict[str, str]]:
    """The period before and the one after."""
    if asked.year is None:
        return []
    if asked.month is None:
        beside = [asked.of_year(asked.year - 1), asked.of_year(asked.year + 1)]
    else:
        beside = [asked.of_month(asked.year, asked.month - 1), asked.of_month(asked.year, asked.month + 1)]
    return [
        {"label": _heading(one), "url": address + one.parameters, "rel": rel}
        for one, rel in zip(beside, ("prev", "next"), strict=True)
    ]


def _filters(asked: Asked) -> list[dict[str, Any]]:
    reader = current_reader().language.code
    named = [(word.code, word.name) for word in beneficiary_words().values()]
    beneficiaries = sorted(named, key=lambda pair: sort_key(pair[1], reader))
    areas = [(word.code, word.label) for word in terms_of(FacetCode.PRIORITY_AREA)]
    languages = [(code, BY_CODE[code].native_name) for code in CONTENT_CODES]
    choices = (
        ("kind", _("Kind"), asked.kind, calendar_kinds()),
        ("beneficiary", _("Beneficiary"), asked.beneficiary, beneficiaries),
        ("topic", _("Priority area"), asked.topic, areas),
        ("language", _("Languages spoken"), asked.language, languages),
    )
    return [filter_field(name, label, options, chosen) for name, label, chosen, options in choices]


def _month(first: date, last: date, entries: Iterable[CalendarEntry], today: date) -> Iterator[dict[str, Any]]:
    """The days of the weeks that the month from `first` to `last` touches; those of other months are blank."""
    by_day: dict[date, list[dict[str, Any]]] = {}
    for entry in entries:
        count = (entry.end - entry.start).days + 1
        day = max(entry.start, first)
        while day <= min(entry.end, last):
            number = (day - entry.start).days + 1
            part = _("day %(number)d of %(count)d") % {"number": number, "count": count} if count > 1 else ""
            by_day.setdefault(day, []).append(_line(entry, today, part, with_time=number == 1))
            day += timedelta(days=1)
    for day in calendar.Calendar().itermonthdates(first.year, first.month):
        if day.month != first.month:
            yield {"blank": True}
        else:
            yield {"date": day, "is_today": day == today, "entries": by_day.get(day, ())}


def _by_month(entries: Iterable[CalendarEntry], asked: Asked, address: str, today: date) -> Iterator[dict[str, Any]]:
    """Entries below the month in which they begin; in a year, those that began before stand in its first month."""
    months: dict[tuple[int, int], list[CalendarEntry]] = {}
    for entry in entries:
        begins = max(entry.start, date(asked.year, 1, 1)) if asked.year is not None else entry.start
        months.setdefault((begins.year, begins.month), []).append(entry)
    for (year, month), some in months.items():
        of_month = asked.of_month(year, month)
        yield {
            "heading": _heading(of_month),
            "url": address + of_month.parameters,
            "entries": [_line(entry, today, when(entry)) for entry in some],
        }


def _line(entry: CalendarEntry, today: date, note: str, with_time: bool = True) -> dict[str, Any]:
    """In the form of components/dated_item.html and network/calendar_entry.html."""
    return {
        **dated_line(entry, today, note),
        "kind_code": entry.kind_code,
        "time": date_format(entry.starts_at, "TIME_FORMAT") if entry.starts_at and with_time else "",
    }


def hours_there(event: Any) -> str:
    """The same of an event or a meeting, with the place whose time it is, where that is not the portal's."""
    said = hours(event)
    is_ours = event.time_zone == settings.TIME_ZONE
    return said if is_ours or not said else f"{said} ({event.get_time_zone_display()})"
