"""How much pages have in common by what they are classified by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db.models import Case, IntegerField, Model, QuerySet, Value, When

from portal.vocabulary.relations import keys_in_common

M = TypeVar("M", bound=Model)
Q_ = TypeVar("Q_", bound="QuerySet[Any]")

#: By key of a page a number, the higher the nearer.
Nearness = Mapping[int, int]


def nearness(
    page: Any, keys: Mapping[str, set[int]], models: Iterable[type[M]], weights: Mapping[str, int]
) -> dict[type[M], Nearness]:
    """For each type its pages that share something with this page, which is not among them. One query.

    `keys` are what the page is classified by, `weights` say how much one thing in common of each kind counts.
    """
    found: dict[type[M], dict[int, int]] = {}
    for model, kind, other in keys_in_common(models, {kind: keys[kind] for kind in weights}):
        if other != page.pk:
            by_page = found.setdefault(model, {})
            by_page[other] = by_page.get(other, 0) + weights[kind]
    return {**found}


def nearest_first(pages: Q_, near: Nearness, *then: str) -> Q_:
    """Those of the pages that are near, as `nearness` of each says, the nearest first, `then` in this order."""
    by_number: dict[int, list[int]] = {}
    for key, number in near.items():
        by_number.setdefault(number, []).append(key)
    steps = [When(pk__in=keys, then=Value(number)) for number, keys in sorted(by_number.items(), reverse=True)]
    ordered = pages.filter(pk__in=list(near)).annotate(nearness=Case(*steps, output_field=IntegerField()))
    return ordered.order_by("-nearness", *then)
