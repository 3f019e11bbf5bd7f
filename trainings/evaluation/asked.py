"""Which forms people who are enrolled are asked to fill in, and whether they have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef
from django.utils import timezone

from trainings.evaluation.models import AnswerSheet, EvaluationForm, EvaluationQuestion, FormAnswered, FormKind
from trainings.evaluation.opening import ASKED_STATES, Window, window_of
from trainings.models import Enrolment, TrainingPage, TrainingSession


@dataclass(frozen=True, slots=True)
class Asked:
    """One form of one enrolment. `is_open`: it can be filled in now, or could be, had it not been answered.

    `attempt` is the one that was kept of a test that somebody can fail, without its answers.
    """

    enrolment: Enrolment
    form: EvaluationForm
    window: Window
    is_answered: bool
    is_open: bool
    attempt: AnswerSheet | None = None

    @property
    def is_due(self) -> bool:
        return self.is_open and not self.is_answered

    @property
    def attempts_left(self) -> int:
        """How often it may be taken again now, after it was not passed."""
        return self.attempt.attempts_left if self.attempt and self.is_open else 0

    @property
    def next_attempt(self) -> int:
        """The number of the one that would be made now, from 1; 0 when none may be made any more."""
        if not self.is_answered:
            return 1
        return self.attempt.attempts + 1 if self.attempt and self.attempts_left else 0


def course_path(training: TrainingPage) -> str:
    """The path of the page above a training, which is its course."""
    return training.path[: -TrainingPage.steplen]


def forms_of(training: TrainingPage) -> list[EvaluationForm]:
    """The forms of its course, in the order in which participants get them (one query)."""
    return _in_order(EvaluationForm.objects.filter(course__path=course_path(training)))


def forms_by_training(trainings: Iterable[TrainingPage]) -> dict[int, list[EvaluationForm]]:
    """For each of these trainings, by key, the forms of its course in their order (one query).

    Those that ask something: one that is only just being written has no questions yet.
    """
    paths = {training.pk: course_path(training) for training in trainings}
    forms = defaultdict(list)
    asking = Exists(EvaluationQuestion.objects.filter(form=OuterRef("pk"), is_asked=True))
    found = EvaluationForm.objects.filter(asking, course__path__in=set(paths.values())).select_related("course")
    for form in _in_order(found):
        forms[form.course.path].append(form)
    return {key: forms[path] for key, path in paths.items()}


def asked_of(enrolments: Collection[Enrolment], now: datetime | None = None) -> dict[int, list[Asked]]:
    """For each of these enrolments, by key, the forms of its course in their order.

    Five queries at most, however many enrolments there are; `training` is read with them.
    """
    now = now or timezone.now()
    if not enrolments:
        return {}
    trainings = TrainingPage.objects.for_lists().in_bulk({one.training_id for one in enrolments})
    forms = forms_by_training(trainings.values())
    if not any(forms.values()):
        return {one.pk: [] for one in enrolments}
    sessions = defaultdict(list)
    for session in TrainingSession.objects.filter(training__in=trainings):
        sessions[session.training_id].append(session)
    keys = [one.pk for one in enrolments]
    answered = set(FormAnswered.objects.filter(enrolment__in=keys).values_list("enrolment", "form"))
    attempts = {}
    if any(form.pass_mark is not None for some in forms.values() for form in some):
        kept = AnswerSheet.objects.filter(enrolment__in=keys, form__pass_mark__isnull=False)
        attempts = {(one.enrolment_id, one.form_id): one for one in kept.select_related("form").defer("values")}

    def asked(enrolment: Enrolment, form: EvaluationForm) -> Asked:
        training = trainings[enrolment.training_id]
        window = window_of(form.kind, training, sessions[training.pk])
        is_asked = enrolment.state in ASKED_STATES and training.live and not training.is_cancelled
        key = (enrolment.pk, form.pk)
        return Asked(enrolment, form, window, key in answered, is_asked and window.is_open(now), attempts.get(key))

    return {one.pk: [asked(one, form) for form in forms[one.training_id]] for one in enrolments}


def _in_order(forms: Iterable[EvaluationForm]) -> list[EvaluationForm]:
    order = list(FormKind)
    return sorted(forms, key=lambda form: order.index(FormKind(form.kind)))
