"""Taking a test again that was not passed: how often, what counts, and what is told."""

import io
from datetime import timedelta

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from portal.members.services.leaving import leave
from tests.factories.certificates import make_attended, make_ended_training
from tests.factories.members import make_member
from tests.factories.people import make_user
from tests.factories.trainings import make_answer, make_enrolment, make_form, make_question, make_training
from trainings.certificates.issuing import issue
from trainings.evaluation.asked import asked_of
from trainings.evaluation.models import AnswerSheet, FormAnswered, FormKind, QuestionKind
from trainings.evaluation.results import results_of
from trainings.evaluation.standing import Standing, standing
from trainings.personal_data import evaluation
from trainings.rules.refusal import Refused

pytestmark = pytest.mark.usefixtures("site_root")

RIGHT, WRONG = 2, 1


@pytest.fixture(scope="module")
def training_key(shared_rows):
    return make_training(days=-2).pk


def make_test(training, *, questions=2, **fields):
    form = make_form(training, FormKind.POST, title_en="Test", **{"pass_mark": 60, **fields})
    for _ in range(questions):
        make_question(form, QuestionKind.ONE)
    return form


def kept(enrolment):
    sheet = AnswerSheet.objects.get(enrolment=enrolment)
    return list(sheet.values.values()), sheet.points, sheet.attempts


def address(enrolment, form, attempt=1):
    return reverse("trainings:fill", args=[enrolment.token, form.kind]) + (f"?attempt={attempt}" if attempt > 1 else "")


def page(response):
    return BeautifulSoup(response.content.decode(), "html.parser").main


def text(response):
    return page(response).get_text(" ", strip=True).replace("\xa0", " ")


def given(form, *options):
    return {f"q{question.pk}": str(option) for question, option in zip(form.questions.all(), options, strict=True)}


def test_whoever_failed_is_told_and_takes_it_again_until_it_is_passed(client, training):
    form, enrolment = make_test(training), make_enrolment(training)
    assert "60 % of the points are needed. You may take the test up to 3 times until you pass" in text(
        client.get(address(enrolment, form))
    )
    failed = client.post(address(enrolment, form), given(form, RIGHT, WRONG), follow=True)
    assert "You have 1 of 2 points (50 %). You have not passed: 60 % are needed." in text(failed)
    assert "You may try again (2 more times)." in text(failed)
    link = page(failed).find("a", string="Try again")["href"]
    assert link == "?attempt=2"
    again = client.get(address(enrolment, form) + link)
    assert "Attempt 2 of 3." in text(again)
    assert page(again).select("input[checked]") == []
    passed = client.post(address(enrolment, form, 2), given(form, RIGHT, RIGHT), follow=True)
    assert "You have 2 of 2 points (100 %). You have passed." in text(passed)
    assert "You have made 2 attempts. This is the best one." in text(passed)
    assert page(passed).find("a", string="Try again") is None
    assert kept(enrolment) == ([RIGHT, RIGHT], 2, 2)
    # What is passed is not taken again.
    assert page(client.get(address(enrolment, form, 3))).select_one("form") is None
    client.post(address(enrolment, form, 3), given(form, WRONG, WRONG))
    assert kept(enrolment) == ([RIGHT, RIGHT], 2, 2)


def test_the_best_attempt_is_kept_whole_and_of_two_as_good_the_later(training):
    form, enrolment = make_test(training, questions=3, pass_mark=100, attempts=4), make_enrolment(training)
    make_answer(enrolment, form, RIGHT, WRONG, WRONG)
    make_answer(enrolment, form, WRONG, WRONG, WRONG, attempt=2)
    assert kept(enrolment) == ([RIGHT, WRONG, WRONG], 1, 2)
    make_answer(enrolment, form, WRONG, WRONG, RIGHT, attempt=3)
    assert kept(enrolment) == ([WRONG, WRONG, RIGHT], 1, 3)
    make_answer(enrolment, form, WRONG, RIGHT, RIGHT, attempt=4)
    assert kept(enrolment) == ([WRONG, RIGHT, RIGHT], 2, 4)


def test_its_day_is_that_of_the_attempt_that_counts(training):
    form, enrolment = make_test(training), make_enrolment(training)
    make_answer(enrolment, form, RIGHT, WRONG)
    before = timezone.localdate() - timedelta(days=1)
    FormAnswered.objects.update(on=before)
    make_answer(enrolment, form, WRONG, WRONG, attempt=2)
    assert FormAnswered.objects.get().on == before
    make_answer(enrolment, form, RIGHT, RIGHT, attempt=3)
    assert FormAnswered.objects.get().on == timezone.localdate()


def test_attempts_with_other_questions_are_compared_by_the_part_of_the_points(training):
    form, enrolment = make_test(training, pass_mark=90), make_enrolment(training)
    make_answer(enrolment, form, RIGHT, WRONG)
    make_question(form, QuestionKind.ONE)
    make_question(form, QuestionKind.ONE)
    # One of four is less than one of two.
    make_answer(enrolment, form, RIGHT, WRONG, WRONG, WRONG, attempt=2)
    assert kept(enrolment) == ([RIGHT, WRONG], 1, 2)


def test_after_the_last_attempt_there_is_none_and_the_trainer_is_named(client, training):
    form, enrolment = make_test(training, attempts=2), make_enrolment(training)
    first = client.post(address(enrolment, form), given(form, WRONG, WRONG), follow=True)
    assert "You may try again (1 more time)." in text(first)
    last = client.post(address(enrolment, form, 2), given(form, WRONG, WRONG), follow=True)
    assert "You have not passed: 60 % are needed. Talk to your trainer." in text(last)
    client.post(address(enrolment, form, 3), given(form, RIGHT, RIGHT))
    assert kept(enrolment) == ([WRONG, WRONG], 0, 2)
    assert not make_answer(enrolment, form, RIGHT, RIGHT, attempt=3)


def test_a_test_with_one_attempt_says_so(client, training):
    form, enrolment = make_test(training, attempts=1), make_enrolment(training)
    assert "You can answer once." in text(client.get(address(enrolment, form)))
    failed = client.post(address(enrolment, form), given(form, WRONG, WRONG), follow=True)
    assert "Talk to your trainer." in text(failed)


@pytest.mark.parametrize("attempt", ["1", "0", "3", "-1", "two", ""])
def test_what_is_not_the_next_attempt_shows_what_counts_and_changes_nothing(client, training, attempt):
    form, enrolment = make_test(training), make_enrolment(training)
    make_answer(enrolment, form, WRONG, WRONG)
    response = client.post(f"{address(enrolment, form)}?attempt={attempt}", given(form, RIGHT, RIGHT))
    assert "You may try again (2 more times)." in text(response)
    assert kept(enrolment) == ([WRONG, WRONG], 0, 1)


def test_what_is_sent_twice_is_one_attempt(training):
    form, enrolment = make_test(training), make_enrolment(training)
    make_answer(enrolment, form, WRONG, WRONG)
    sent = [make_answer(enrolment, form, RIGHT, WRONG, attempt=2) for _ in range(2)]
    assert (sent, kept(enrolment)) == ([True, False], ([RIGHT, WRONG], 1, 2))


def test_what_is_missing_in_another_attempt_is_named_and_uses_up_none(client, training):
    form, enrolment = make_test(training), make_enrolment(training)
    make_answer(enrolment, form, WRONG, WRONG)
    first = form.questions.first()
    html = page(client.post(address(enrolment, form, 2), {f"q{first.pk}": "2"}))
    assert "1 thing needs your attention" in html.select_one("[role=alert]").get_text(" ", strip=True)
    assert [box["value"] for box in html.select("input[checked]")] == ["2"]
    assert kept(enrolment) == ([WRONG, WRONG], 0, 1)


def test_when_it_is_closed_nobody_tries_again(client):
    training = make_training(days=-31)
    form, enrolment = make_test(training), make_enrolment(training)
    make_answer(enrolment, form, WRONG, WRONG)
    response = client.get(address(enrolment, form, 2))
    assert "Talk to your trainer." in text(response)
    assert "try again" not in text(response).lower()


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (FormKind.PRE, {}),
        (FormKind.POST, {}),
        (FormKind.POST, {"is_anonymous": True}),
        (FormKind.REACTION, {}),
    ],
)
def test_what_nobody_can_fail_and_what_is_anonymous_is_answered_once(kind, fields):
    training = make_training(days=0 if kind == FormKind.PRE else -2)
    form, enrolment = make_form(training, kind, **fields), make_enrolment(training)
    make_question(form)
    make_answer(enrolment, form, 1)
    assert not make_answer(enrolment, form, 2, attempt=2)
    assert [list(sheet.values.values()) for sheet in AnswerSheet.objects.all()] == [[1]]
    assert asked_of([enrolment])[enrolment.pk][0].next_attempt == 0


def test_my_trainings_say_what_may_be_tried_again(client, training):
    form, enrolment = make_test(training), make_enrolment(training, make_member())
    client.force_login(enrolment.member.user)
    make_answer(enrolment, form, WRONG, WRONG)
    assert "Test not passed you may try again until" in text(client.get("/en/trainings/mine/"))
    make_answer(enrolment, form, RIGHT, RIGHT, attempt=2)
    assert "Test Answered" in text(client.get("/en/trainings/mine/"))


@pytest.mark.parametrize("count", [1, 3])
def test_what_may_be_tried_again_is_read_for_all_at_once(training, count, django_assert_num_queries):
    form = make_test(training)
    enrolments = [make_enrolment(training, make_member()) for _ in range(count)]
    for enrolment in enrolments:
        make_answer(enrolment, form, WRONG, WRONG)
    with django_assert_num_queries(5):
        found = asked_of(enrolments)
    assert [[one.next_attempt for one in found[enrolment.pk]] for enrolment in enrolments] == [[2]] * count


def test_the_attempt_that_passes_is_enough_for_the_certificate():
    training = make_ended_training()
    form, enrolment = make_test(training), make_attended(training)
    make_answer(enrolment, form, WRONG, WRONG)
    with pytest.raises(Refused, match="The test is not passed"):
        issue(training_id=training.pk, enrolment_id=enrolment.pk, by=None)
    make_answer(enrolment, form, RIGHT, RIGHT, attempt=2)
    assert standing([enrolment]) == {enrolment.pk: Standing(has_answered=True, has_passed=True)}
    assert issue(training_id=training.pk, enrolment_id=enrolment.pk, by=None).is_valid


def test_results_count_each_person_once_by_the_best_attempt(client, training):
    form, enrolment = make_test(training), make_enrolment(training)
    make_answer(enrolment, form, RIGHT, WRONG)
    make_answer(enrolment, form, WRONG, WRONG, attempt=2)
    (result,) = results_of(training).forms
    assert (result.answered, result.mean_percent, result.passed) == (1, 50, 0)
    assert [question.number for question in result.questions] == [1, 1]
    client.force_login(make_user(is_superuser=True))
    scores = page(client.get(reverse("trainings:results", args=[training.pk]))).select_one(
        "[aria-labelledby=scores] tbody"
    )
    assert scores.select("td")[-1].get_text(" ", strip=True) == "50\xa0% not passed 2 attempts"
    file = client.get(reverse("trainings:results_xlsx", args=[training.pk]))
    *_others, points = openpyxl.load_workbook(io.BytesIO(file.content)).active.iter_rows(values_only=True)
    assert points == ("Test", "Points", str(enrolment.member), "1/2", "50", "2")


def test_nobody_is_written_to_again_for_a_test_that_was_not_passed(training):
    form, enrolment = make_test(training), make_enrolment(training)
    make_answer(enrolment, form, WRONG, WRONG)
    call_command("send_training_letters", verbosity=0)
    assert [message.subject for message in mail.outbox if "Test" in message.subject] == []


def test_a_person_gets_their_points_and_attempts_and_leaving_ends_them(training):
    form, enrolment = make_test(training), make_enrolment(training)
    make_answer(enrolment, form, RIGHT, WRONG)
    make_answer(enrolment, form, WRONG, WRONG, attempt=2)
    (record,) = evaluation(enrolment.member.user).records
    assert {fact.name: fact.value for fact in record if fact.name in {"points", "attempts"}} == {
        "points": "1/2",
        "attempts": 2,
    }
    leave(member=enrolment.member_id, by=enrolment.member.user)
    assert not make_answer(enrolment, form, RIGHT, RIGHT, attempt=3)
    sheet = AnswerSheet.objects.get()
    assert (sheet.enrolment, sheet.points, sheet.attempts_left) == (None, 1, 0)
