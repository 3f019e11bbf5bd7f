"""Whether a training may be moved to days that are over."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _


def why_not_past(training: Any, today: date) -> str:
    """Why a training that people look forward to cannot be over; "" when it can.

    One that was over already may be corrected, and one in which nobody is enrolled may be put on record afterwards.
    """
    from trainings.models import Enrolment, TrainingPage

    if training.end >= today or not TrainingPage.objects.filter(pk=training.pk, live=True, end__gte=today).exists():
        return ""
    if not Enrolment.objects.live().filter(training=training.pk).exists():
        return ""
    return _("People are enrolled: it cannot be moved to days that are over.")
