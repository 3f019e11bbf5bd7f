"""Where people stand with what a course asks of them before it gives a certificate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from trainings.evaluation.asked import forms_by_training
from trainings.evaluation.models import AnswerSheet, FormAnswered
from trainings.models import Enrolment, TrainingPage


@dataclass(frozen=True, slots=True)
class Standing:
    """`has_answered`: all forms that are needed for the certificate. `has_passed`: the test after the training, or the
    course has none that somebody can fail.
    """

    has_answered: bool
    has_passed: bool


def standing(enrolments: Collection[Enrolment]) -> dict[int, Standing]:
    """By key of the enrolment. Four queries at most, however many there are."""
    keys = [one.pk for one in enrolments]
    if not keys:
        return {}
    trainings = TrainingPage.objects.filter(enrolments__in=keys).only("path").distinct()
    forms = forms_by_training(trainings)
    needed = {key: {form.pk for form in some if form.is_needed} for key, some in forms.items()}
    marked = {key: {form.pk for form in some if form.pass_mark is not None} for key, some in forms.items()}
    answered, passed = defaultdict(set), defaultdict(set)
    if any(needed.values()):
        for enrolment, form_key in FormAnswered.objects.filter(enrolment__in=keys).values_list("enrolment", "form"):
            answered[enrolment].add(form_key)
    if any(marked.values()):
        for sheet in AnswerSheet.objects.filter(enrolment__in=keys).select_related("form").defer("values"):
            if sheet.has_passed:
                passed[sheet.enrolment_id].add(sheet.form_id)
    return {
        one.pk: Standing(
            has_answered=needed[one.training_id] <= answered[one.pk],
            has_passed=marked[one.training_id] <= passed[one.pk],
        )
        for one in enrolments
    }
