"""A list of people who are to be enrolled, while somebody decides on it; and those who were invited by one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar, Final

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.long_work import LongWork
from trainings.models.training import TrainingPage

#: So long a list can be looked at, carried out and its report downloaded; then it is deleted.
KEPT_FOR: Final = timedelta(days=1)


class ImportState(models.TextChoices):
    """DECIDING: nobody has said yet that anything is to be carried out."""

    DECIDING = "deciding"
    WAITING = "waiting"
    MAKING = "making"
    READY = "ready"
    FAILED = "failed"


class ParticipantImportQuerySet(models.QuerySet["ParticipantImport"]):
    def of(self, user: Any, training_id: int) -> ParticipantImportQuerySet:
        """Those of one person that have not expired: nobody else sees them."""
        return self.filter(user=user, training=training_id, created_at__gt=timezone.now() - KEPT_FOR)

    def expired(self) -> ParticipantImportQuerySet:
        return self.filter(created_at__lte=timezone.now() - KEPT_FOR)


class ParticipantImport(LongWork):
    """What is in an uploaded file, and what its owner decided about it. The file itself is not kept.

    `header` are the names of its columns, `rows` its rows as [number, [cells]]; `hidden` and `sheet` as in
    `trainings.importing.reading.Table`. `columns` says which column is what, `choices` what its owner says of rows that
    may be somebody known: number of the row to `trainings.importing.fates.Choice`. `chosen` are the numbers of the rows
    that are to be carried out, none before somebody has said so; `done` of `total` of them are, in the present attempt.
    """

    training = models.ForeignKey(TrainingPage, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    file_name = models.CharField(max_length=200)
    header = models.JSONField(default=list)
    rows = models.JSONField(default=list)
    hidden = models.JSONField(default=list)
    sheet = models.CharField(max_length=500, blank=True)
    columns = models.JSONField(default=dict)
    choices = models.JSONField(default=dict)
    chosen = models.JSONField(default=list)
    language = models.CharField(max_length=10, blank=True)

    state = models.CharField(max_length=10, default=ImportState.DECIDING, choices=ImportState.choices)

    objects: ClassVar[ParticipantImportQuerySet] = ParticipantImportQuerySet.as_manager()  # type: ignore[assignment]

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "list of people to enrol"
        verbose_name_plural = "lists of people to enrol"
        default_permissions = ()

    def __str__(self) -> str:
        return self.file_name


class Result(models.TextChoices):
    """What became of a row."""

    CONFIRMED = "confirmed", _("Enrolled")
    WAITING = "waiting", _("On the waiting list")
    ALREADY = "already", _("Was enrolled already")
    INVITED = "invited", _("Invited")
    EXPECTED = "expected", _("Was invited already")
    REFUSED = "refused", _("Not enrolled")


class ImportedRow(models.Model):
    """What became of a row: written in one transaction with it, so that a row is carried out once or not at all."""

    source = models.ForeignKey(ParticipantImport, on_delete=models.CASCADE, related_name="carried_out")
    number = models.PositiveIntegerField()
    result = models.CharField(max_length=10, choices=Result.choices)
    reason = models.CharField(max_length=500, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "row that was carried out"
        verbose_name_plural = "rows that were carried out"
        default_permissions = ()
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["source", "number"], name="a_row_is_carried_out_once")
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.result}"


class ExpectedParticipant(models.Model):
    """Somebody who was invited to the network by a list, and is enrolled when they join with this address.

    `refusal` says why they were not enrolled then, in the language of whoever invited them. Deleted once they are.
    """

    training = models.ForeignKey(TrainingPage, on_delete=models.CASCADE, related_name="expected")
    email = models.EmailField()
    name = models.CharField(max_length=320)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    invited_at = models.DateTimeField(default=timezone.now)
    refusal = models.CharField(max_length=500, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "person who is expected"
        verbose_name_plural = "persons who are expected"
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["email"])]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["training", "email"], name="expected_once_in_a_training")
        ]

    def __str__(self) -> str:
        return self.name
