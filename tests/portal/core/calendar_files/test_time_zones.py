"""The rule that is told is the one that clocks keep."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject
from icalendar import Calendar

from portal.core.calendar_files.time_zones import described
from portal.core.time_zones import TIME_ZONES


@pytest.mark.parametrize("name", [name for name, _label in TIME_ZONES])
def test_another_program_reads_the_hours_that_the_zone_keeps(name):
    calendar = Calendar()
    calendar.add_component(described(name, 2026))
    theirs = vobject.readOne(calendar.to_ical().decode()).vtimezone.gettzinfo()
    ours = ZoneInfo(name)
    noons = [datetime(2026, 1, 1, 12) + timedelta(days=day) for day in range(0, 10 * 365, 5)]
    # The days of change themselves, before and after.
    noons += [datetime(2027, 3, 28, 0), datetime(2027, 3, 28, 12), datetime(2027, 10, 31, 12)]
    assert [noon.replace(tzinfo=theirs).utcoffset() for noon in noons] == [
        noon.replace(tzinfo=ours).utcoffset() for noon in noons
    ]


def test_clocks_are_put_forward_at_one_by_utc():
    before, after = (datetime(2027, 3, 28, hour, tzinfo=UTC) for hour in (0, 1))
    zone = ZoneInfo("Europe/Tirane")
    assert [moment.astimezone(zone).hour for moment in (before, after)] == [1, 3]
