"""Whatever is sent by mail carries its script and the status footnote."""

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives, send_mail
from django.utils import translation

from portal.core.status_note.notes import note_for


@pytest.fixture(autouse=True)
def through_the_exit(settings):
    settings.MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
    settings.EMAIL_BACKEND = "portal.accounts.mail_exit.ExitBackend"


def test_mail_of_others_is_marked_and_gets_the_footnote_once():
    send_mail("Kosovo", "“Kosovo” waits for you. Kosovo*.", None, ["person@example.org"])
    (message,) = mail.outbox
    assert message.subject == "Kosovo*"
    assert message.body == f"“Kosovo*” waits for you. Kosovo*.\n\n* {note_for('en')}"


def test_what_is_finished_stays_as_it_is():
    body = f"Kosovo*.\n\n* {note_for('en')}\n"
    send_mail("Kosovo*", body, None, ["person@example.org"])
    assert (mail.outbox[0].subject, mail.outbox[0].body) == ("Kosovo*", body)


def test_mail_without_a_mention_is_left_alone():
    send_mail("Subject", "Body\n", None, ["person@example.org"])
    assert (mail.outbox[0].subject, mail.outbox[0].body) == ("Subject", "Body\n")


def test_language_of_the_message_decides_else_the_active_one():
    with translation.override("sr-latn"):
        send_mail("Наслов", "Косово", None, ["person@example.org"])
    assert mail.outbox[0].subject == "Naslov"
    assert mail.outbox[0].body == f"Kosovo*\n\n* {note_for('sr-latn')}"
    with translation.override("sr-latn"):
        EmailMultiAlternatives("Наслов", "Њ", to=["a@example.org"], headers={"Content-Language": "mk"}).send()
    assert (mail.outbox[1].subject, mail.outbox[1].body) == ("Наслов", "Њ")


def test_part_in_html_is_finished_as_html():
    message = EmailMultiAlternatives("Subject", "Body", to=["person@example.org"])
    message.attach_alternative('<p><a href="/kosovo">Kosovo</a></p>', "text/html")
    message.send()
    html = mail.outbox[0].alternatives[0][0]
    assert html.startswith('<p><a href="/kosovo">Kosovo*</a></p>')
    assert html.count(note_for("en")) == 1
