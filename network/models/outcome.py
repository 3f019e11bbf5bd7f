"""What came of an agenda item: information, a decision, an action point."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models.agenda import LONGEST_TEXT, AgendaItem
from portal.members.models import Member


class OutcomeKind(models.TextChoices):
    INFORMATION = "information", _("Information")
    DECISION = "decision", _("Decision")
    ACTION = "action", _("Action point")


class ActionStatus(models.TextChoices):
    OPEN = "open", _("Open")
    UNDERWAY = "underway", _("Under way")
    DONE = "done", _("Done")
    DROPPED = "dropped", _("Dropped")


#: The states in which somebody still has to do something.
UNFINISHED = (ActionStatus.OPEN, ActionStatus.UNDERWAY)


class Outcome(models.Model):
    """One outcome. `text` is translated.

    `number` is given when the record is approved and then stays: decisions and action points are cited by it. Who does
    an action point is a member, or an agency, in words.
    """

    item = models.ForeignKey(
        AgendaItem, verbose_name=_("agenda item"), related_name="outcomes", on_delete=models.CASCADE
    )
    key = models.CharField(max_length=36, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=OutcomeKind.choices, default=OutcomeKind.INFORMATION)
    position = models.PositiveSmallIntegerField(default=1, editable=False)
    number = models.PositiveSmallIntegerField(_("number"), null=True, editable=False)
    text = models.TextField(_("text"), max_length=LONGEST_TEXT)
    responsible = models.ForeignKey(
        Member,
        verbose_name=_("responsible"),
        related_name="action_points",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
    )
    responsible_name = models.CharField(_("responsible agency"), max_length=200, blank=True)
    due = models.DateField(_("due"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=ActionStatus.choices, default=ActionStatus.OPEN)
    carried_to = models.ForeignKey(
        AgendaItem,
        verbose_name=_("carried over to"),
        related_name="carried_over",
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
    )

    class Meta:
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")
        ordering = ["item", "position", "pk"]
        indexes = [models.Index(fields=["kind", "status", "due"])]
        constraints: ClassVar[list[Any]] = [models.UniqueConstraint(fields=["item", "key"], name="one_outcome_a_key")]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def code(self) -> str:
        """ "D2" or "A1"; "" for information, and before the record is approved."""
        letters = {OutcomeKind.DECISION: "D", OutcomeKind.ACTION: "A"}
        return f"{letters[OutcomeKind(self.kind)]}{self.number}" if self.number and self.kind in letters else ""

    @property
    def is_overdue(self) -> bool:
        return self.status in UNFINISHED and self.due is not None and self.due < timezone.localdate()


class ActionChange(models.Model):
    """A change of an action point: by whom, when, to what, with which note. None is ever altered."""

    outcome = models.ForeignKey(Outcome, related_name="changes", on_delete=models.CASCADE)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="+", on_delete=models.SET_NULL, null=True)
    at = models.DateTimeField(default=timezone.now)
    status = models.CharField(_("status"), max_length=10, choices=ActionStatus.choices)
    note = models.TextField(_("note"), blank=True, max_length=2000)

    class Meta:
        verbose_name = _("change of an action point")
        verbose_name_plural = _("changes of action points")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}: {self.get_status_display()}"


class ActionReminder(models.Model):
    """A reminder that was sent: one of a kind for a due date, and no second one."""

    outcome = models.ForeignKey(Outcome, related_name="reminders", on_delete=models.CASCADE)
    due = models.DateField()
    is_late = models.BooleanField()
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("reminder of an action point")
        verbose_name_plural = _("reminders of action points")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["outcome", "due", "is_late"], name="one_reminder_a_due_date")
        ]

    def __str__(self) -> str:
        return f"{self.due}: {self.outcome}"
