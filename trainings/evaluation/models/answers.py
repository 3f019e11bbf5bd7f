"""What was answered, and by whom, in two tables that nothing joins where answers are anonymous."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.db import models
from django.utils import timezone

from trainings.evaluation.models.form import EvaluationForm
from trainings.models.enrolment import Enrolment
from trainings.models.training import TrainingPage


class FormAnswered(models.Model):
    """Somebody has answered a form. What they answered is not here. `on`: the day of the answers that count."""

    enrolment = models.ForeignKey(Enrolment, related_name="forms_answered", on_delete=models.CASCADE)
    form = models.ForeignKey(EvaluationForm, related_name="answered", on_delete=models.PROTECT)
    on = models.DateField(default=timezone.localdate)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "form that was answered"
        verbose_name_plural = "forms that were answered"
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["enrolment", "form"], name="answered_once"),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id}: {self.form_id}"


class AnswerSheet(models.Model):
    """The answers of one person to one form.

    `enrolment` is None where the form is anonymous, or where the person has left. There is no time and no day, and the
    key is random. `values` has, by the key of the question as text, a number, a list of numbers or a text; what was
    left out is not in it. Options are counted from 1. `points` of `out_of` were reached in a test, by the questions of
    that day. `ratings` is the number of steps on scales that were chosen, `rated` what they are together.

    Of a test that was repeated this is the best attempt, whole; of two as good the later. `attempts` is how many there
    were. So there is one sheet a person, whatever counts them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    form = models.ForeignKey(EvaluationForm, related_name="sheets", on_delete=models.PROTECT)
    training = models.ForeignKey(TrainingPage, related_name="answer_sheets", on_delete=models.PROTECT)
    enrolment = models.ForeignKey(
        Enrolment, related_name="answer_sheets", null=True, blank=True, on_delete=models.CASCADE
    )
    values = models.JSONField(default=dict)
    points = models.PositiveIntegerField(default=0)
    out_of = models.PositiveIntegerField(default=0)
    ratings = models.PositiveIntegerField(default=0)
    rated = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=1)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "sheet of answers"
        verbose_name_plural = "sheets of answers"
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["enrolment", "form"],
                condition=models.Q(enrolment__isnull=False),
                name="one_sheet_a_person",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def percent(self) -> int:
        """Of the points; 0 of a form without any."""
        return round(100 * self.points / self.out_of) if self.out_of else 0

    @property
    def has_passed(self) -> bool:
        """Counted without rounding: 69.6 percent are not 70."""
        mark = self.form.pass_mark
        return mark is None or (self.out_of > 0 and 100 * self.points >= mark * self.out_of)

    @property
    def attempts_left(self) -> int:
        """How often the test may be taken again, as long as it is open. Never what was passed, or is not known whose
        it is.
        """
        if self.enrolment_id is None or self.has_passed:
            return 0
        return max(self.form.attempts - self.attempts, 0)
