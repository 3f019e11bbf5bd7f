"""Institutions of the beneficiaries: ministries, prison administrations, probation services and others."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.status_note.text import mark_text
from portal.vocabulary.models.beneficiary import Beneficiary
from portal.vocabulary.models.protected import ProtectedModel, ProtectedQuerySet
from portal.vocabulary.models.reviewed import ReviewFlags


class InstitutionType(models.TextChoices):
    MINISTRY_OF_JUSTICE = "ministry_of_justice", _("Ministry of justice")
    PRISON_ADMINISTRATION = "prison_administration", _("Prison administration")
    PROBATION_SERVICE = "probation_service", _("Probation service")
    PCVE_COORDINATOR = "pcve_coordinator", _("P/CVE coordination")
    TRAINING_CENTRE = "training_centre", _("Training centre")
    OTHER = "other", _("Other")


class Institution(ReviewFlags, ProtectedModel):
    """One institution. `name` is translated: in the languages of the place its own name, in English a translation."""

    beneficiary = models.ForeignKey(
        Beneficiary, verbose_name=_("beneficiary"), related_name="institutions", on_delete=models.PROTECT
    )
    type = models.CharField(_("type"), max_length=30, choices=InstitutionType.choices)
    name = models.CharField(_("name"), max_length=200)
    level = models.CharField(
        _("level"), max_length=100, blank=True, help_text=_("Where one place has several: state, entity, district.")
    )
    note = models.TextField(_("note for editors"), blank=True)
    website = models.URLField(_("website"), blank=True)

    objects = ProtectedQuerySet.as_manager()

    class Meta:
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        ordering = ["beneficiary", "type", "pk"]

    def __str__(self) -> str:
        """The name as the administration shows it, which no exit passes: with the status mark where one belongs."""
        return mark_text(self.name)
