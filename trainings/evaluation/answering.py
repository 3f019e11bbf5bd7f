"""Keeping what somebody answered: each attempt once, and apart from who it was where that was promised."""

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
    attempt: int = 1,
) -> bool:
    """Stores the answers; False when this attempt was made before or is not allowed, and then nothing is changed.

    `attempt`, counted from 1, says which one these answers are meant to be: what is sent twice is one attempt.
    """
    with transaction.atomic():
        # Held, so that of two at once one comes after the other. Evaluated for its lock alone.
        EvaluationForm.objects.select_for_update().order_by("pk").filter(pk=form.pk).values_list("pk").first()
        if attempt > 1:
            return _repeated(_sheet(enrolment, form, questions, values), attempt)
        _answered, is_first = FormAnswered.objects.get_or_create(
            enrolment=enrolment, form=form, defaults={"on": timezone.localdate()}
        )
        if not is_first:
            return False
        _sheet(enrolment, form, questions, values).save()
        if form.anonymous:
            _shuffle(form, enrolment.training_id)
    return True


def _sheet(
    enrolment: Enrolment, form: EvaluationForm, questions: Sequence[EvaluationQuestion], values: Mapping[str, Any]
) -> AnswerSheet:
    reached, out_of = points(questions, values)
    number, rated = ratings(questions, values)
    return AnswerSheet(
        form=form,
        training_id=enrolment.training_id,
        enrolment=None if form.anonymous else enrolment,
        values=dict(values),
        points=reached,
        out_of=out_of,
        ratings=number,
        rated=rated,
    )


def _repeated(new: AnswerSheet, attempt: int) -> bool:
    """Counts one more attempt, whose answers take the place of those that are kept unless these were better."""
    there = AnswerSheet.objects.filter(enrolment=new.enrolment_id, form=new.form_id).select_related("form")
    # Held too: whoever leaves at this moment takes their name from it, before or after.
    kept = there.select_for_update(of=("self",)).first()
    if kept is None or kept.attempts != attempt - 1 or not kept.attempts_left:
        return False
    kept.attempts = attempt
    # Parts of the points, without dividing: there may be other questions than the last time.
    if new.points * kept.out_of >= kept.points * new.out_of:
        kept.values, kept.points, kept.out_of = new.values, new.points, new.out_of
        kept.ratings, kept.rated = new.ratings, new.rated
        FormAnswered.objects.filter(enrolment=kept.enrolment_id, form=kept.form_id).update(on=timezone.localdate())
    kept.save()
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
