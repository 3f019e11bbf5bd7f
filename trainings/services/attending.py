"""Ticking who was there."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from trainings.models import Attendance, Enrolment, TrainingSession


@transaction.atomic
def take_attendance(*, session: TrainingSession, asked: Iterable[int], there: Iterable[int]) -> None:
    """Of the enrolments that were on the list (`asked`), those in `there` were present, the others not.

    Who is not on the list that somebody looked at stays as it is: two may tick at the same time.
    """
    listed = set(
        Enrolment.objects.filter(training=session.training_id, pk__in=list(asked)).values_list("pk", flat=True)
    )
    present = listed & set(there)
    Attendance.objects.filter(session=session, enrolment__in=listed - present).delete()
    Attendance.objects.bulk_create(
        [Attendance(session=session, enrolment_id=key) for key in sorted(present)], ignore_conflicts=True
    )
