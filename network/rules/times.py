"""When something may begin and end."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

#: Those of the beneficiaries, which all keep the same time, and of the places that partners work from.
TIME_ZONES: Final = tuple(
    (zone, zone.partition("/")[2].replace("_", " "))
    for zone in (
        "Europe/Tirane",
        "Europe/Sarajevo",
        "Europe/Belgrade",
        "Europe/Podgorica",
        "Europe/Skopje",
        "Europe/Brussels",
        "Europe/Paris",
        "Europe/Vienna",
        "Europe/London",
        "Europe/Athens",
        "Europe/Istanbul",
    )
)


def check_times(event: Any) -> None:
    """Raises ValidationError, by field, when an event ends before it begins or at a time that no clock shows.

    Django checks each field by itself; what is missing there is not complained of here.
    """
    errors: dict[str, str] = {}
    if event.start and event.end and event.end < event.start:
        errors["end"] = _("The last day is before the first.")
    if event.end_time and not event.start_time:
        errors["start_time"] = _("Say also when it begins, or take the time of its end away.")
    for day, clock, field in ((event.start, event.start_time, "start_time"), (event.end, event.end_time, "end_time")):
        if day and clock and not is_on_the_clock(day, clock, event.time_zone):
            errors[field] = _("This time does not exist on that day: clocks are put forward.")
    starts, ends = event.starts_at, event.ends_at
    if not errors and starts and ends and ends.astimezone(UTC) <= starts.astimezone(UTC):
        errors["end_time"] = _("It would end before it begins.")
    if errors:
        raise ValidationError(errors)


def is_on_the_clock(day: date, clock: time, zone: str) -> bool:
    """Whether a clock in that zone shows this time on that day: not in the hour that is left out in spring."""
    moment = datetime.combine(day, clock, ZoneInfo(zone))
    return moment.astimezone(UTC).astimezone(moment.tzinfo).replace(tzinfo=None) == datetime.combine(day, clock)
