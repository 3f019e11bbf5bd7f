"""News and highlights as lists show them, newest first."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from portal.core.models import PortalImage
from portal.core.visibility.querysets import visible_files
from portal.website.models import HighlightPage, NewsPage

#: The picture beside an item of a list, for screens of double density.
LIST_PICTURE = "fill-468x312"

DatedPage = NewsPage | HighlightPage


def dated_pages(model: type[DatedPage], user: Any) -> QuerySet[Any]:
    """News or highlights that the user may read, with what a list shows of each (four queries for any number)."""
    pictures = visible_files(PortalImage.objects.prefetch_renditions(LIST_PICTURE), user)
    return (
        model.objects.listed_for(user)
        .order_by("-date", "-pk")
        .prefetch_related("beneficiaries", Prefetch("image", queryset=pictures))
    )


def newest_public(model: type[DatedPage], limit: int) -> list[Any]:
    """The latest news or highlights that anybody may read, with title and summary only (one query)."""
    return list(model.objects.listed_for(None).order_by("-date", "-pk")[:limit])


def related_pages(page: DatedPage, user: Any, limit: int = 4) -> list[Any]:
    """Others of the same type that share beneficiaries, priority areas or stages, those that share most first."""
    chosen = {
        name: [related.pk for related in getattr(page, name).all()]
        for name in ("beneficiaries", "priority_areas", "stages")
    }
    shared: Any = sum(
        (Count(name, filter=Q(**{f"{name}__in": keys}), distinct=True) for name, keys in chosen.items() if keys),
        start=Count("pk", filter=Q(pk__isnull=True)),
    )
    others = type(page).objects.listed_for(user).exclude(pk=page.pk).annotate(shared=shared)
    return list(others.filter(shared__gt=0).order_by("-shared", "-date", "-pk")[:limit])
