"""When people may enrol."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _


def why_closed(training: Any, begins_at: datetime, now: datetime) -> str:
    """Why nobody can enrol in a training now; "" when people can. `begins_at` is its first moment."""
    today = now.astimezone(training.zone).date()
    if training.is_cancelled:
        return _("This training is cancelled.")
    if now >= begins_at:
        return _("This training has begun.")
    if training.opens_on and today < training.opens_on:
        return _("Enrolment begins on %(day)s.") % {"day": date_format(training.opens_on)}
    if training.closes_on and today > training.closes_on:
        return _("Enrolment ended on %(day)s.") % {"day": date_format(training.closes_on)}
    return ""
