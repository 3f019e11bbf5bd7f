"""Which forms people who are enrolled are asked to fill in, and whether they have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from trainings.evaluation.models import EvaluationForm, FormAnswered, FormKind
from trainings.evaluation.opening import ASKED_STATES, Window, window_of
from trainings.models import Enrolment, TrainingPage, TrainingSession


@dataclass(frozen=True, slots=True)
class Asked:
    """One form of one enrolment. `is_open`: it can be filled in now, or could be, had it not been answered."""

    enrolment: Enrolment
    form: EvaluationForm
    window: Window
    is_answered: bool
    is_open: bool

    @property
    def is_due(self) -> bool:
        return self.is_open and not self.is_answered


def course_path(training: TrainingPage) -> str:
    """The path of the page above a training, which is its course."""
    return training.path[: -TrainingPage.steplen]


def forms_of(training: TrainingPage) -> list[EvaluationForm]:
    """The forms of its course, in the order in which participants get them (one query)."""
    return _in_order(EvaluationForm.objects.filter(course__path=course_path(training)))


def forms_by_training(trainings: Iterable[TrainingPage]) -> dict[int, list[EvaluationForm]]:
    """For each of these trainings, by key, the forms of its course in their order (one query)."""
    paths = {training.pk: course_path(training) for training in trainings}
    forms = defaultdict(list)
    found = EvaluationForm.objects.filter(course__path__in=set(paths.values())).select_related("course")
    for form in _in_order(found):
        forms[form.course.path].append(form)
    return {key: forms[path] for key, path in paths.items()}


def asked_of(enrolments: Collection[Enrolment], now: datetime | None = None) -> dict[int, list[Asked]]:
    """For each of these enrolments, by key, the forms of its course in their order.

    Four queries at most, however many enrolments there are; `training` is read with them.
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
    answered = set(
        FormAnswered.objects.filter(enrolment__in=[one.pk for one in enrolments]).values_list("enrolment", "form")
    )

    def asked(enrolment: Enrolment, form: EvaluationForm) -> Asked:
        training = trainings[enrolment.training_id]
        window = window_of(form.kind, training, sessions[training.pk])
        is_asked = enrolment.state in ASKED_STATES and training.live and not training.is_cancelled
        return Asked(enrolment, form, window, (enrolment.pk, form.pk) in answered, is_asked and window.is_open(now))

    return {one.pk: [asked(one, form) for form in forms[one.training_id]] for one in enrolments}


def _in_order(forms: Iterable[EvaluationForm]) -> list[EvaluationForm]:
    order = list(FormKind)
    return sorted(forms, key=lambda form: order.index(FormKind(form.kind)))
