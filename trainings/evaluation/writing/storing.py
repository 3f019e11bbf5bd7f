"""Storing what trainers write of a form: as long as nobody has answered it, and one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from wagtail.models import Page

from trainings.evaluation.models import EvaluationForm, EvaluationQuestion
from trainings.rules.refusal import Refused
from trainings.services.order import move


def why_fixed(form: EvaluationForm) -> str:
    """Why trainers change nothing of a form any more; "" as long as they may."""
    if not form.has_answers:
        return ""
    return _(
        "People have answered this form, so its questions stay as they are: answers would not mean the same any more. "
        "An editor can correct words, end a question and add another one."
    )


def put_form(form: EvaluationForm) -> None:
    """Stores a new or changed form. Raises Refused when somebody has answered, or was quicker with a new one."""
    if form.pk is not None:
        with _held(form):
            form.save()
        return
    with transaction.atomic():
        # Whoever makes a form of the same course waits here.
        Page.objects.select_for_update().get(pk=form.course_id)
        if EvaluationForm.objects.filter(course=form.course_id, kind=form.kind).exists():
            raise Refused(_("Somebody else has made this form meanwhile. If you save again, yours takes its place."))
        form.save()


def put_question(question: EvaluationQuestion) -> None:
    """Stores a new or changed question, a new one as the last. Raises Refused when somebody has answered the form, or
    has taken the question away.
    """
    with _held(question.form):
        others = EvaluationQuestion.objects.filter(form=question.form_id)
        if question.pk is None:
            question.position = (others.aggregate(last=Max("position"))["last"] or 0) + 1
        elif not others.filter(pk=question.pk).exists():
            raise Refused(_("Somebody else has removed this question meanwhile."))
        question.save()


def remove_question(question: EvaluationQuestion) -> None:
    """Raises Refused when somebody has answered the form."""
    with _held(question.form):
        EvaluationQuestion.objects.filter(pk=question.pk).delete()


def move_question(question: EvaluationQuestion, *, by: int) -> None:
    """One place up (-1) or down (1); at the end nothing changes. Raises Refused when somebody has answered the form."""
    with _held(question.form):
        move(EvaluationQuestion.objects.filter(form=question.form_id), question, by)


@contextmanager
def _held(form: EvaluationForm) -> Iterator[None]:
    """Nobody answers meanwhile, see `trainings.evaluation.answering`."""
    with transaction.atomic():
        if EvaluationForm.objects.select_for_update().filter(pk=form.pk).first() is None:
            raise Refused(_("Somebody else has removed this form meanwhile."))
        if refusal := why_fixed(form):
            raise Refused(refusal)
        yield
