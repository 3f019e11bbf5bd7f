"""A run of the command in which something goes wrong, and two at once: nothing is lost, and nobody is told twice."""

import logging
import threading

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError
from django.db import connection, transaction
from django.utils import timezone

from search.following.alerts import send_alerts
from search.following.saved_search import SavedSearch
from search.outbox.drain import drain
from tests.factories.pages import make_practice
from tests.factories.people import make_user
from tests.factories.searches import make_saved_search


def test_while_the_engine_is_away_nobody_is_marked(reader, run, break_engine, days_pass):
    make_saved_search(reader)
    make_practice(headline_en="Plan one")
    days_pass(7)
    before = SavedSearch.objects.values().get()
    break_engine()
    with pytest.raises(CommandError, match="The search engine is away"):
        run(days=0, behind=True)
    assert (mail.outbox, SavedSearch.objects.values().get()) == ([], before)


def test_emails_asked_for_while_the_engine_was_away_begin_with_the_next_run(reader, run, lose_index, build_index):
    lose_index()
    make_saved_search(reader)
    build_index()
    run()
    make_practice(headline_en="Plan one")
    run()
    assert [("Plan one" in message.body, "Plan of old" in message.body) for message in mail.outbox] == [(True, False)]


class Refusing(EmailBackend):
    """Takes no mail for this person."""

    refused = "reader@example.org"

    def send_messages(self, messages):
        if messages[0].to == [self.refused]:
            raise OSError("refused")
        return super().send_messages(messages)


class Away(EmailBackend):
    def open(self):
        raise OSError("nobody there")


class BrokenOff(EmailBackend):
    """Somebody ends the run when this person's turn has come."""

    def send_messages(self, messages):
        if messages[0].to == ["other@example.org"]:
            raise KeyboardInterrupt
        return super().send_messages(messages)


def test_a_refused_email_waits_and_the_others_are_sent(reader, run, settings, caplog):
    other = make_user(email="other@example.org")
    for person in (reader, other):
        make_saved_search(person)
    make_practice(headline_en="Plan one")
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    with caplog.at_level(logging.CRITICAL), pytest.raises(CommandError, match="1 e-mails could not be sent"):
        run()
    assert [message.to for message in mail.outbox] == [["other@example.org"]]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    run()
    assert [message.to for message in mail.outbox[1:]] == [["reader@example.org"]]


def test_a_run_that_is_broken_off_is_taken_up_where_it_was(reader, run, settings):
    for person in (reader, make_user(email="other@example.org"), make_user(email="third@example.org")):
        make_saved_search(person)
    make_practice(headline_en="Plan one")
    settings.EMAIL_BACKEND = f"{__name__}.BrokenOff"
    with pytest.raises(KeyboardInterrupt):
        run()
    assert [message.to for message in mail.outbox] == [["reader@example.org"]]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    run(days=0)
    assert [message.to for message in mail.outbox[1:]] == [["other@example.org"], ["third@example.org"]]


def test_without_a_mail_server_nobody_is_marked(reader, run, settings):
    make_saved_search(reader)
    make_practice(headline_en="Plan one")
    settings.EMAIL_BACKEND = f"{__name__}.Away"
    with pytest.raises(CommandError, match="nobody there"):
        run()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    run(days=0)
    assert len(mail.outbox) == 1


# Two runs at once ------------------------------------------------------------------------------------------------


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_two_runs_at_once_send_one_email(reader, run, days_pass):
    """The second waits until the first is through with a person, and then finds nothing due."""
    make_saved_search(reader)
    make_practice(headline_en="Plan one")
    drain()
    days_pass(7)
    now = timezone.now()
    sent = []

    def other_run():
        sent.append(send_alerts(now).sent)
        connection.close()

    second = threading.Thread(target=other_run)
    with transaction.atomic():
        # What a run does with a person whose turn it is.
        list(SavedSearch.objects.due(now).select_for_update(of=("self",)))
        second.start()
        second.join(1)
        assert second.is_alive()
        SavedSearch.objects.update(asked_at=now)
    second.join()
    assert (sent, mail.outbox) == ([0], [])
