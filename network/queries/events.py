"""Events that are coming and events that are over."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from network.models import EventFollower, EventPage
from portal.core.registries.calendar import CalendarQuery
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.narrowing import filed_under


def coming_events(user: Any, first_day: date) -> QuerySet[EventPage]:
    """Events that end on `first_day` or later, the earliest first."""
    return EventPage.objects.listed_for(user).filter(end__gte=first_day).order_by("start", "end", "pk")


def events_for_calendar(user: Any, query: CalendarQuery) -> QuerySet[EventPage]:
    """Events that touch these days and fit the rest of the query, the earliest first."""
    events = coming_events(user, query.first_day)
    if query.last_day is not None:
        events = events.filter(start__lte=query.last_day)
    if query.kinds:
        events = events.filter(kind__in=query.kinds)
    if query.languages:
        events = events.filter(reduce(or_, (Q(event_languages__contains=f" {code} ") for code in query.languages)))
    events = filed_under(events, EventPage, query.beneficiaries, query.topics)
    return events[: query.limit]


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


def is_followed(event: EventPage, user: Any) -> bool:
    """Whether this person said that they will come (one query, or none for who is not signed in)."""
    return user.is_authenticated and EventFollower.objects.filter(user=user, event=event, is_wanted=True).exists()
