"""Keeping what somebody answered: once, and apart from who it was where that was promised."""

from __future__ import annotations

import random
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from trainings.evaluation.filling import points, ratings
from trainings.evaluation.models import AnswerSheet, EvaluationForm, EvaluationQuestion, FormAnswered
from trainings.models import Enrolment


def keep_answers(
    *,
    enrolment: Enrolment,
    form: EvaluationForm,
    questions: Sequence[EvaluationQuestion],
    values: Mapping[str, Any],
) -> bool:
    """Stores the answers; False when this person had answered before, and then nothing is changed."""
    with transaction.atomic():
        # Held, so that of two at once one comes after the other. Evaluated for its lock alone.
        EvaluationForm.objects.select_for_update().order_by("pk").filter(pk=form.pk).values_list("pk").first()
        _answered, is_first = FormAnswered.objects.get_or_create(
            enrolment=enrolment, form=form, defaults={"on": timezone.localdate()}
        )
        if not is_first:
            return False
        reached, out_of = points(questions, values)
        number, rated = ratings(questions, values)
        AnswerSheet.objects.create(
            form=form,
            training_id=enrolment.training_id,
            enrolment=None if form.anonymous else enrolment,
            values=dict(values),
            points=reached,
            out_of=out_of,
            ratings=number,
            rated=rated,
        )
        if form.anonymous:
            _shuffle(form, enrolment.training_id)
    return True


def _shuffle(form: EvaluationForm, training: int) -> None:
    """Writes all sheets of an anonymous form anew, under new keys and in another order.

    A database keeps rows in the order in which they were written, with the transaction that wrote them: compared with
    who answered, that would tell whose is which.
    """
    sheets = list(AnswerSheet.objects.filter(form=form, training=training))
    AnswerSheet.objects.filter(pk__in=[sheet.pk for sheet in sheets]).delete()
    random.SystemRandom().shuffle(sheets)
    for sheet in sheets:
        sheet.pk = uuid.uuid4()
    AnswerSheet.objects.bulk_create(sheets)
