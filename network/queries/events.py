"""Events that are coming and events that are over."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet

from network.models import EventPage
from portal.vocabulary.models.taxonomy import FacetCode


def coming_events(user: Any, first_day: date) -> QuerySet[EventPage]:
    """Events that end on `first_day` or later, the earliest first."""
    return EventPage.objects.listed_for(user).filter(end__gte=first_day).order_by("start", "end", "pk")


def newest_public(limit: int) -> list[EventPage]:
    """Events that anybody may read, those announced last first, with title and summary only (one query)."""
    events = EventPage.objects.listed_for(None).filter(first_published_at__isnull=False)
    return list(events.order_by("-first_published_at", "-pk")[:limit])


def past_events(user: Any, first_day: date) -> QuerySet[EventPage]:
    """Events that ended before `first_day`, the latest first."""
    return EventPage.objects.listed_for(user).filter(end__lt=first_day).order_by("-start", "-end", "-pk")


def events_at_stage(user: Any, stage: str) -> QuerySet[EventPage]:
    """Events about a stage of the continuum, those furthest ahead first."""
    about = EventPage.objects.listed_for(user).filter(stages__facet__code=FacetCode.STAGE, stages__code=stage)
    return about.order_by("-start", "-end", "-pk")
