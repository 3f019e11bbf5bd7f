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
from trainings.models import Letter, LetterKind, TrainerMessage
from trainings.rules.states import State
from trainings.services.deciding import decide, withdraw
from trainings.services.letters import write_letter
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


def test_whoever_is_declined_finds_the_entry_cancelled(site_root):
    enrolment = make_enrolment(make_training(), person())
    decide(training_id=enrolment.training_id, enrolments=[enrolment.pk], to=State.DECLINED, by=None)
    Letter.objects.all().delete()
    enrolment.refresh_from_db()
    write_letter(enrolment, LetterKind.CANCELLED)
    run()
    assert "STATUS:CANCELLED" in str(mail.outbox[0].attachments[0][1])
