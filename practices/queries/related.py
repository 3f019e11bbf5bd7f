"""Resources about the same things."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from portal.core.models import ContentPage
from portal.vocabulary.classification import Classification
from practices.models import GoodPractice, Methodology

#: How much a thing in common says. Two practices may share a stage and have nothing else to do with each other.
WEIGHTS = {"concepts": 3, "target_groups": 2, "stages": 1}

TYPES: tuple[type[ContentPage], ...] = (GoodPractice, Methodology)


def related_resources(page: Any, classification: Classification, user: Any, limit: int = 5) -> list[Any]:
    """Practices and methodologies with most in common with this page, the nearest first, as far as `user` sees them.

    They share a concept, a target group or a stage. Each has its beneficiaries at hand.
    """
    shared = {name: [one.pk for one in getattr(classification, name)] for name in WEIGHTS}
    shared = {name: keys for name, keys in shared.items() if keys}
    if not shared:
        return []
    found = [candidate for model in TYPES for candidate in _nearest(model, shared, page, user, limit)]
    found.sort(key=lambda candidate: (-candidate.nearness, candidate.title, candidate.pk))
    return found[:limit]


def _nearest(model: type[ContentPage], shared: dict[str, list[int]], page: Any, user: Any, limit: int) -> Iterable[Any]:
    """Counting is left to the database: rows of the relations, found by the page's key, not a join of all of them."""
    candidates: QuerySet[Any] = model.objects.listed_for(user)
    if isinstance(page, model):
        candidates = candidates.exclude(pk=page.pk)
    in_common = Q()
    nearness: Any = Value(0)
    for name, keys in shared.items():
        through = getattr(model, name).through
        column, target = model._meta.model_name, model._meta.get_field(name).m2m_reverse_field_name()
        rows = through.objects.filter(**{f"{target}__in": keys})
        in_common |= Q(pk__in=rows.values(column))
        counted = rows.filter(**{column: OuterRef("pk")}).order_by().values(column).annotate(number=Count("pk"))
        number = Coalesce(Subquery(counted.values("number"), output_field=IntegerField()), 0)
        nearness = nearness + WEIGHTS[name] * number
    return (
        candidates.filter(in_common)
        .annotate(nearness=nearness)
        .order_by(F("nearness").desc(), "title", "pk")
        .prefetch_related("beneficiaries")[:limit]
    )
