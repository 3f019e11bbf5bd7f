"""The forms of a course for those who run one of its trainings: which there are, their questions, changing them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.core.pages.listing import lang_beside
from trainings.evaluation.asked import course_path
from trainings.evaluation.models import EvaluationForm, EvaluationQuestion, FormKind
from trainings.evaluation.wording import Worded
from trainings.evaluation.writing.forms import QuestionForm, SettingsForm
from trainings.evaluation.writing.storing import move_question, put_form, put_question, remove_question, why_fixed
from trainings.evaluation.writing.translated import in_languages
from trainings.forms.keys import sent_key
from trainings.models import CoursePage
from trainings.queries.access import Sight, trainers_sight_or_404
from trainings.reading.words import named
from trainings.rules.refusal import Refused
from trainings.views.signed_in import SignedIn

_METHODS = ["GET", "HEAD", "POST"]


@login_required
@never_cache
@require_safe
def course_forms(request: SignedIn, pk: int) -> HttpResponse:
    """Each kind of form, as the course has it or not."""
    sight = trainers_sight_or_404(request.user, pk)
    found = EvaluationForm.objects.filter(course__path=course_path(sight.training)).prefetch_related("questions")
    there = {form.kind: form for form in found}
    context = {**_frame(request, sight), "kinds": [_shown(kind, there.get(kind)) for kind in FormKind]}
    return render(request, "trainings/evaluation/writing/forms.html", context)


@login_required
@never_cache
@require_http_methods(_METHODS)
def form_questions(request: SignedIn, pk: int, kind: str) -> HttpResponse:
    """The questions of a form in their order, with buttons that bring one up or down."""
    sight, form = _form_or_404(request, pk, kind)
    if form.pk is None:
        return redirect("trainings:form_settings", pk, kind)
    if request.method == "POST":
        key, _dot, way = request.POST.get("move", "").partition(".")
        question = get_object_or_404(EvaluationQuestion, pk=sent_key(key), form=form)
        _is_done(request, lambda: move_question(question, by=-1 if way == "up" else 1))
        return redirect("trainings:form_questions", pk, kind)
    questions = list(form.questions.select_related("form"))
    worded = Worded(form, [one for one in questions if one.is_asked])
    context = {
        **_frame(request, sight, form),
        "fixed": why_fixed(form),
        "worded": worded,
        "lang": lang_beside(worded.html_lang),
        "questions": [
            {
                "question": one,
                "text": worded.text(one),
                "options": [
                    {"text": text, "is_right": one.counts and number in one.right_numbers}
                    for number, text in enumerate(worded.options(one), 1)
                ],
            }
            for one in questions
        ],
        "languages": in_languages(form, questions),
    }
    return render(request, "trainings/evaluation/writing/questions.html", context)


@login_required
@never_cache
@require_http_methods(_METHODS)
def form_settings(request: SignedIn, pk: int, kind: str) -> HttpResponse:
    """A new form, or what one asks in general."""
    sight, form = _form_or_404(request, pk, kind)
    if form.pk is not None and (answer := _fixed(request, pk, form)):
        return answer
    asking = SettingsForm(request.POST if request.method == "POST" else None, instance=form)
    if asking.is_bound and asking.is_valid() and _is_stored(asking, lambda: put_form(form)):
        messages.success(request, gettext("The form is stored."))
        return redirect("trainings:form_questions", pk, kind)
    return _edited(request, sight, form, asking, form.get_kind_display())


@login_required
@never_cache
@require_http_methods(_METHODS)
def add_question(request: SignedIn, pk: int, kind: str) -> HttpResponse:
    sight, form = _stored_or_404(request, pk, kind)
    return _question(request, sight, EvaluationQuestion(form=form))


@login_required
@never_cache
@require_http_methods(_METHODS)
def change_question(request: SignedIn, pk: int, kind: str, question_pk: int) -> HttpResponse:
    sight, form = _stored_or_404(request, pk, kind)
    return _question(request, sight, _own(form, question_pk))


@login_required
@never_cache
@require_http_methods(_METHODS)
def drop_question(request: SignedIn, pk: int, kind: str, question_pk: int) -> HttpResponse:
    """Asks once more."""
    sight, form = _stored_or_404(request, pk, kind)
    question = _own(form, question_pk)
    if answer := _fixed(request, pk, form):
        return answer
    if request.method == "POST":
        if _is_done(request, lambda: remove_question(question)):
            messages.success(request, gettext("The question is removed."))
        return redirect("trainings:form_questions", pk, kind)
    context = {**_frame(request, sight, form), "question": question}
    return render(request, "trainings/evaluation/writing/remove.html", context)


def _question(request: SignedIn, sight: Sight, question: EvaluationQuestion) -> HttpResponse:
    form = question.form
    if answer := _fixed(request, sight.training.pk, form):
        return answer
    asking = QuestionForm(request.POST if request.method == "POST" else None, instance=question)
    if asking.is_bound and asking.is_valid() and _is_stored(asking, lambda: put_question(question)):
        messages.success(request, gettext("The question is stored."))
        return redirect("trainings:form_questions", sight.training.pk, form.kind)
    heading = gettext("Change the question") if question.pk else gettext("Add a question")
    return _edited(request, sight, form, asking, heading)


def _edited(
    request: SignedIn, sight: Sight, form: EvaluationForm, asking: SettingsForm | QuestionForm, heading: str
) -> HttpResponse:
    context = {**_frame(request, sight, form), "form": asking, "heading_text": heading}
    return render(request, "trainings/evaluation/writing/edit.html", context)


def _shown(kind: FormKind, form: EvaluationForm | None) -> dict[str, Any]:
    if form is None:
        return {"kind": kind.value, "label": kind.label}
    questions = [one for one in form.questions.all() if one.is_asked]
    return {
        "kind": kind.value,
        "label": kind.label,
        "form": form,
        "count": len(questions),
        "fixed": why_fixed(form),
        "languages": in_languages(form, questions),
    }


def _form_or_404(request: SignedIn, pk: int, kind: str) -> tuple[Sight, EvaluationForm]:
    """The form of this kind, a new one where the course has none."""
    sight = trainers_sight_or_404(request.user, pk)
    if kind not in FormKind.values:
        raise Http404
    course = CoursePage.objects.get(path=course_path(sight.training))
    form = EvaluationForm.objects.filter(course=course, kind=kind).select_related("course").first()
    return sight, form or EvaluationForm(course=course, kind=kind)


def _stored_or_404(request: SignedIn, pk: int, kind: str) -> tuple[Sight, EvaluationForm]:
    sight, form = _form_or_404(request, pk, kind)
    if form.pk is None:
        raise Http404
    return sight, form


def _own(form: EvaluationForm, key: int) -> EvaluationQuestion:
    return get_object_or_404(EvaluationQuestion.objects.select_related("form"), pk=key, form=form)


def _fixed(request: SignedIn, pk: int, form: EvaluationForm) -> HttpResponse | None:
    """Back to the questions, which say why nothing is changed any more. What was sent is refused when it is stored."""
    if request.method == "POST" or not why_fixed(form):
        return None
    return redirect("trainings:form_questions", pk, form.kind)


def _is_stored(asking: forms.ModelForm, store: Callable[[], None]) -> bool:
    """What was typed comes back with the reason."""
    try:
        store()
    except Refused as refusal:
        asking.add_error(None, str(refusal))
        return False
    return True


def _is_done(request: SignedIn, do: Callable[[], None]) -> bool:
    try:
        do()
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    return True


def _frame(request: SignedIn, sight: Sight, form: EvaluationForm | None = None) -> dict[str, Any]:
    frame = {
        "training": named(sight.training, request),
        "key": sight.training.pk,
        "has_sample": sight.training.is_sample,
    }
    if form is not None:
        frame |= {"form_of": form, "kind": form.kind}
    return frame
