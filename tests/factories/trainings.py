"""Trainings and who is enrolled."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from portal.members.models import Member
from tests.factories.members import make_member
from tests.factories.pages import make_page
from tests.factories.people import make_user
from trainings.evaluation.answering import keep_answers
from trainings.evaluation.asked import course_path
from trainings.evaluation.models import EvaluationForm, EvaluationQuestion, FormKind, QuestionKind
from trainings.models import CoursePage, Enrolment, TrainingMaterial, TrainingPage, TrainingSession
from trainings.services.enrolling import enrol
from trainings.services.materials import put_material


def make_training(*, days: int = 30, **fields: Any) -> TrainingPage:
    """A training that begins in so many days and takes two, without sessions unless they are given."""
    start = timezone.localdate() + timedelta(days=days)
    sessions = fields.pop("sessions", ())
    training = make_page(TrainingPage, **{"start": start, "end": start + timedelta(days=1), **fields})
    for session in sessions:
        session.training = training
        session.save()
    return training


def make_session(day: date, begins: int = 9, ends: int = 12) -> TrainingSession:
    """From one full hour to another; stored with its training."""
    return TrainingSession(day=day, begins=time(begins), ends=time(ends))


def make_people(count: int, **fields: Any) -> list[Member]:
    return [make_member(user=make_user(), **fields) for _ in range(count)]


def make_enrolment(training: TrainingPage, member: Member | None = None) -> Enrolment:
    """Confirmed, or waiting when there is no place any more."""
    return enrol(training_id=training.pk, member=member or make_member(), by=None)


def make_material(
    training: TrainingPage, title: str = "Reader", text: str = "Secret", **fields: Any
) -> TrainingMaterial:
    """A text file for the participants; with `link` there is no file."""
    material = TrainingMaterial(training=training, **{"title_en": title, **fields})
    file = None if material.link else ContentFile(text.encode(), "reader.txt")
    put_material(material=material, file=file, language="", by=None)
    return material


def make_form(training: TrainingPage, kind: str = FormKind.REACTION, **fields: Any) -> EvaluationForm:
    """A form of the course of this training, without questions."""
    course = CoursePage.objects.get(path=course_path(training))
    return EvaluationForm.objects.create(course=course, kind=kind, **{"title_en": "What do you think?", **fields})


def make_question(form: EvaluationForm, kind: str = QuestionKind.SCALE, **fields: Any) -> EvaluationQuestion:
    """In a test with the second option right, for one point."""
    if kind in {QuestionKind.ONE, QuestionKind.SEVERAL}:
        fields = {"options_en": "Yes\nNo\nPerhaps", "right": "2" if form.is_test else "", **fields}
    position = form.questions.count() + 1
    return EvaluationQuestion.objects.create(
        form=form, kind=kind, **{"text_en": f"Question {position}?", "position": position, **fields}
    )


def make_answer(enrolment: Enrolment, form: EvaluationForm, *given: Any, attempt: int = 1) -> bool:
    """Somebody answers the questions in their order; whether it was kept."""
    questions = list(form.questions.all())
    values = {str(question.pk): value for question, value in zip(questions, given, strict=True)}
    return keep_answers(enrolment=enrolment, form=form, questions=questions, values=values, attempt=attempt)
