"""The sample forms: before, after and what people think, in six languages."""

from collections import Counter

import pytest

from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.starter.report import Outcome
from tests.factories.starter import WORDS, load
from trainings.evaluation.models import EvaluationForm, EvaluationQuestion

pytestmark = pytest.mark.django_db


def test_forms_are_there_in_all_languages_and_stay_as_editors_left_them(site_root):
    first = load({*WORDS, "trainings"})
    assert (first.broken, first.counts["evaluationform"], first.counts["evaluationquestion"]) == (
        [],
        Counter({Outcome.MADE: 3}),
        Counter({Outcome.MADE: 9}),
    )
    forms, questions = list(EvaluationForm.objects.order_by("pk")), list(EvaluationQuestion.objects.all())
    assert [(one.kind, one.anonymous, one.is_needed, one.pass_mark) for one in forms] == [
        ("pre-test", False, False, None),
        ("post-test", False, True, 70),
        ("reaction", True, False, None),
    ]
    texts = [getattr(one, f"title_{code}") for one in forms for code in CONTENT_CODES]
    texts += [getattr(one, f"text_{code}") for one in questions for code in CONTENT_CODES]
    assert (len(texts), all(texts)) == (72, True)
    for question in questions:
        question.full_clean()
    EvaluationForm.objects.filter(kind="reaction").update(title_en="Your view")
    again = load({*WORDS, "trainings"})
    assert EvaluationForm.objects.get(kind="reaction").title_en == "Your view"
    assert again.broken == []
