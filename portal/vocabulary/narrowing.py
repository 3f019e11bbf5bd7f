"""Narrowing lists by what their pages are classified by."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from portal.vocabulary.models.taxonomy import FacetCode


def filed_under(
    things: Any, pages: Any, beneficiaries: Collection[str], topics: Collection[str], way: str = "pk"
) -> Any:
    """Those whose page is filed under one of these beneficiaries and one of these priority areas (codes).

    No codes: any. `things` is a queryset, `pages` the model of the page, `way` leads from a thing to its key.
    """
    # As subqueries: a join would bring a thing as often as it fits.
    if beneficiaries:
        fitting = pages.objects.filter(beneficiaries__code__in=beneficiaries)
        things = things.filter(**{f"{way}__in": fitting.order_by().values("pk")})
    if topics:
        fitting = pages.objects.filter(
            priority_areas__facet__code=FacetCode.PRIORITY_AREA, priority_areas__code__in=topics
        )
        things = things.filter(**{f"{way}__in": fitting.order_by().values("pk")})
    return things
