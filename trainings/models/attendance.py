"""Who was in a session, how that became known, and which sessions it is settled for."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from trainings.models.enrolment import Enrolment
from trainings.models.parts import TrainingSession


class Attendance(models.Model):
    """Somebody was there in this session."""

    session = models.ForeignKey(TrainingSession, related_name="attendances", on_delete=models.CASCADE)
    enrolment = models.ForeignKey(Enrolment, related_name="attendances", on_delete=models.CASCADE)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "attendance"
        verbose_name_plural = "attendances"
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["session", "enrolment"], name="there_or_not_there")
        ]

    def __str__(self) -> str:
        return f"{self.session_id}: {self.enrolment_id}"


class AttendanceSource(models.TextChoices):
    """How it became known."""

    TICKED = "ticked", _("Ticked by a trainer")
    SELF = "self", _("Self check-in")
    LIST = "list", _("From a list")


class AttendanceChange(models.Model):
    """Somebody was marked as present or absent: by whom, when, and how. The last one is what holds.

    `at` is the moment of the choice, which may have waited for a connection. What was ticked before there were such
    rows has none.
    """

    session = models.ForeignKey(TrainingSession, related_name="attendance_changes", on_delete=models.CASCADE)
    enrolment = models.ForeignKey(Enrolment, related_name="attendance_changes", on_delete=models.CASCADE)
    is_there = models.BooleanField()
    source = models.CharField(max_length=10, choices=AttendanceSource.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "change of attendance"
        verbose_name_plural = "changes of attendance"
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["session", "enrolment"])]

    def __str__(self) -> str:
        return f"{self.session_id}: {self.enrolment_id} {'+' if self.is_there else '-'}"


class ClosedAttendance(models.Model):
    """The attendance of this session is settled: nothing of it is changed until a trainer opens it again.

    A row of its own, because sessions are stored with their page, from drafts that may be days old.
    """

    session = models.OneToOneField(TrainingSession, related_name="closed_attendance", on_delete=models.CASCADE)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "closed attendance"
        verbose_name_plural = "closed attendances"
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.session_id)
