"""Questions keep what they mean once somebody has answered them."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories.trainings import make_answer, make_enrolment, make_form, make_question, make_training
from trainings.evaluation.models import EvaluationForm, EvaluationQuestion, FormKind, QuestionKind

pytestmark = pytest.mark.usefixtures("site_root")


@pytest.fixture
def question():
    """Of a test, answered by one."""
    training = make_training(days=-2)
    form = make_form(training, FormKind.POST)
    question = make_question(form, QuestionKind.ONE)
    make_answer(make_enrolment(training), form, 2)
    return question


def wrong(record):
    with pytest.raises(ValidationError) as error:
        record.full_clean()
    return set(error.value.message_dict)


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("kind", QuestionKind.SEVERAL, {"kind"}),
        ("right", "1", {"right"}),
        ("points", 5, {"points"}),
        ("options_en", "Yes\nNo", {"options_en"}),
    ],
)
def test_the_meaning_stays(question, field, value, named):
    setattr(question, field, value)
    assert wrong(question) == named


def test_words_may_be_corrected_and_it_may_end(question):
    question.text_en, question.options_en, question.is_asked = "Is it so?", "Yes, always\nNo\nPerhaps", False
    question.full_clean()
    question.save()
    question.refresh_from_db()
    assert question.reworded_on is not None


def test_a_translation_is_no_other_wording(question):
    question.text_sq = "A është kështu?"
    question.save()
    assert question.reworded_on is None


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"kind": QuestionKind.ONE, "options_en": "Yes"}, {"options_en"}),
        ({"kind": QuestionKind.ONE, "options_en": "Yes\nNo", "options_sq": "Po"}, {"options_sq"}),
        ({"kind": QuestionKind.ONE, "options_en": "Yes\nNo", "right": "1 2"}, {"right"}),
        ({"kind": QuestionKind.ONE, "options_en": "Yes\nNo", "right": "3"}, {"right"}),
        ({"kind": QuestionKind.SEVERAL, "options_en": "Yes\nNo", "right": "a"}, {"right"}),
        ({"kind": QuestionKind.SCALE, "options_en": "Yes\nNo"}, {"options_en"}),
        ({"kind": QuestionKind.SCALE, "right": "1"}, {"right"}),
        ({"kind": QuestionKind.TEXT, "options_en": "Yes\nNo"}, {"options_en"}),
    ],
)
def test_what_cannot_be_asked_is_named(fields, named):
    form = make_form(make_training())
    assert wrong(EvaluationQuestion(form=form, text_en="Why?", **fields)) == named


def test_a_promise_stays():
    training = make_training(days=-2)
    form = make_form(training)
    make_question(form)
    make_answer(make_enrolment(training), form, 2)
    form.is_anonymous = False
    assert wrong(form) == {"__all__"}


def test_only_a_test_with_names_can_be_failed():
    course = make_training().get_parent().specific
    assert wrong(EvaluationForm(course=course, kind=FormKind.PRE, title_en="Test", pass_mark=50)) == {"pass_mark"}
    anonymous = EvaluationForm(course=course, kind=FormKind.POST, title_en="Test", pass_mark=50, is_anonymous=True)
    assert wrong(anonymous) == {"is_anonymous"}
