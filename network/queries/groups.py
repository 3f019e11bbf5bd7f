"""Which working groups somebody may know of, and how many people belong to each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, QuerySet

from network.models import GroupMembership, WorkingGroupPage
from portal.vocabulary.models.taxonomy import FacetCode


def groups_for(user: Any) -> QuerySet[WorkingGroupPage]:
    """All that this user may see, in no order that readers should see."""
    return WorkingGroupPage.objects.listed_for(user).order_by("path")


def groups_at_stage(user: Any, stage: str) -> QuerySet[WorkingGroupPage]:
    """Groups that work on a stage of the continuum, those set up last first."""
    about = WorkingGroupPage.objects.listed_for(user).filter(stages__facet__code=FacetCode.STAGE, stages__code=stage)
    return about.order_by("-first_published_at", "-pk")


def numbers_of_members(groups: Iterable[WorkingGroupPage]) -> dict[int, int]:
    """How many belong to each of these groups now, by its key; groups with none are left out (one query)."""
    current = GroupMembership.objects.active().filter(group__in=[group.pk for group in groups])
    return dict(current.order_by().values_list("group").annotate(number=Count("pk")))


def own_groups(user: Any) -> frozenset[int]:
    """The keys of the working groups that somebody belongs to (one query, or none for who is not signed in)."""
    return frozenset(GroupMembership.objects.of(user).values_list("group", flat=True))
