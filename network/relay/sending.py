"""Sending a message on: who may write to whom, how much, and the mail that carries it."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from network.models import MessageBlock, MessageReport, RelayedMessage
from network.models.relayed_message import KEPT, SUBJECT_LENGTH
from portal.accounts.mail import send_to_user
from portal.core.languages.catalogue import get_language
from portal.core.pages.addresses import absolute
from portal.members.models import Member

#: Messages that one member can send in so much time, answers included.
MOST: Final = 20
WITHIN: Final = timedelta(days=1)

_SALT: Final = "network.relay"
_MAIL: Final = "network/mail/relayed"


class NotSent(Exception):
    """A message that does not go out."""


class TooMany(NotSent):
    """The sender has sent so many that the rest has to wait."""


class AnsweredBefore(NotSent):
    """The link has been used, or the message is there no more."""


def is_blocked(sender: Member, recipient: Member) -> bool:
    return MessageBlock.objects.filter(owner=recipient, blocked=sender).exists()


@transaction.atomic
def send_message(*, sender: Member, recipient: Member, subject: str, text: str) -> RelayedMessage:
    """Sends a message; the mail goes out on commit, in the recipient's language. Raises TooMany.

    Whether the sender may write to this recipient is asked before (the recipient's profile, `is_blocked`).
    """
    # One message of a sender after the other, so that two at once do not both count as the last.
    Member.objects.select_for_update().get(pk=sender.pk)
    if RelayedMessage.objects.filter(sender=sender, sent_at__gt=timezone.now() - WITHIN).count() >= MOST:
        raise TooMany
    message = RelayedMessage.objects.create(sender=sender, recipient=recipient, subject=subject, text=text)
    with translation.override(get_language(recipient.user.language).code):
        link = absolute(reverse("network:message", args=[token_of(message)]))
    context = {"message": message, "name": sender.name, "link": link, "days": KEPT.days}
    send_to_user(recipient.user, _MAIL, {**context, "site_name": settings.WAGTAIL_SITE_NAME})
    return message


@transaction.atomic
def answer_message(*, message: RelayedMessage, text: str) -> RelayedMessage:
    """Sends the one answer to a message. Raises AnsweredBefore, or TooMany."""
    if not RelayedMessage.objects.filter(pk=message.pk, answered_at=None).update(answered_at=timezone.now()):
        raise AnsweredBefore
    return send_message(
        sender=message.recipient, recipient=message.sender, subject=answer_subject(message.subject), text=text
    )


@transaction.atomic
def report_message(*, message: RelayedMessage, reason: str) -> None:
    """Puts a message before the moderators, with a copy. Reporting it twice is harmless."""
    MessageReport.objects.get_or_create(
        sender=message.sender,
        reporter=message.recipient,
        subject=message.subject,
        text=message.text,
        defaults={"reason": reason},
    )


def block_sender(message: RelayedMessage) -> None:
    """Whoever wrote this message can write to its recipient no more."""
    MessageBlock.objects.get_or_create(owner=message.recipient, blocked=message.sender)


def token_of(message: RelayedMessage) -> str:
    """Stands in the link of the mail: who has it, has the mail."""
    return signing.dumps(message.pk, salt=_SALT)


def message_of(token: str) -> RelayedMessage | None:
    """The message of a link, as long as it is kept and both sides take part in the network."""
    try:
        key = signing.loads(token, salt=_SALT, max_age=KEPT)
    except signing.BadSignature:
        return None
    active = Member.objects.active()
    found = RelayedMessage.objects.kept().filter(pk=key, sender__in=active, recipient__in=active)
    return found.select_related("sender__user", "recipient__user").first()


def answer_subject(subject: str) -> str:
    return (subject if subject.startswith("Re: ") else f"Re: {subject}")[:SUBJECT_LENGTH]
