"""Messages that go through the portal, so that neither side sees the other's address."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar, Final

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.members.models import Member

#: For so long a message can be answered and reported; then it is deleted.
KEPT: Final = timedelta(days=30)

SUBJECT_LENGTH: Final = 120
TEXT_LENGTH: Final = 5000


class RelayedMessageQuerySet(models.QuerySet["RelayedMessage"]):
    def kept(self) -> RelayedMessageQuerySet:
        """Those whose time has not passed."""
        return self.filter(sent_at__gt=timezone.now() - KEPT)

    def passed(self) -> RelayedMessageQuerySet:
        return self.filter(sent_at__lte=timezone.now() - KEPT)


class RelayedMessage(models.Model):
    """A message on its way from one member to another. It is kept as long as it can be answered or reported.

    `answered_at` is set by the one answer that the link in the mail allows; the answer is a message of its own.
    """

    sender = models.ForeignKey(Member, related_name="sent_messages", on_delete=models.CASCADE)
    recipient = models.ForeignKey(Member, related_name="received_messages", on_delete=models.CASCADE)
    subject = models.CharField(max_length=SUBJECT_LENGTH)
    text = models.TextField(max_length=TEXT_LENGTH)
    sent_at = models.DateTimeField(default=timezone.now, db_index=True)
    answered_at = models.DateTimeField(null=True)

    objects: ClassVar[RelayedMessageQuerySet] = RelayedMessageQuerySet.as_manager()  # type: ignore[assignment]

    def __str__(self) -> str:
        return self.subject


class MessageReport(models.Model):
    """What somebody who got a message says against it. With a copy, because messages are deleted.

    All that moderators ever see of messages.
    """

    sender = models.ForeignKey(
        Member, verbose_name=_("written by"), related_name="reports_against", on_delete=models.CASCADE
    )
    reporter = models.ForeignKey(
        Member, verbose_name=_("reported by"), related_name="reports", null=True, on_delete=models.SET_NULL
    )
    subject = models.CharField(_("subject"), max_length=SUBJECT_LENGTH)
    text = models.TextField(_("message"))
    reason = models.TextField(_("what is wrong with it"), max_length=1000)
    reported_at = models.DateTimeField(_("reported on"), auto_now_add=True)
    outcome = models.CharField(
        _("outcome"), max_length=200, blank=True, help_text=_("What was done about it. Empty: still to be looked at.")
    )

    class Meta:
        verbose_name = _("reported message")
        verbose_name_plural = _("reported messages")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.subject


class MessageBlock(models.Model):
    """A member takes no more messages from another, who is not told."""

    owner = models.ForeignKey(Member, related_name="message_blocks", on_delete=models.CASCADE, db_index=False)
    blocked = models.ForeignKey(Member, related_name="+", on_delete=models.CASCADE)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["owner", "blocked"], name="blocked_once"),
        ]

    def __str__(self) -> str:
        return f"{self.owner} – {self.blocked}"
