"""What co-operation of several agencies needs, and what each beneficiary reports of it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.vocabulary.models import Beneficiary, Term
from portal.vocabulary.models.reviewed import ReviewFlags
from portal.vocabulary.models.taxonomy import FacetCode


class Precondition(ReviewFlags, models.Model):
    """One thing that co-operation needs. `name` and `note` are translated; `note` says what it means."""

    key = models.SlugField(_("name in addresses"), max_length=60, unique=True)
    name = models.CharField(_("what is needed"), max_length=200)
    note = models.TextField(_("note"), blank=True)
    position = models.PositiveIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("precondition of co-operation")
        verbose_name_plural = _("preconditions of co-operation")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name or self.key


class PreconditionState(models.TextChoices):
    IN_PLACE = "in_place", _("In place")
    IN_PREPARATION = "in_preparation", _("In preparation")
    PLANNED = "planned", _("Planned")
    NOT_IN_PLACE = "not_in_place", _("Not in place")
    NOT_REPORTED = "not_reported", _("Not reported")


class PreconditionReportQuerySet(models.QuerySet["PreconditionReport"]):
    def current(self) -> PreconditionReportQuerySet:
        """What counts now: the last of each beneficiary and precondition."""
        return self.filter(is_current=True)


class PreconditionReport(models.Model):
    """What a beneficiary reported at a moment. Another report is another row, so that the history stays.

    Without a row nothing is reported, which is not the same as "not in place". `evidence` is in `language`. `owner` is
    the kind of agency that sees to it; `as_of` the day for which the state holds.
    """

    precondition = models.ForeignKey(
        Precondition, verbose_name=_("precondition"), related_name="reports", on_delete=models.CASCADE
    )
    beneficiary = models.ForeignKey(
        Beneficiary, verbose_name=_("beneficiary"), related_name="+", on_delete=models.PROTECT
    )
    state = models.CharField(_("state"), max_length=20, choices=PreconditionState.choices)
    evidence = models.TextField(_("evidence"), blank=True, max_length=2000)
    language = models.CharField(
        _("language"), max_length=3, blank=True, choices=[(code, BY_CODE[code].native_name) for code in CONTENT_CODES]
    )
    owner = models.ForeignKey(
        Term,
        verbose_name=_("who sees to it"),
        related_name="+",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        limit_choices_to={"facet__code": FacetCode.AGENCY.value},
    )
    as_of = models.DateField(_("as of"), default=timezone.localdate)
    is_current = models.BooleanField(_("counts now"), default=True, editable=False)
    made_at = models.DateTimeField(_("reported at"), default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("reported by"), related_name="+", on_delete=models.SET_NULL, null=True
    )

    objects: ClassVar[PreconditionReportQuerySet] = PreconditionReportQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("report on a precondition")
        verbose_name_plural = _("reports on preconditions")
        ordering = ["-made_at", "-pk"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["precondition", "beneficiary"], condition=Q(is_current=True), name="one_current_report_a_need"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.precondition}: {self.get_state_display()}"
