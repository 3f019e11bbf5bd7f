"""Mail to people: in their language and script, with the status footnote where it is due."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template import Context, Engine
from django.utils import translation
from django_tasks import task

from portal.accounts.models import User
from portal.core.languages.catalogue import Language, get_language
from portal.core.scripts.serbian import to_latin
from portal.core.status_note.notes import note_for
from portal.core.status_note.text import has_mention, mark_document, mark_text


def send_to_user(user: User, template: str, context: Mapping[str, Any] | None = None) -> None:
    """Writes to a person once the present transaction is committed.

    `template` is the common beginning of two templates, `<template>_subject.txt` and `<template>_message.txt`; they
    are rendered now, in the person's language, and get `user` beside what is in `context`. Nothing is sent to an
    account that is not active. Raises TemplateDoesNotExist.
    """
    if not user.is_active:
        return
    send_to_address(user.email, get_language(user.language), template, {"user": user, **(context or {})})


def send_to_address(address: str, language: Language, template: str, context: Mapping[str, Any]) -> None:
    """The same to somebody who has no account, in this rendering."""
    subject, body = compose(template, context, language)
    transaction.on_commit(partial(deliver.enqueue, address, subject, body, language.html_lang))


@task()
def deliver(address: str, subject: str, body: str, html_lang: str) -> None:
    """Hands a finished message to the mail server. Raises what the mail backend raises."""
    message_to(address, subject, body, html_lang).send()


def message_to(
    address: str, subject: str, body: str, html_lang: str, headers: Mapping[str, str] | None = None
) -> EmailMessage:
    """A finished message; `headers` are more than every mail has."""
    return EmailMessage(subject, body, to=[address], headers={"Content-Language": html_lang, **(headers or {})})


def message_id(name: str) -> str:
    """A Message-ID that stays the same when the message of this name is sent again: mail programs know it by that."""
    host = settings.WAGTAILADMIN_BASE_URL.partition("://")[2].partition("/")[0].partition(":")[0] or "localhost"
    return f"<{name}@{host}>"


def compose(template: str, context: Mapping[str, Any], language: Language) -> tuple[str, str]:
    """Subject (one line) and body of a mail in one rendering, finished: script and status footnote applied."""
    with translation.override(language.code):
        subject = " ".join(_render(f"{template}_subject.txt", context).split())
        body = _render(f"{template}_message.txt", context).strip() + "\n"
    if language.code == "sr-latn":
        subject, body = to_latin(subject), to_latin(body)
    finished = mark_document(body, language.code)
    if has_mention(subject) and not has_mention(body):
        # Subject and body are one document: the footnote stands below the body.
        finished = f"{finished.rstrip()}\n\n* {note_for(language.code)}\n"
    return mark_text(subject), finished


def _render(name: str, context: Mapping[str, Any]) -> str:
    """A text template as it is: an ampersand in a name is an ampersand in a mail."""
    return Engine.get_default().get_template(name).render(Context(dict(context), autoescape=False))
