"""Letters that ask for a form: one, one more to who has not answered, in their language, none twice."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command

from tests.factories.members import make_member
from tests.factories.people import make_user
from tests.factories.trainings import make_answer, make_enrolment, make_form, make_people, make_question, make_training
from trainings.evaluation.asking import ask_for_forms
from trainings.evaluation.models import FormKind
from trainings.models import Letter, LetterKind, TrainingPage
from trainings.rules.states import State
from trainings.services.deciding import decide

pytestmark = pytest.mark.usefixtures("site_root")

_ABOUT_FORMS = (LetterKind.ASKED, LetterKind.REMINDED)


def run():
    """The mails about forms."""
    mail.outbox.clear()
    call_command("send_training_letters", verbosity=0)
    return [message for message in mail.outbox if "Please fill in" in message.subject or "fill in:" in message.subject]


def a_week_passes():
    for letter in Letter.objects.exclude(sent_at=None):
        Letter.objects.filter(pk=letter.pk).update(sent_at=letter.sent_at - timedelta(days=8))


def test_one_letter_one_reminder_and_no_more(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://portal.example.org"
    training = make_training(days=-2, headline_en="Release plans")
    form = make_form(training)
    make_question(form)
    enrolment = make_enrolment(training, make_member(user=make_user(email="ana@example.org")))
    (asked,) = run()
    assert (asked.to, asked.subject) == (["ana@example.org"], "Please fill in: What do you think? (Release plans)")
    assert f"https://portal.example.org/en/trainings/answer/{enrolment.token}/{form.kind}/" in asked.body
    assert "Nobody learns what you answered" in asked.body
    assert run() == []
    a_week_passes()
    assert [message.subject for message in run()] == ["Reminder, please fill in: What do you think? (Release plans)"]
    a_week_passes()
    assert run() == []


def test_whoever_has_answered_is_not_reminded():
    training = make_training(days=-2)
    form = make_form(training)
    make_question(form)
    enrolment = make_enrolment(training)
    assert len(run()) == 1
    make_answer(enrolment, form, 5)
    a_week_passes()
    assert run() == []


def test_a_letter_that_waits_while_somebody_answers_is_not_sent():
    training = make_training(days=-2)
    form = make_form(training)
    make_question(form)
    enrolment = make_enrolment(training)
    assert ask_for_forms() == 1
    make_answer(enrolment, form, 5)
    assert run() == []


def test_two_who_ask_at_once_write_each_letter_once():
    training = make_training(days=-2)
    form = make_form(training)
    make_question(form)
    enrolment = make_enrolment(training)
    letters = [Letter(enrolment=enrolment, form=form, kind=LetterKind.ASKED) for _ in range(2)]
    Letter.objects.bulk_create(letters, ignore_conflicts=True)
    assert ask_for_forms() == 0
    assert Letter.objects.filter(kind__in=_ABOUT_FORMS).count() == 1


def test_it_is_in_the_language_of_the_person():
    training = make_training(days=-2, headline_sr="Планови")
    make_question(make_form(training, title_sr="Шта мислите?"), text_sr="Да ли је било корисно?")
    make_enrolment(training, make_member(user=make_user(language="sr-latn")))
    mail.outbox.clear()
    call_command("send_training_letters", verbosity=0)
    assert any("Šta mislite?" in message.subject and "Šta mislite?" in message.body for message in mail.outbox)


def test_nobody_is_asked_without_a_place_or_about_what_was_called_off():
    full = make_training(days=5, capacity=1)
    make_question(make_form(full, FormKind.PRE))
    for member in make_people(2):
        make_enrolment(full, member)
    absent = make_training(days=-2)
    make_question(make_form(absent))
    enrolment = make_enrolment(absent)
    decide(training_id=absent.pk, enrolments=[enrolment.pk], to=State.NO_SHOW, by=None)
    cancelled = make_training(days=-2)
    make_enrolment(cancelled)
    TrainingPage.objects.filter(pk=cancelled.pk).update(is_cancelled=True)
    assert ask_for_forms() == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(count, django_assert_num_queries):
    training = make_training(days=-2, capacity=3)
    make_question(make_form(training))
    for member in make_people(count):
        make_enrolment(training, member)
    with django_assert_num_queries(9):
        assert ask_for_forms() == count
