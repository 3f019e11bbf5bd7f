"""Letters to people who are enrolled, from being due to being sent."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from trainings.models.enrolment import Enrolment
from trainings.models.training import TrainingPage
from trainings.rules.states import State


class LetterKind(models.TextChoices):
    """Why somebody is written to: their enrolment came into a state of the same name, or something else happened.

    ISSUED and REVOKED are about certificates, COMING says that the training begins soon.
    """

    REQUESTED = State.REQUESTED.value
    NOMINATED = State.NOMINATED.value
    OFFERED = State.OFFERED.value
    CONFIRMED = State.CONFIRMED.value
    WAITING = State.WAITING.value
    DECLINED = State.DECLINED.value
    WITHDRAWN = State.WITHDRAWN.value
    CHANGED = "changed"
    CANCELLED = "cancelled"
    MESSAGE = "message"
    ISSUED = "issued"
    REVOKED = "revoked"
    COMING = "coming"
    # A form is to be filled in: asked for once, and once more.
    ASKED = "asked"
    REMINDED = "reminded"


class TrainerMessage(models.Model):
    """What a trainer wrote to the participants, in the trainer's own words and language."""

    training = models.ForeignKey(TrainingPage, related_name="messages", on_delete=models.CASCADE)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    subject = models.CharField(max_length=150)
    text = models.TextField()
    written_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "message of a trainer"
        verbose_name_plural = "messages of trainers"

    def __str__(self) -> str:
        return self.subject


class Letter(models.Model):
    """Written in the same transaction as what it tells of, sent after it; `sent_at` is None until it has been.

    `about_day` is the first day, of which a letter that the training begins soon reminds.
    """

    enrolment = models.ForeignKey(Enrolment, related_name="letters", on_delete=models.CASCADE)
    kind = models.CharField(max_length=10, choices=LetterKind.choices)
    message = models.ForeignKey(TrainerMessage, null=True, blank=True, on_delete=models.CASCADE, related_name="letters")
    form = models.ForeignKey(
        "trainings.EvaluationForm", null=True, blank=True, on_delete=models.CASCADE, related_name="letters"
    )
    about_day = models.DateField(null=True, blank=True)
    due_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "letter about an enrolment"
        verbose_name_plural = "letters about enrolments"
        ordering: ClassVar[list[str]] = ["pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["id"], condition=models.Q(sent_at=None), name="letters_to_send")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["enrolment", "form", "kind"],
                condition=models.Q(form__isnull=False),
                name="one_letter_of_a_kind_about_a_form",
            ),
            models.UniqueConstraint(fields=["enrolment", "about_day"], name="one_reminder_of_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id}: {self.kind}"
