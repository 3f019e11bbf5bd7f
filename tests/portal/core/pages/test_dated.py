"""What has a date, as lists show it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from portal.core.pages.dated import dated_line, when
from portal.core.registries.calendar import CalendarEntry

ENTRY = CalendarEntry(
    uid="1",
    title="Release",
    lang="en",
    title_lang="",
    summary="",
    url="/en/",
    start=date(2026, 12, 1),
    end=date(2026, 12, 3),
    kind="Conference",
    kind_code="conference",
    place="Skopje",
    is_sample=False,
)


@pytest.mark.parametrize(("day", "is_today"), [(30, False), (1, True), (3, True), (4, False)])
def test_it_is_on_today_from_its_first_day_to_its_last(day, is_today):
    today = date(2026, 11 if day == 30 else 12, day)
    assert dated_line(ENTRY, today)["is_today"] is is_today


@pytest.mark.parametrize("off", ["is_cancelled", "is_postponed"])
def test_what_does_not_take_place_is_not_on_today(off):
    line = dated_line(replace(ENTRY, **{off: True}), ENTRY.start)
    assert (line["is_today"], line[off]) == (False, True)


def test_days_are_said_of_several_only_and_times_as_far_as_they_are_known():
    begins, ends = (datetime(2026, 12, 1, hour, 30, tzinfo=UTC) for hour in (10, 12))
    short = replace(ENTRY, end=ENTRY.start)
    assert [when(one) for one in (ENTRY, short, replace(short, starts_at=begins, ends_at=ends))] == [
        "1–3 December 2026",
        "",
        "10:30–12:30",
    ]
