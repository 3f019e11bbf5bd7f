"""A change to the draft of a record that a member proposes; the secretary decides on it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models.agenda import LONGEST_TEXT, AgendaItem
from network.models.meeting import Meeting
from network.models.outcome import Outcome, OutcomeKind


class AmendmentTarget(models.TextChoices):
    """Which text it is about: the value is also what names it in addresses, with the key of the row."""

    TITLE = "title", _("Title of the agenda item")
    TEXT = "text", _("What was said")
    OUTCOME = "outcome", _("Outcome")
    NEW_OUTCOME = "new", _("New outcome")


class AmendmentState(models.TextChoices):
    OPEN = "open", _("Open")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")


class Amendment(models.Model):
    """Another wording of one text of a record, in the language of the record. None is ever altered or deleted.

    `key` is made with the form, so that what is sent twice is stored once. `item` and `outcome` say where the text
    stands (`outcome` only for the text of one); they are empty once it was taken away. `before` is the text that the
    proposer saw, `kind` that of a new outcome. `result` is what an accepted proposal put into the record: the one who
    decides may have joined it with another.
    """

    meeting = models.ForeignKey(Meeting, related_name="amendments", on_delete=models.CASCADE)
    key = models.CharField(max_length=36, editable=False)
    target = models.CharField(max_length=8, choices=AmendmentTarget.choices)
    item = models.ForeignKey(AgendaItem, related_name="amendments", on_delete=models.SET_NULL, null=True)
    outcome = models.ForeignKey(Outcome, related_name="amendments", on_delete=models.SET_NULL, null=True)
    kind = models.CharField(_("kind"), max_length=12, choices=OutcomeKind.choices, blank=True)
    before = models.TextField(blank=True)
    text = models.TextField(_("proposed text"), blank=True, max_length=LONGEST_TEXT)
    reason = models.TextField(_("reason"), max_length=2000)
    proposer = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="+", on_delete=models.SET_NULL, null=True)
    proposed_at = models.DateTimeField(default=timezone.now)

    state = models.CharField(_("state"), max_length=8, choices=AmendmentState.choices, default=AmendmentState.OPEN)
    result = models.TextField(blank=True)
    answer = models.TextField(_("answer"), blank=True, max_length=2000)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="+", on_delete=models.SET_NULL, null=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("proposal to a record")
        verbose_name_plural = _("proposals to records")
        ordering = ["pk"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["meeting", "key"], name="one_amendment_a_key"),
        ]

    def __str__(self) -> str:
        return self.text[:80]
