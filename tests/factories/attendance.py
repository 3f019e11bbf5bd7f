"""Sessions that are going on, and what is sent of who was there."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

from django.utils import timezone

from tests.factories.trainings import make_training
from trainings.models import AttendanceChange, Enrolment, TrainingPage, TrainingSession


def make_training_now(**fields: Any) -> TrainingPage:
    """Today, with one session all day."""
    day = timezone.localdate()
    session = TrainingSession(day=day, begins=time(0), ends=time(23, 59))
    return make_training(**{"start": day, "end": day + timedelta(days=1), "sessions": [session], **fields})


def changes() -> list[tuple[int, bool, str, int | None]]:
    """Of each change: whom, there or not, how, and by whom (keys)."""
    return list(AttendanceChange.objects.values_list("enrolment", "is_there", "source", "by"))


def tick(enrolment: Enrolment, *, there: bool, seconds_ago: int = 0, seen: int = 0) -> str:
    """As the script of the list sends it."""
    return f"{enrolment.pk}:{int(there)}:{seen}:{seconds_ago * 1000}"
