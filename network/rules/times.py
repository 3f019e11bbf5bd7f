"""When something may begin and end."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.core.time_zones import is_on_the_clock


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
