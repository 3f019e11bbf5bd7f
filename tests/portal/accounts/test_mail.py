"""Mail reaches a person in their language and script, with the footnote where it is due."""

import pytest
from django.core import mail
from django.template import TemplateDoesNotExist
from django.utils import translation

from portal.accounts.mail import send_to_user
from portal.core.status_note.notes import note_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(settings, tmp_path):
    """Writes a pair of templates and gives their common name."""
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [*settings.TEMPLATES[0]["DIRS"], tmp_path]}]

    def write(subject: str, message: str) -> str:
        (tmp_path / "letter_subject.txt").write_text(subject, encoding="utf-8")
        (tmp_path / "letter_message.txt").write_text(message, encoding="utf-8")
        return "letter"

    return write


@pytest.fixture
def send(django_capture_on_commit_callbacks):
    def now(user, template, context=None):
        with django_capture_on_commit_callbacks(execute=True):
            send_to_user(user, template, context)
        return mail.outbox[-1]

    return now


_WHICH = "{% load i18n %}{% get_current_language as code %}{{ code }}"


@pytest.mark.parametrize("code", ["en", "sq", "bs", "cnr", "mk", "sr", "sr-latn"])
def test_person_is_written_to_in_their_language_whatever_the_page(person, letter, send, code):
    template = letter("Subject", _WHICH)
    with translation.override("mk"):
        message = send(person(language=code), template)
        assert translation.get_language() == "mk"
    assert message.body == f"{code}\n"
    assert message.to == ["person@example.org"]


def test_latin_serbian_is_transliterated_but_addresses_are_not(person, letter, send):
    template = letter("Џуниор", "Пишите на https://example.org/Њ или {{ word }}.")
    message = send(person(language="sr-latn"), template, {"word": "ЏУГАЊ"})
    assert (message.subject, message.body) == ("Džunior", "Pišite na https://example.org/Њ ili DŽUGANJ.\n")
    assert message.extra_headers == {"Content-Language": "sr-Latn"}


def test_cyrillic_serbian_stays_as_it_is(person, letter, send):
    message = send(person(language="sr"), letter("Џуниор", "Њ"))
    assert (message.subject, message.body) == ("Џуниор", "Њ\n")


@pytest.mark.parametrize("code", ["en", "sq", "sr-latn"])
def test_mention_is_marked_and_the_footnote_stands_once(person, letter, send, code):
    message = send(person(language=code), letter("News", "Kosovo, Kosovo*"))
    assert message.body == f"Kosovo*, Kosovo*\n\n* {note_for(code)}\n"


def test_mention_in_the_subject_alone_brings_the_footnote_too(person, letter, send):
    message = send(person(), letter("Kosovo", "Nothing more."))
    assert message.subject == "Kosovo*"
    assert message.body == f"Nothing more.\n\n* {note_for('en')}\n"


def test_subject_is_one_line_and_nothing_is_escaped(person, letter, send):
    message = send(person(first_name="A&B"), letter("For\n{{ user.first_name }}\n", "{{ user.first_name }} <c>"))
    assert (message.subject, message.body) == ("For A&B", "A&B <c>\n")


def test_nothing_is_sent_before_the_transaction_is_committed(person, letter, django_capture_on_commit_callbacks):
    template = letter("Subject", "Body")
    with django_capture_on_commit_callbacks() as waiting:
        send_to_user(person(), template)
    assert mail.outbox == []
    assert len(waiting) == 1


def test_closed_account_is_not_written_to(person, letter):
    send_to_user(person(is_active=False), letter("Subject", "Body"))
    assert mail.outbox == []


def test_missing_template_is_an_error_at_once(person):
    with pytest.raises(TemplateDoesNotExist):
        send_to_user(person(), "accounts/no_such_letter")
