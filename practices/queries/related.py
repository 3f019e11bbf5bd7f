"""Resources about the same things."""

from __future__ import annotations

from typing import Any

from portal.core.models import ContentPage
from portal.vocabulary.classification import Classification
from portal.vocabulary.nearness import nearest_first, nearness
from practices.models import GoodPractice, Methodology

#: How much a thing in common says. Two practices may share a stage and have nothing else to do with each other.
WEIGHTS = {"concepts": 3, "target_groups": 2, "stages": 1}

TYPES: tuple[type[ContentPage], ...] = (GoodPractice, Methodology)


def related_resources(page: Any, classification: Classification, user: Any, limit: int = 5) -> list[Any]:
    """Practices and methodologies with most in common with this page, the nearest first, as far as `user` sees them.

    They share a concept, a target group or a stage. One query says how near each is, one for each type reads them.
    """
    found = [
        candidate
        for model, near in nearness(page, classification.keys, TYPES, WEIGHTS).items()
        for candidate in nearest_first(model.objects.listed_for(user), near, "title", "pk")[:limit]
    ]
    found.sort(key=lambda candidate: (-candidate.nearness, candidate.title, candidate.pk))
    return found[:limit]
