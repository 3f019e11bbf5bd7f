"""A form and its questions in the one language in which somebody reads all of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from portal.core.content_language.localized import Localized, nearest
from portal.core.languages.catalogue import CONTENT_CODES, Language
from portal.core.languages.reader import current_reader
from trainings.evaluation.models import EvaluationForm, EvaluationQuestion, QuestionKind
from trainings.evaluation.models.form import lines


class Worded:
    """`title` and `introduction` of the form, `text` and `options` of each of these questions.

    In the language nearest to the reader in which all of it is there; English is always. `html_lang` is its `lang`.
    """

    def __init__(self, form: EvaluationForm, questions: Sequence[EvaluationQuestion], reader: Language | None = None):
        self.reader = reader or current_reader().language
        self.code = nearest(_complete_codes(form, questions), self.reader) or "en"
        self._form = Localized(form, self.code, self.reader)
        self.html_lang = self._form.html_lang
        self.title: str = self._form.title
        self.introduction: str = self._form.introduction

    def text(self, question: EvaluationQuestion) -> str:
        return str(getattr(question, f"text_{self.code}") or question.text_en)  # type: ignore[attr-defined]

    def options(self, question: EvaluationQuestion) -> list[str]:
        """In the order of their numbers, which begin with 1. None of a free text."""
        written = lines(getattr(question, f"options_{self.code}")) or lines(question.options_en)  # type: ignore[attr-defined]
        if written or question.kind != QuestionKind.SCALE:
            return written
        return usual_scale()


def usual_scale() -> list[str]:
    return [_("Not at all"), _("A little"), _("Partly"), _("Mostly"), _("Fully")]


def _complete_codes(form: EvaluationForm, questions: Sequence[EvaluationQuestion]) -> tuple[str, ...]:
    def is_complete(code: str) -> bool:
        def has(record: Any, name: str) -> bool:
            return bool(getattr(record, f"{name}_{code}")) or not getattr(record, f"{name}_en")

        return (
            has(form, "title")
            and has(form, "introduction")
            and all(has(one, "text") and has(one, "options") for one in questions)
        )

    return tuple(code for code in CONTENT_CODES if is_complete(code))
