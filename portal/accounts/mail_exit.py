"""The exit for mail: whatever writes to people, script and status footnote are applied to what is sent.

Our own mail is finished when it is written (portal.accounts.mail). Wagtail writes too, for instance when something
waits for review, and quotes titles of pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import translation

from portal.core.languages.catalogue import Language, get_language
from portal.core.scripts.html import latinise_html
from portal.core.scripts.serbian import to_latin
from portal.core.status_note.html import mark_html
from portal.core.status_note.notes import code_for
from portal.core.status_note.text import mark_document, mark_text


class ExitBackend(BaseEmailBackend):
    """Finishes messages and hands them to the backend that really sends, MAIL_TRANSPORT."""

    def __init__(self, fail_silently: bool = False, **options: Any) -> None:
        super().__init__(fail_silently=fail_silently)
        self._transport = get_connection(settings.MAIL_TRANSPORT, fail_silently=fail_silently, **options)

    def open(self) -> bool | None:
        return self._transport.open()

    def close(self) -> None:
        self._transport.close()

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        for message in messages:
            _finish(message)
        return self._transport.send_messages(messages) or 0


def _finish(message: EmailMessage) -> None:
    language = _language_of(message)
    message.subject = mark_text(_in_script(str(message.subject), language))
    body = str(message.body)
    if message.content_subtype == "html":
        message.body = mark_html(latinise_html(body), language.code)
    else:
        message.body = mark_document(_in_script(body, language), language.code)
    if isinstance(message, EmailMultiAlternatives):
        parts = list(message.alternatives)
        message.alternatives.clear()
        for content, mimetype in parts:
            is_html = mimetype == "text/html"
            finished = mark_html(latinise_html(str(content)), language.code) if is_html else content
            message.attach_alternative(finished, mimetype)


def _language_of(message: EmailMessage) -> Language:
    """The language that the message says it is in, else the one that was active when it was sent."""
    active = get_language(translation.get_language())
    return get_language(code_for(message.extra_headers.get("Content-Language", ""), active.code))


def _in_script(text: str, language: Language) -> str:
    return to_latin(text) if language.code == "sr-latn" else text
