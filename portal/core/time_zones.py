"""The time zones in which something of the portal happens, and times that no clock there shows."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

#: Those of the beneficiaries, which all keep the same time, and of the places that partners work from. In English they
#: are called as the database of time zones calls them.
TIME_ZONES: Final = (
    ("Europe/Tirane", _("Tirane")),
    ("Europe/Sarajevo", _("Sarajevo")),
    ("Europe/Belgrade", _("Belgrade")),
    ("Europe/Podgorica", _("Podgorica")),
    ("Europe/Skopje", _("Skopje")),
    ("Europe/Brussels", _("Brussels")),
    ("Europe/Paris", _("Paris")),
    ("Europe/Vienna", _("Vienna")),
    ("Europe/London", _("London")),
    ("Europe/Athens", _("Athens")),
    ("Europe/Istanbul", _("Istanbul")),
)


def moment_at(day: date | None, clock: time | None, zone: str) -> datetime | None:
    """The moment at which a clock in that zone shows this; None when the day or the time is not known."""
    return None if day is None or clock is None else datetime.combine(day, clock, ZoneInfo(zone))


def is_on_the_clock(day: date, clock: time, zone: str) -> bool:
    """Whether a clock in that zone shows this time on that day: not in the hour that is left out in spring."""
    moment = datetime.combine(day, clock, ZoneInfo(zone))
    return moment.astimezone(UTC).astimezone(moment.tzinfo).replace(tzinfo=None) == datetime.combine(day, clock)
