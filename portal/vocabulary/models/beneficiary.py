"""The six beneficiaries."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.status_note.text import mark_text
from portal.vocabulary.models.protected import ProtectedModel, ProtectedQuerySet
from portal.vocabulary.models.reviewed import ReviewFlags


class Beneficiary(ReviewFlags, ProtectedModel):
    """A beneficiary of the action, by the code used in data and addresses (XK is user-assigned, not ISO 3166-1).

    `name` and `capital` are translated. The asterisk of Kosovo* is put on when text leaves the portal
    (portal.core.status_note), it is not part of the name.
    """

    code = models.CharField(_("code"), max_length=2, unique=True)
    slug = models.SlugField(_("name in addresses"), unique=True)
    name = models.CharField(_("name"), max_length=100)
    capital = models.CharField(_("capital"), max_length=100, blank=True)
    official_languages = models.CharField(_("official languages"), max_length=60, blank=True)
    portal_languages = models.CharField(
        _("languages of the portal that serve it"), max_length=60, help_text=_("Codes, separated by spaces.")
    )
    timezone = models.CharField(_("time zone"), max_length=40)
    note = models.TextField(_("note for editors"), blank=True)

    objects = ProtectedQuerySet.as_manager()

    class Meta:
        verbose_name = _("beneficiary")
        verbose_name_plural = _("beneficiaries")
        ordering = ["slug"]

    def __str__(self) -> str:
        """The name as the administration shows it, which no exit passes: with the status mark where one belongs."""
        return mark_text(self.name)
