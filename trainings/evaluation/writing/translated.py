"""In which languages a form is whole, and how much is missing in the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES, Language
from portal.core.pages.listing import lang_beside
from trainings.evaluation.models import EvaluationForm, EvaluationQuestion


@dataclass(frozen=True, slots=True)
class InLanguage:
    """`missing` texts that are written in English and not in this language."""

    language: Language
    missing: int

    @property
    def lang(self) -> str:
        return lang_beside(self.language.html_lang)


def in_languages(form: EvaluationForm, questions: Sequence[EvaluationQuestion]) -> list[InLanguage]:
    """Each of the six. Whoever reads one that is not whole gets the form in the nearest that is."""

    def missing(code: str) -> int:
        texts: list[tuple[Any, str]] = [(form, "title"), (form, "introduction")]
        texts += [(one, name) for one in questions if one.is_asked for name in ("text", "options")]
        return sum(
            bool(getattr(record, f"{name}_en")) and not getattr(record, f"{name}_{code}") for record, name in texts
        )

    return [InLanguage(BY_CODE[code], missing(code)) for code in CONTENT_CODES]
