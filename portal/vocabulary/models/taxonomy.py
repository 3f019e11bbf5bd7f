"""Facets and their terms: what resources are classified and filtered by."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.vocabulary.models.protected import ProtectedModel, ProtectedQuerySet
from portal.vocabulary.models.reviewed import ReviewFlags


class FacetCode(models.TextChoices):
    """Codes of the facets that the product relies on; they stand in addresses and in data files."""

    RESOURCE_TYPE = "resource_type"
    PRIORITY_AREA = "priority_area"
    STAGE = "stage"
    TARGET_GROUP = "target_group"
    AGENCY = "agency"
    EVIDENCE_LEVEL = "evidence_level"


class Facet(ReviewFlags, ProtectedModel):
    """One way of classifying. `label` is translated."""

    code = models.SlugField(_("code"), unique=True, allow_unicode=False)
    label = models.CharField(_("label"), max_length=120)
    position = models.PositiveIntegerField(_("position"), default=0)

    objects = ProtectedQuerySet.as_manager()

    class Meta:
        verbose_name = _("facet")
        verbose_name_plural = _("facets")
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.label


class Term(ReviewFlags, ProtectedModel):
    """A value of a facet. `label` and `description` are translated; `code` is what addresses and the index use."""

    facet = models.ForeignKey(Facet, verbose_name=_("facet"), related_name="terms", on_delete=models.PROTECT)
    code = models.SlugField(_("code"))
    label = models.CharField(_("label"), max_length=200)
    description = models.TextField(
        _("description"),
        blank=True,
        help_text=_("The first line stands where a sentence is enough, all of it on the page of a stage."),
    )
    position = models.PositiveIntegerField(_("position"), default=0)

    objects = ProtectedQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["facet", "position", "code"]
        constraints = [models.UniqueConstraint(fields=["facet", "code"], name="one_term_a_code_in_a_facet")]

    def __str__(self) -> str:
        return self.label
