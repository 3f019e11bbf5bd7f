"""When attendance can be changed, and when people can check in by themselves."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

#: People check in from so long before a session until so long after it.
BEFORE: Final = timedelta(minutes=30)
AFTER: Final = timedelta(minutes=30)


def why_settled(session: Any) -> str:
    """Why nothing of the attendance of a session can be changed; "" when it can (one query)."""
    from trainings.models import ClosedAttendance

    if ClosedAttendance.objects.filter(session=session.pk).exists():
        return _("The attendance of this session is closed.")
    return ""


def why_no_check_in(session: Any, now: datetime) -> str:
    """Why nobody can check in to a session by themselves; "" when people can (one query)."""
    training = session.training
    if training.is_cancelled:
        return _("This training is cancelled.")
    opens, ends = session.starts_at - BEFORE, session.ends_at + AFTER
    if now < opens:
        return _("Check-in to this session begins on %(time)s.") % {"time": _clock(opens, training)}
    if now > ends:
        return _("Check-in to this session ended on %(time)s.") % {"time": _clock(ends, training)}
    return why_settled(session)


def _clock(moment: datetime, training: Any) -> str:
    """By the clock of the training's place."""
    said = date_format(timezone.localtime(moment, training.zone), "DATETIME_FORMAT")
    return said if training.time_zone == settings.TIME_ZONE else f"{said} ({training.get_time_zone_display()})"
