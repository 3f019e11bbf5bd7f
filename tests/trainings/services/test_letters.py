"""Letters about enrolments: in the person's language, with an entry for the calendar, once."""

import logging

import pytest
import vobject
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.utils import timezone

from portal.core.status_note.text import bare_mentions
from tests.factories.members import make_member
from tests.factories.people import make_user
from tests.factories.trainings import make_enrolment, make_session, make_training
from trainings.models import Enrolment, Letter, TrainerMessage, TrainingPage
from trainings.reading.words import moment
from trainings.rules.states import State
from trainings.services.deciding import withdraw
from trainings.services.writing import send_message

pytestmark = pytest.mark.django_db


class Refusing(EmailBackend):
    """Takes no mail for this person."""

    def send_messages(self, messages):
        if messages[0].to == ["refused@example.org"]:
            raise OSError("refused")
        return super().send_messages(messages)


def run():
    call_command("send_training_letters", verbosity=0)


def person(**fields):
    return make_member(user=make_user(**{"first_name": "Ana", "last_name": "Member", **fields}))


def test_a_confirmation_has_the_sessions_for_the_calendar_and_the_way_to_withdraw(site_root, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://portal.example.org"
    day = timezone.localdate() + timezone.timedelta(days=30)
    training = make_training(
        start=day, end=day, sessions=[make_session(day)], headline_en="Release plans", place_en="Skopje"
    )
    enrolment = make_enrolment(training, person(email="ana@example.org"))
    run()
    (message,) = mail.outbox
    assert (message.to, message.subject) == (["ana@example.org"], "Your place is confirmed: Release plans")
    assert f"https://portal.example.org/en/trainings/answer/{enrolment.token}/" in message.body
    assert f"Begins: {moment(training.begins_at, training)}" in message.body
    ((name, content, kind),) = message.attachments
    (event,) = vobject.readOne(content.decode() if isinstance(content, bytes) else content).vevent_list
    assert (name, kind, event.summary.value, event.location.value) == (
        "training.ics",
        "text/calendar",
        "Release plans",
        "Skopje",
    )
    assert event.dtstart.value == training.begins_at


@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("sq", "Vendi juaj është konfirmuar: Kosovë*"),
        ("cnr", "Vaše mjesto je potvrđeno: Kosovo*"),
        ("sr", "Ваше место је потврђено: Косово*"),
        ("sr-latn", "Vaše mesto je potvrđeno: Kosovo*"),
    ],
)
def test_it_is_in_the_language_and_script_of_the_person(site_root, language, subject):
    headlines = {"headline_sq": "Kosovë", "headline_cnr": "Kosovo", "headline_sr": "Косово"}
    make_enrolment(make_training(ready=("sq", "cnr", "sr"), **headlines), person(language=language))
    run()
    (message,) = mail.outbox
    assert (message.subject, bare_mentions(message.body)) == (subject, [])


def test_each_is_sent_once_and_what_was_refused_is_tried_again(site_root, settings, caplog):
    training = make_training(capacity=5)
    for address in ("one@example.org", "refused@example.org", "two@example.org"):
        make_enrolment(training, person(email=address))
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    with caplog.at_level(logging.CRITICAL), pytest.raises(CommandError, match="1 letters could not be sent"):
        run()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    for _again in range(2):
        run()
    assert [message.to[0] for message in mail.outbox] == ["one@example.org", "two@example.org", "refused@example.org"]


def test_a_letter_that_is_not_true_any_more_is_not_sent(site_root):
    training = make_training(capacity=1)
    first, second = (make_enrolment(training, person()) for _ in range(2))
    withdraw(enrolment=first, by=None)
    run()
    assert sorted(message.subject.partition(":")[0] for message in mail.outbox) == [
        "A place is free for you",
        "Your enrolment",
    ]
    assert Letter.objects.filter(sent_at=None, enrolment=second).count() == 0


def test_sent_with_what_it_tells_of(site_root, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_enrolment(make_training(), person())
    assert len(mail.outbox) == 1


def test_an_account_that_ended_gets_nothing(site_root):
    member = person()
    make_enrolment(make_training(), member)
    member.user.is_active = False
    member.user.save()
    run()
    assert mail.outbox == []


def test_a_message_of_the_trainer_reaches_one_state_or_all(site_root):
    training = make_training(capacity=1)
    _in, waits = (make_enrolment(training, person()) for _ in range(2))
    Letter.objects.all().delete()
    message = TrainerMessage(training=training, subject="Bring a pen", text="And paper & time.")
    assert send_message(message=message, to=State.WAITING) == 1
    run()
    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == ([waits.member.user.email], "Bring a pen")
    assert "And paper & time." in sent.body


class Crashing(EmailBackend):
    """The machine stops when it is to hand over the third letter."""

    def send_messages(self, messages):
        if len(mail.outbox) == 2:
            raise KeyboardInterrupt
        return super().send_messages(messages)


def publish(training, **fields):
    draft = TrainingPage.objects.get(pk=training.pk).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision().publish()


def test_a_mailing_that_was_broken_off_ends_as_if_it_had_not_been(site_root, settings):
    training = make_training(capacity=5)
    people = [make_enrolment(training, person()).member.user.email for _ in range(4)]
    Letter.objects.all().delete()
    publish(training, link="https://example.org/room")
    settings.EMAIL_BACKEND = f"{__name__}.Crashing"
    with pytest.raises(KeyboardInterrupt):
        run()
    assert Letter.objects.filter(sent_at=None).count() == 2
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    for _again in range(2):
        run()
    assert [one.to[0] for one in mail.outbox] == people
    assert len({one.extra_headers["Message-ID"] for one in mail.outbox}) == 4
    assert not Letter.objects.filter(sent_at=None).exists()


@pytest.mark.parametrize(
    "change",
    [{"place_en": "Tirana"}, {"link": "https://example.org/room"}, {"time_zone": "Europe/London"}, {"end": 33}],
    ids=lambda change: next(iter(change)),
)
def test_who_is_confirmed_offered_or_waiting_is_told_of_a_change_once(site_root, change):
    training = make_training(capacity=2)
    confirmed, leaves, offered, waits = (make_enrolment(training, person()) for _ in range(4))
    withdraw(enrolment=leaves, by=None)
    assert [Enrolment.objects.get(pk=one.pk).state for one in (confirmed, offered, waits)] == [
        State.CONFIRMED,
        State.OFFERED,
        State.WAITING,
    ]
    Letter.objects.all().delete()
    if "end" in change:
        change = {"end": timezone.localdate() + timezone.timedelta(days=change["end"])}
    publish(training, **change)
    for _again in range(2):
        run()
    assert [(one.subject.partition(":")[0], one.to[0]) for one in mail.outbox] == [
        ("Changed", one.member.user.email) for one in (confirmed, offered, waits)
    ]
    # The link to take part is for those who have a place; so is the entry for the calendar.
    assert ["https://example.org/room" in one.body for one in mail.outbox] == ["link" in change, False, False]
    assert [len(one.attachments) for one in mail.outbox] == [1, 0, 0]


def test_what_changed_twice_before_a_letter_could_go_is_told_once_as_it_is_now(site_root):
    training = make_training()
    make_enrolment(training, person())
    Letter.objects.all().delete()
    publish(training, place_en="Tirana")
    publish(training, place_en="Ohrid")
    run()
    (letter,) = mail.outbox
    assert ("Ohrid" in letter.body, "Tirana" in letter.body) == (True, False)


def test_who_withdrew_before_the_letter_went_is_told_of_the_end_only(site_root):
    training = make_training()
    enrolment = make_enrolment(training, person())
    Letter.objects.all().delete()
    publish(training, place_en="Tirana")
    withdraw(enrolment=enrolment, by=None)
    run()
    (letter,) = mail.outbox
    assert letter.subject.partition(":")[0] == "Your enrolment"
    assert ("See your enrolment:" in letter.body, "or withdraw" in letter.body) == (True, False)
