"""Time zones as other calendars want them told: with the rule of summer time (RFC 5545, 3.6.5).

The zones that events may be in (portal.core.time_zones) have no summer time, or that of Europe: from the last Sunday of
March to the last of October, everywhere at 01:00 UTC (Directive 2000/84/EC). A test compares with the database of time
zones.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

#: The first year in which all of them kept this rule.
_SPRING: Final = datetime(1996, 3, 31, 1, tzinfo=UTC)
_AUTUMN: Final = datetime(1996, 10, 27, 1, tzinfo=UTC)


def described(name: str, year: int) -> Timezone:
    """The zone as it is in that year."""
    zone = ZoneInfo(name)
    winter, summer = (datetime(year, month, 1, tzinfo=zone).utcoffset() or timedelta() for month in (1, 7))
    described = Timezone()
    described.add("tzid", name)
    if winter == summer:
        described.add_component(_observance(TimezoneStandard(), _SPRING, winter, winter))
        return described
    for observance, begins, before, after in (
        (TimezoneDaylight(), _SPRING, winter, summer),
        (TimezoneStandard(), _AUTUMN, summer, winter),
    ):
        component = _observance(observance, begins, before, after)
        component.add("rrule", {"freq": "yearly", "bymonth": begins.month, "byday": "-1su"})
        described.add_component(component)
    return described


def _observance(
    component: TimezoneStandard | TimezoneDaylight, begins: datetime, before: timedelta, after: timedelta
) -> TimezoneStandard | TimezoneDaylight:
    # By the clock as it stood until then.
    component.add("dtstart", (begins + before).replace(tzinfo=None))
    component.add("tzoffsetfrom", before)
    component.add("tzoffsetto", after)
    return component
