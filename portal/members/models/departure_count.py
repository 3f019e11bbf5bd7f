"""How many left, for reports: numbers that name nobody."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class DepartureCount(models.Model):
    """Members who left in a year, by the codes of beneficiary and kind of agency ("" for none)."""

    year = models.PositiveSmallIntegerField(_("year"))
    beneficiary = models.CharField(_("beneficiary"), max_length=2, blank=True)
    agency = models.CharField(_("kind of agency"), max_length=50, blank=True)
    number = models.PositiveIntegerField(_("number"), default=0)

    class Meta:
        verbose_name = _("number of members who left")
        verbose_name_plural = _("numbers of members who left")
        ordering = ["year", "beneficiary", "agency"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["year", "beneficiary", "agency"], name="one_count_of_departures")
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.beneficiary} {self.agency}: {self.number}"
