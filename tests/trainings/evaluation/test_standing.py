"""What certificates ask: whether somebody answered what is needed, and passed."""

import pytest

from tests.factories.trainings import make_answer, make_enrolment, make_form, make_people, make_question, make_training
from trainings.evaluation.models import FormKind, QuestionKind
from trainings.evaluation.standing import Standing, standing
from trainings.models import Enrolment

pytestmark = pytest.mark.usefixtures("site_root")


def test_without_forms_nothing_is_missing():
    enrolment = make_enrolment(make_training())
    assert standing([enrolment]) == {enrolment.pk: Standing(has_answered=True, has_passed=True)}
    assert standing([]) == {}


@pytest.mark.parametrize("count", [1, 3])
def test_forms_that_are_needed_and_the_mark_to_pass(count, django_assert_num_queries):
    training = make_training(days=-2, capacity=3)
    reaction, test = make_form(training, is_needed=True), make_form(training, FormKind.POST, pass_mark=60)
    make_form(training, FormKind.PRE)
    make_question(reaction)
    for _ in range(2):
        make_question(test, QuestionKind.ONE)
    people = [make_enrolment(training, member) for member in make_people(count)]
    make_answer(people[0], reaction, 3)
    for enrolment, second in zip(people, (2, 1, 2), strict=False):
        make_answer(enrolment, test, 2, second)
    enrolments = list(Enrolment.objects.order_by("pk"))
    with django_assert_num_queries(4):
        found = standing(enrolments)
    assert [found[one.pk] for one in people] == [
        Standing(has_answered=True, has_passed=True),
        Standing(has_answered=False, has_passed=False),
        Standing(has_answered=False, has_passed=True),
    ][:count]
