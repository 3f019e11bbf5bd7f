"""What came of the forms of one training, for those who run it."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import fmean
from typing import Any, Final

from django.db.models import Count

from portal.core.pages.listing import lang_beside
from trainings.evaluation.asked import forms_of
from trainings.evaluation.filling import chosen
from trainings.evaluation.models import (
    AnswerSheet,
    EvaluationForm,
    EvaluationQuestion,
    FormAnswered,
    FormKind,
    QuestionKind,
)
from trainings.evaluation.opening import ASKED_STATES
from trainings.evaluation.wording import Worded
from trainings.models import Enrolment, TrainingPage

#: From so many anonymous answers on they are shown: of fewer, those who were there could tell whose they are.
FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One option: how many chose it, and which part of those who answered the question. `is_right`: in a test."""

    label: str
    count: int
    percent: int
    is_right: bool


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """`number` of answers. `mean` of a scale; `right`: percent of the answers that were wholly right, in a test.

    `texts` are (name, text), the name "" where it is not known. `is_hidden`: too few to be shown.
    """

    text: str
    number: int
    is_hidden: bool = False
    reworded_on: date | None = None
    bars: Sequence[Bar] = ()
    mean: float | None = None
    right: int | None = None
    texts: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class FormResult:
    """`answered` of `asked` people. `mean_percent` of the points in a test, `passed` how many passed it."""

    form: EvaluationForm
    title: str
    html_lang: str
    answered: int
    asked: int
    is_hidden: bool
    questions: Sequence[QuestionResult] = ()
    mean_percent: int | None = None
    passed: int | None = None

    @property
    def lang(self) -> str:
        return lang_beside(self.html_lang)


@dataclass(slots=True)
class Score:
    """What one person reached in the tests that are not anonymous; None of one that they did not take."""

    enrolment: Enrolment
    before: AnswerSheet | None = None
    after: AnswerSheet | None = None


@dataclass(frozen=True, slots=True)
class Results:
    forms: list[FormResult] = field(default_factory=list)
    scores: list[Score] = field(default_factory=list)


def results_of(training: TrainingPage) -> Results:
    """Everything that may be shown (five queries, however many answered)."""
    forms = forms_of(training)
    if not forms:
        return Results()
    questions: dict[int, list[EvaluationQuestion]] = defaultdict(list)
    for question in EvaluationQuestion.objects.filter(form__in=forms).select_related("form"):
        questions[question.form_id].append(question)
    sheets: dict[int, list[AnswerSheet]] = defaultdict(list)
    # By their keys, which are random.
    stored = AnswerSheet.objects.filter(training=training, form__in=forms).order_by("pk")
    for sheet in stored.select_related("form", "enrolment__member__user"):
        sheets[sheet.form_id].append(sheet)
    there = Enrolment.objects.filter(training=training, state__in=ASKED_STATES).count()
    counted = FormAnswered.objects.filter(enrolment__training=training).values_list("form").annotate(n=Count("pk"))
    answered: dict[int, int] = dict(counted.order_by())
    return Results(
        [_form(form, questions[form.pk], sheets[form.pk], answered.get(form.pk, 0), there) for form in forms],
        _scores(sheets, forms),
    )


def _form(
    form: EvaluationForm, questions: list[EvaluationQuestion], sheets: list[AnswerSheet], answered: int, asked: int
) -> FormResult:
    worded = Worded(form, [one for one in questions if one.is_asked])
    is_hidden = form.anonymous and len(sheets) < FEWEST
    common: dict[str, Any] = {
        "form": form,
        "title": worded.title,
        "html_lang": worded.html_lang,
        "answered": answered,
        "asked": max(asked, answered),
        "is_hidden": is_hidden,
    }
    if is_hidden:
        return FormResult(**common)
    marks = [100 * sheet.points / sheet.out_of for sheet in sheets if sheet.out_of]
    return FormResult(
        **common,
        questions=[_question(one, worded, sheets) for one in questions],
        mean_percent=round(fmean(marks)) if marks else None,
        passed=sum(sheet.has_passed for sheet in sheets) if form.pass_mark is not None else None,
    )


def _question(question: EvaluationQuestion, worded: Worded, sheets: list[AnswerSheet]) -> QuestionResult:
    key, text = str(question.pk), worded.text(question)
    values = [(sheet, sheet.values[key]) for sheet in sheets if key in sheet.values]
    number = len(values)
    if question.form.anonymous and 0 < number < FEWEST:
        return QuestionResult(text, number, is_hidden=True)
    if question.kind == QuestionKind.TEXT:
        texts = [(str(sheet.enrolment.member) if sheet.enrolment else "", value) for sheet, value in values]
        if question.form.anonymous:
            random.SystemRandom().shuffle(texts)
        return QuestionResult(text, number, reworded_on=question.reworded_on, texts=texts)
    times = Counter(option for _sheet, value in values for option in chosen(value))
    right = sum(chosen(value) == question.right_numbers for _sheet, value in values)
    return QuestionResult(
        text,
        number,
        reworded_on=question.reworded_on,
        bars=[
            Bar(
                f"{option} – {label}" if question.kind == QuestionKind.SCALE else label,
                times[option],
                round(100 * times[option] / number) if number else 0,
                question.counts and option in question.right_numbers,
            )
            for option, label in enumerate(worded.options(question), 1)
        ],
        mean=fmean(value for _sheet, value in values) if question.kind == QuestionKind.SCALE and number else None,
        right=round(100 * right / number) if question.counts and number else None,
    )


def _scores(sheets: dict[int, list[AnswerSheet]], forms: list[EvaluationForm]) -> list[Score]:
    """By name."""
    found: dict[int, Score] = {}
    for form in forms:
        for sheet in sheets[form.pk] if form.is_test else ():
            if sheet.enrolment is not None:
                score = found.setdefault(sheet.enrolment.pk, Score(sheet.enrolment))
                setattr(score, "before" if form.kind == FormKind.PRE else "after", sheet)
    return sorted(found.values(), key=_name)


def _name(score: Score) -> tuple[str, str]:
    user = score.enrolment.member.user
    return user.last_name, user.first_name
