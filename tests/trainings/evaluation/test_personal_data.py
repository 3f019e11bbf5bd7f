"""What somebody gets of what they answered, and what stays of it when they leave."""

import pytest

from portal.members.services.leaving import leave
from tests.factories.members import make_member
from tests.factories.trainings import make_answer, make_enrolment, make_form, make_question, make_training
from trainings.evaluation.models import AnswerSheet, FormAnswered, FormKind, QuestionKind
from trainings.evaluation.results import results_of
from trainings.personal_data import evaluation

pytestmark = pytest.mark.django_db


@pytest.fixture
def training(site_root):
    return make_training(headline_en="Listening")


@pytest.fixture
def know_form(training):
    form = make_form(training, FormKind.POST, title_en="What you know")
    make_question(form, QuestionKind.ONE, text_en="Who decides?")
    return form


def told(user):
    return [{fact.name: fact.value for fact in record} for record in evaluation(user).records]


def test_a_person_gets_what_they_answered_with_their_name_and_that_they_answered_the_rest(training, know_form):
    reaction = make_form(training)
    make_question(reaction, QuestionKind.TEXT, text_en="What was missing?")
    ana, other = make_enrolment(training), make_enrolment(training)
    for enrolment, option, text in ((ana, 2, "Breaks of Ana"), (other, 1, "Breaks of another")):
        make_answer(enrolment, know_form, option)
        make_answer(enrolment, reaction, text)
    named, anonymous = told(ana.member.user)
    assert (named["training"], named["form"], named["answers"]) == (
        training.title,
        "What you know",
        ["Who decides?: No"],
    )
    # Nobody knows any more which sheet is whose, so it is given to nobody.
    assert (anonymous["form"], anonymous["answers"]) == ("What do you think?", [])
    assert anonymous["on"] == FormAnswered.objects.get(enrolment=ana, form=reaction).on
    assert told(make_member().user) == []


def test_of_whoever_leaves_the_answers_stay_without_a_name(training, know_form):
    stays, leaves = make_enrolment(training), make_enrolment(training)
    make_answer(stays, know_form, 1)
    make_answer(leaves, know_form, 2)
    leave(member=leaves.member_id, by=leaves.member.user)
    assert set(AnswerSheet.objects.values_list("enrolment", "points")) == {(stays.pk, 0), (None, 1)}
    results = results_of(training)
    assert (results.forms[0].questions[0].number, results.forms[0].mean_percent) == (2, 50)
    assert [score.enrolment for score in results.scores] == [stays]
