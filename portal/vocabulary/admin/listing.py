"""Columns and filters of the vocabulary's lists."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.vocabulary.models import Beneficiary, Concept, Facet, Institution, Term


class ReviewColumn(Column):
    """A badge for each language that a native specialist should check."""

    cell_template_name = "vocabulary/admin/review_cell.html"

    def __init__(self) -> None:
        super().__init__("languages_to_review", label=_("To be reviewed"))


def _needing_review(queryset: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
    if value == "any":
        return queryset.exclude(review_languages="")
    # No code is part of another, so containing is enough.
    return queryset.filter(review_languages__contains=value)


class ReviewedFilterSet(WagtailFilterSet):
    review = django_filters.ChoiceFilter(
        label=_("To be reviewed"),
        method=_needing_review,
        choices=[("any", _("In any language")), *((code, BY_CODE[code].native_name) for code in CONTENT_CODES)],
    )


class BeneficiaryFilterSet(ReviewedFilterSet):
    class Meta:
        model = Beneficiary
        fields: list[str] = []


class InstitutionFilterSet(ReviewedFilterSet):
    class Meta:
        model = Institution
        fields = ["beneficiary", "type"]


class FacetFilterSet(ReviewedFilterSet):
    class Meta:
        model = Facet
        fields: list[str] = []


class TermFilterSet(ReviewedFilterSet):
    class Meta:
        model = Term
        fields = ["facet"]


class ConceptFilterSet(ReviewedFilterSet):
    top = django_filters.BooleanFilter(label=_("Top of the hierarchy"), field_name="broader", lookup_expr="isnull")

    class Meta:
        model = Concept
        fields: list[str] = []
