"""What every classified page is classified by: beneficiaries, priority areas, stages, target groups, agencies."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField

from portal.vocabulary.models.beneficiary import Beneficiary
from portal.vocabulary.models.taxonomy import FacetCode, Term


def terms_field(facet: FacetCode, verbose_name: Any) -> ParentalManyToManyField:
    """Terms of one facet, as part of a page's revision."""
    return ParentalManyToManyField(
        Term,
        verbose_name=verbose_name,
        blank=True,
        limit_choices_to={"facet__code": facet.value},
        related_name="+",
    )


class ClassifiedPage(models.Model):
    """Mixin for page types. Fields that a type has no use for stay empty and are left out of its panels."""

    beneficiaries = ParentalManyToManyField(Beneficiary, verbose_name=_("beneficiaries"), blank=True, related_name="+")
    priority_areas = terms_field(FacetCode.PRIORITY_AREA, _("priority areas"))
    stages = terms_field(FacetCode.STAGE, _("stages of the continuum"))
    target_groups = terms_field(FacetCode.TARGET_GROUP, _("target groups"))
    agencies = terms_field(FacetCode.AGENCY, _("agencies"))
    concepts = ParentalManyToManyField(
        "vocabulary.Concept", verbose_name=_("glossary concepts"), blank=True, related_name="+"
    )

    class Meta:
        abstract = True
