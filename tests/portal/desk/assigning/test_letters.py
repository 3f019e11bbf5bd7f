"""What translators are told by e-mail, in their language, and once."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from portal.accounts import roles
from portal.desk.assigning.giving import assign
from portal.desk.assigning.reminders import send_reminders
from portal.desk.models import Assignment
from tests.factories.desk import give, make_translator_below
from tests.factories.pages import make_plain
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db

TODAY = date(2030, 5, 10)


def reminded(today=TODAY):
    mail.outbox.clear()
    outcome = send_reminders(today)
    assert outcome.failed == 0
    return sorted((message.to[0], message.body.count("\n- ")) for message in mail.outbox)


def test_one_letter_about_all_that_was_given(editor, albanian, django_capture_on_commit_callbacks):
    pages = [make_plain(headline_en=title) for title in ("Leave planning", "Visits in Kosovo")]
    with django_capture_on_commit_callbacks(execute=True):
        assign(
            seen={page.pk: None for page in pages},
            language="sq",
            assignee=albanian,
            by=editor,
            due=date(2030, 5, 1),
            note="Before the meeting & the visit",
        )
    (message,) = mail.outbox
    assert (message.to, message.subject) == (["albanian@example.org"], "2 përkthime për ju")
    assert "Edita ju ka dhënë 2 përkthime." in message.body
    assert "- Leave planning (Shqip)\n  Afati: 1 maj 2030\n  http://" in message.body
    assert "- Visits in Kosovo* (Shqip)" in message.body
    assert "Before the meeting & the visit" in message.body
    assert "/admin/desk/mine/" in message.body


def test_who_gives_it_to_themselves_is_not_told(editor, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assign(seen={make_plain().pk: None}, language="sq", assignee=editor, by=editor)
    assert mail.outbox == []


def test_once_before_the_date_and_once_after_it(albanian, macedonian):
    give(make_plain(), albanian, due=TODAY)
    give(make_plain(), albanian, due=TODAY + timedelta(days=4))
    give(make_plain(), albanian)
    give(make_plain(), macedonian, "mk", due=TODAY - timedelta(days=1))
    told = [reminded(TODAY + timedelta(days=days)) for days in (0, 0, 1, 1, 4, 5, 6)]
    assert told == [
        [("albanian@example.org", 1), ("macedonian@example.org", 1)],
        [],
        [("albanian@example.org", 2)],
        [],
        [],
        [("albanian@example.org", 1)],
        [],
    ]


def test_a_new_date_is_reminded_of_anew(editor, albanian):
    page = make_plain()
    row = give(page, albanian, due=TODAY)
    assert len(reminded()) == 1
    assign(seen={page.pk: row.pk}, language="sq", assignee=albanian, by=editor, due=TODAY + timedelta(days=1))
    assert len(reminded()) == 1


def test_it_is_in_the_translators_language(macedonian):
    give(make_plain(headline_en="Leave planning"), macedonian, "mk", due=TODAY - timedelta(days=1))
    reminded()
    (message,) = mail.outbox
    assert message.subject == "Рок за 1 ваш превод"
    assert "- Leave planning (Македонски)" in message.body
    assert message.extra_headers["Content-Language"] == "mk"


def test_accounts_that_are_closed_are_told_nothing(albanian):
    give(make_plain(), albanian, due=TODAY)
    albanian.is_active = False
    albanian.save()
    assert reminded() == []


def test_who_no_longer_works_on_a_page_is_told_nothing_of_it(site_root):
    section = make_plain()
    person = make_translator_below(section)
    give(section, person, due=TODAY)
    give(make_plain(headline_en="Zanzibarian"), person, due=TODAY)
    assert reminded() == [(person.email, 1)]
    assert "Zanzibarian" not in mail.outbox[0].body


def test_what_fails_with_one_person_is_tried_again(albanian, macedonian, settings):
    give(make_plain(), albanian, due=TODAY)
    settings.MAIL_TRANSPORT = settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    outcome = send_reminders(TODAY)
    assert (outcome.sent, outcome.failed) == (0, 1)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert reminded() == [("albanian@example.org", 1)]


def test_the_command_finishes_tells_and_fails_when_somebody_was_not_told(albanian, settings, capsys):
    yesterday = timezone.localdate() - timedelta(days=1)
    give(make_plain(ready=("en", "sq")), albanian, due=yesterday)
    give(make_plain(), albanian, due=yesterday)
    call_command("send_translation_reminders")
    assert capsys.readouterr().out == "Reminders of translations: 1 e-mails sent\n"
    assert mail.outbox[-1].body.count("\n- ") == 1
    assert Assignment.objects.count() == 1
    give(make_plain(), make_user(roles.translators("bs")), "bs", due=yesterday)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with pytest.raises(CommandError, match="1 e-mails could not be sent"):
        call_command("send_translation_reminders")
