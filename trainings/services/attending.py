"""Marking who was there: the one place that writes it, whoever says so and however."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from trainings.models import (
    Attendance,
    AttendanceChange,
    AttendanceSource,
    ClosedAttendance,
    Enrolment,
    TrainingSession,
)
from trainings.queries.participants import last_changes, present_in
from trainings.rules.attendance import why_settled
from trainings.rules.refusal import Refused


@dataclass(frozen=True, slots=True)
class Mark:
    """What somebody says of one enrolment (key), and when; `seen` is the key of the last change they knew of, or 0."""

    enrolment: int
    is_there: bool
    at: datetime
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else had said otherwise meanwhile. `is_kept`: this mark is the later one and holds; else theirs does."""

    mark: Mark
    theirs: AttendanceChange
    is_kept: bool


@transaction.atomic
def mark_attendance(
    *, session: TrainingSession, marks: Iterable[Mark], by: Any, source: AttendanceSource
) -> list[Conflict]:
    """Marks people as present or absent; who is not named stays as they are. The same twice changes nothing.

    Of two who say otherwise the later choice holds. Enrolments of other trainings are left alone. Raises Refused when
    something would change and the attendance is closed.
    """
    _lock(session)
    present, known = present_in(session), last_changes(session)
    conflicts: list[Conflict] = []
    written: list[Mark] = []
    there = _of_training(session, {mark.enrolment: mark for mark in marks})
    new = [mark for mark in there if mark.is_there != (mark.enrolment in present)]
    if new and (refusal := why_settled(session)):
        raise Refused(refusal)
    for mark in new:
        theirs = known.get(mark.enrolment)
        if theirs is None or theirs.pk == mark.seen:
            written.append(mark if theirs is None else replace(mark, at=max(mark.at, theirs.at)))
            continue
        is_kept = mark.at >= theirs.at
        if not is_kept or theirs.by_id != by.pk:
            conflicts.append(Conflict(mark, theirs, is_kept))
        if is_kept:
            written.append(mark)
    _write(session, written, by, source)
    return conflicts


def close_attendance(*, session: TrainingSession, by: Any) -> None:
    """From now on nothing of it is changed. Closed twice, the first one stands."""
    ClosedAttendance.objects.get_or_create(session=session, defaults={"by": by})


def open_attendance(*, session: TrainingSession) -> None:
    ClosedAttendance.objects.filter(session=session).delete()


def _lock(session: TrainingSession) -> None:
    """Whoever marks in the same session waits here."""
    TrainingSession.objects.select_for_update().get(pk=session.pk)


def _of_training(session: TrainingSession, marks: Mapping[int, Mark]) -> list[Mark]:
    there = Enrolment.objects.filter(training=session.training_id, pk__in=list(marks)).order_by("pk")
    now = timezone.now()
    # A clock that goes fast does not win over those who come later.
    return [replace(marks[key], at=min(marks[key].at, now)) for key in there.values_list("pk", flat=True)]


def _write(session: TrainingSession, marks: Collection[Mark], by: Any, source: AttendanceSource) -> None:
    there = [mark.enrolment for mark in marks if mark.is_there]
    gone = [mark.enrolment for mark in marks if not mark.is_there]
    Attendance.objects.bulk_create([Attendance(session=session, enrolment_id=key) for key in there])
    Attendance.objects.filter(session=session, enrolment__in=gone).delete()
    AttendanceChange.objects.bulk_create(
        AttendanceChange(
            session=session, enrolment_id=mark.enrolment, is_there=mark.is_there, source=source, by=by, at=mark.at
        )
        for mark in marks
    )
