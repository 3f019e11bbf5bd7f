"""How a beneficiary implements a part of a standard, in the words of its focal point."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.vocabulary.models import Beneficiary
from practices.models.standard_part import StandardPart


class EntryState(models.TextChoices):
    WAITING = "waiting", _("Waits for an editor")
    APPROVED = "approved", _("Approved")
    DECLINED = "declined", _("Declined")
    REPLACED = "replaced", _("Replaced")


class ImplementationQuerySet(models.QuerySet["Implementation"]):
    def approved(self) -> ImplementationQuerySet:
        """What readers see."""
        return self.filter(state=EntryState.APPROVED)


class Implementation(models.Model):
    """One text in one language. A translation is an entry of its own; another wording too, and replaces the one before.

    Of one part, beneficiary and language at most one entry is approved and at most one waits. `reason` is why an editor
    declined it.
    """

    part = models.ForeignKey(
        StandardPart, verbose_name=_("part"), related_name="implementations", on_delete=models.CASCADE
    )
    beneficiary = models.ForeignKey(
        Beneficiary, verbose_name=_("beneficiary"), related_name="+", on_delete=models.PROTECT
    )
    language = models.CharField(
        _("language"), max_length=3, choices=[(code, BY_CODE[code].native_name) for code in CONTENT_CODES]
    )
    text = models.TextField(_("how it is implemented"), max_length=2000)
    state = models.CharField(
        _("state"), max_length=10, choices=EntryState.choices, default=EntryState.WAITING, editable=False
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True, editable=False)
    made_at = models.DateTimeField(_("written at"), default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("written by"), related_name="+", on_delete=models.SET_NULL, null=True
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("decided by"), related_name="+", on_delete=models.SET_NULL, null=True
    )

    objects: ClassVar[ImplementationQuerySet] = ImplementationQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("entry on a part of a standard")
        verbose_name_plural = _("entries on parts of standards")
        ordering = ["-made_at", "-pk"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["part", "beneficiary", "language"],
                condition=Q(state=state),
                name=f"one_{state}_entry_a_language",
            )
            for state in (EntryState.APPROVED.value, EntryState.WAITING.value)
        ]

    def __str__(self) -> str:
        return f"{self.part}: {self.get_state_display()}"
