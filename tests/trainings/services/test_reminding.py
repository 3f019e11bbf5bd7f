"""Reminders some days before a training: of whom, when, and never twice."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from portal.accounts.notifications import choose
from portal.core.registries.notifications import Frequency
from tests.factories.members import make_member
from tests.factories.people import make_user
from tests.factories.trainings import make_enrolment, make_session, make_training
from trainings.models import Admission, Enrolment, Letter, LetterKind, TrainingPage
from trainings.notification_kinds import REMINDERS
from trainings.rules.states import State
from trainings.services.deciding import withdraw
from trainings.services.enrolling import nominate, request_place
from trainings.services.reminding import remind

pytestmark = pytest.mark.django_db


def in_days(number):
    return timezone.localdate() + timedelta(days=number)


def training_in(days, **fields):
    """It has a session, so that it does not begin at midnight."""
    day = in_days(days)
    sessions = [make_session(day, 22, 23)]
    return make_training(days=days, **{"end": day, "headline_en": "Release plans", "sessions": sessions, **fields})


def long_ago():
    """What was written until now, was written weeks ago."""
    Letter.objects.update(due_at=timezone.now() - timedelta(days=20), sent_at=timezone.now() - timedelta(days=20))
    mail.outbox.clear()


def run():
    """Subjects and addresses of what goes out now."""
    call_command("send_training_letters", verbosity=0)
    sent = [(one.subject, one.to[0]) for one in mail.outbox]
    mail.outbox.clear()
    return sent


def enrolled(training, **fields):
    enrolment = make_enrolment(training, make_member(user=make_user(**fields)))
    long_ago()
    return enrolment


def test_one_reminder_from_three_days_before_on(site_root):
    later, near = training_in(5), training_in(2)
    enrolled(later)
    user = enrolled(near).member.user
    assert [run() for _ in range(3)] == [[("Reminder: Release plans", user.email)], [], []]


def test_none_after_the_beginning_and_none_of_what_is_cancelled_or_not_published(site_root):
    begun = training_in(0, sessions=[make_session(in_days(-1))], start=in_days(-1))
    cancelled, taken_back = training_in(2), training_in(2)
    for training in (begun, cancelled, taken_back):
        enrolled(training)
    TrainingPage.objects.filter(pk=cancelled.pk).update(is_cancelled=True)
    TrainingPage.objects.filter(pk=taken_back.pk).update(live=False)
    assert run() == []


def test_those_of_whom_it_is_open_are_reminded_in_other_words_and_who_waits_or_left_is_not(site_root):
    training = training_in(2, capacity=1)
    left, offered, _waits = (make_enrolment(training) for _ in range(3))
    withdraw(enrolment=left, by=None)
    asked_for = training_in(2, admission=Admission.REQUEST, headline_en="Listening")
    nominated = training_in(2, admission=Admission.NOMINATION, headline_en="Nominated")
    request_place(training_id=asked_for.pk, member=make_member())
    nominate(training_id=nominated.pk, member=make_member(), by=None)
    long_ago()
    call_command("send_training_letters", verbosity=0)
    said = {one.subject: one.body for one in mail.outbox}
    assert sorted(said) == ["Reminder: Listening", "Reminder: Nominated", "Reminder: Release plans"]
    assert "Take it by" in said["Reminder: Release plans"]
    assert f"/en/trainings/answer/{offered.token}/" in said["Reminder: Release plans"]
    assert "has not decided yet" in said["Reminder: Listening"]
    assert "has not decided yet" in said["Reminder: Nominated"]


@pytest.mark.parametrize(
    ("language", "subject"),
    [("sq", "Kujtesë: Kosovë*"), ("sr", "Подсетник: Косово*"), ("sr-latn", "Podsetnik: Kosovo*")],
)
def test_it_is_in_the_language_and_script_of_the_person(site_root, language, subject):
    training = training_in(2, ready=("sq", "sr"), source_language="sr", headline_sq="Kosovë", headline_sr="Косово")
    user = enrolled(training, language=language).member.user
    assert run() == [(subject, user.email)]


def test_whoever_wants_none_gets_none(site_root):
    user = enrolled(training_in(2)).member.user
    choose(user, {REMINDERS: Frequency.NEVER})
    assert run() == []


def test_whoever_was_told_of_the_training_in_these_days_is_not_reminded_besides(site_root):
    training = training_in(2)
    make_enrolment(training)
    assert [subject for subject, _to in run()] == ["Your place is confirmed: Release plans"]
    assert run() == []


def test_another_first_day_is_reminded_of_anew(site_root):
    training = training_in(2)
    enrolled(training)
    run()
    long_ago()
    TrainingPage.objects.filter(pk=training.pk).update(start=in_days(1), end=in_days(1))
    training.sessions.update(day=in_days(1))
    assert [subject for subject, _to in run()] == ["Reminder: Release plans"]
    assert run() == []


def test_what_was_written_and_is_not_true_any_more_is_not_sent(site_root):
    training = training_in(2)
    enrolment = enrolled(training)
    remind()
    TrainingPage.objects.filter(pk=training.pk).update(start=in_days(30), end=in_days(30))
    training.sessions.update(day=in_days(30))
    assert run() == []
    assert Enrolment.objects.get(pk=enrolment.pk).state == State.CONFIRMED


def test_the_database_has_one_reminder_of_a_day_whoever_writes_it(site_root):
    enrolment = enrolled(training_in(2))
    for _run in range(2):
        letter = Letter(enrolment=enrolment, kind=LetterKind.COMING, about_day=in_days(2))
        Letter.objects.bulk_create([letter], ignore_conflicts=True)
    assert remind() == 0
    assert Letter.objects.filter(about_day=in_days(2)).count() == 1
