"""Parts of a training that are edited with its page: sessions, and the most places for some."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from portal.vocabulary.models import Beneficiary, Institution
from trainings.models.training import TrainingPage


class TrainingSession(models.Model):
    """A stretch of time of one day, by the clock of the training's place."""

    training = ParentalKey(TrainingPage, related_name="sessions", on_delete=models.CASCADE)
    day = models.DateField(_("day"))
    begins = models.TimeField(_("begins at"))
    ends = models.TimeField(_("ends at"))

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["day", "begins", "pk"]
        constraints = [models.CheckConstraint(condition=Q(ends__gt=F("begins")), name="session_ends_after")]

    def __str__(self) -> str:
        begins, ends = (time_format(clock) for clock in (self.begins, self.ends))
        return f"{date_format(self.day)}, {begins}–{ends}"

    def clean(self) -> None:
        super().clean()
        if self.begins and self.ends and self.ends <= self.begins:
            raise ValidationError({"ends": gettext("It would end before it begins.")})

    @property
    def starts_at(self) -> datetime:
        return datetime.combine(self.day, self.begins, self.training.zone)

    @property
    def ends_at(self) -> datetime:
        return datetime.combine(self.day, self.ends, self.training.zone)


class TrainingQuota(models.Model):
    """The most places that people of one beneficiary, or of one institution, may have."""

    training = ParentalKey(TrainingPage, related_name="quotas", on_delete=models.CASCADE)
    beneficiary = models.ForeignKey(
        Beneficiary, verbose_name=_("beneficiary"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    institution = models.ForeignKey(
        Institution, verbose_name=_("institution"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    places = models.PositiveSmallIntegerField(_("places"))

    class Meta:
        verbose_name = _("most places")
        verbose_name_plural = _("most places")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(beneficiary=None, institution__isnull=False)
                | Q(beneficiary__isnull=False, institution=None),
                name="quota_of_one_of_both",
            ),
            models.UniqueConstraint(fields=["training", "beneficiary"], name="one_quota_a_beneficiary"),
            models.UniqueConstraint(fields=["training", "institution"], name="one_quota_an_institution"),
        ]

    def __str__(self) -> str:
        return f"{self.beneficiary or self.institution}: {self.places}"

    def clean(self) -> None:
        super().clean()
        if (self.beneficiary_id is None) == (self.institution_id is None):
            raise ValidationError(gettext("Choose a beneficiary or an institution, not both."))

    @property
    def scope(self) -> str:
        """As `SeatPool.scope`."""
        return scope_of(beneficiary=self.beneficiary_id, institution=self.institution_id)


def scope_of(*, beneficiary: Any = None, institution: Any = None) -> str:
    """The name of the pool from which people of this beneficiary, else of this institution, take a seat."""
    return f"b{beneficiary}" if beneficiary else f"i{institution}"
