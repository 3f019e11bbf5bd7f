"""The form that a participant fills in, and what was given in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _

from trainings.evaluation.models import EvaluationQuestion, QuestionKind
from trainings.evaluation.wording import Worded

#: Letters of a free text.
LONGEST: Final = 4000


class FillingForm(forms.Form):
    """A field for each question, named by its key. `values` has what `AnswerSheet.values` keeps."""

    def __init__(self, *args: Any, questions: Sequence[EvaluationQuestion], worded: Worded, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for number, question in enumerate(questions, 1):
            self.fields[name_of(question)] = _field(question, worded, f"{number}. {worded.text(question)}")

    @property
    def values(self) -> dict[str, Any]:
        """Of a valid form; what was left out is left out."""
        given = {str(one.pk): _stored(one, self.cleaned_data[name_of(one)]) for one in self.questions}
        return {key: value for key, value in given.items() if value not in ("", [], None)}


def name_of(question: EvaluationQuestion) -> str:
    return f"q{question.pk}"


def _field(question: EvaluationQuestion, worded: Worded, label: str) -> forms.Field:
    common: dict[str, Any] = {"label": label, "required": question.is_required}
    if question.kind == QuestionKind.TEXT:
        return forms.CharField(max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}), **common)
    choices = [(str(number), text) for number, text in enumerate(worded.options(question), 1)]
    if question.kind == QuestionKind.SEVERAL:
        return forms.MultipleChoiceField(
            choices=choices, widget=forms.CheckboxSelectMultiple, help_text=_("Choose all that apply."), **common
        )
    if question.kind == QuestionKind.SCALE:
        choices = [(number, f"{number} – {text}") for number, text in choices]
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **common)


def _stored(question: EvaluationQuestion, value: Any) -> Any:
    if question.kind == QuestionKind.TEXT:
        return value
    if question.kind == QuestionKind.SEVERAL:
        return sorted(int(one) for one in value)
    return int(value) if value else None


def points(questions: Sequence[EvaluationQuestion], values: Mapping[str, Any]) -> tuple[int, int]:
    """Points that were reached, and that could be. Of several options all that are right have to be chosen, and none
    besides.
    """
    reached = out_of = 0
    for question in questions:
        if question.counts:
            out_of += question.points
            reached += question.points * (chosen(values.get(str(question.pk))) == question.right_numbers)
    return reached, out_of


def ratings(questions: Sequence[EvaluationQuestion], values: Mapping[str, Any]) -> tuple[int, int]:
    """How many scales were answered, and the steps that were chosen, together."""
    steps = [values[str(one.pk)] for one in questions if one.kind == QuestionKind.SCALE and str(one.pk) in values]
    return len(steps), sum(steps)


def chosen(value: Any) -> frozenset[int]:
    """The options of an answer, however many there could be."""
    if isinstance(value, list):
        return frozenset(value)
    return frozenset() if value is None else frozenset({value})


def given(questions: Sequence[EvaluationQuestion], worded: Worded, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What somebody answered, in words: {question, answers}, for whoever gave it."""
    return [
        {"question": worded.text(one), "answers": in_words(one, worded.options(one), values.get(str(one.pk)))}
        for one in questions
        if str(one.pk) in values
    ]


def in_words(question: EvaluationQuestion, options: Sequence[str], value: Any) -> list[str]:
    if question.kind == QuestionKind.TEXT:
        return [value] if value else []
    return [options[number - 1] for number in sorted(chosen(value)) if 0 < number <= len(options)]
