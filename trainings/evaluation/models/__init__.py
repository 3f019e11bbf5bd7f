"""Forms with their questions, and what was answered."""

from trainings.evaluation.models.answers import AnswerSheet, FormAnswered
from trainings.evaluation.models.form import EvaluationForm, EvaluationQuestion, FormKind, QuestionKind

__all__ = ["AnswerSheet", "EvaluationForm", "EvaluationQuestion", "FormAnswered", "FormKind", "QuestionKind"]
