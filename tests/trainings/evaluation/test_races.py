"""The same attempt sent many times at once is one attempt."""

import pytest

from tests.factories.trainings import make_answer, make_enrolment, make_form, make_question, make_training
from tests.trainings.together import at_once
from trainings.evaluation.models import AnswerSheet, FormAnswered, FormKind, QuestionKind

pytestmark = pytest.mark.usefixtures("many_connections")


def test_an_attempt_that_is_sent_many_times_at_once_counts_once():
    training = make_training(days=-2)
    form = make_form(training, FormKind.POST, pass_mark=60)
    make_question(form, QuestionKind.ONE)
    enrolment = make_enrolment(training)
    for attempt in (1, 2):
        kept = []
        jobs = [lambda n=attempt, all_of=kept: all_of.append(make_answer(enrolment, form, 1, attempt=n))] * 4
        assert at_once(jobs) == []
        assert sorted(kept) == [False, False, False, True]
        assert (AnswerSheet.objects.get().attempts, FormAnswered.objects.count()) == (attempt, 1)
