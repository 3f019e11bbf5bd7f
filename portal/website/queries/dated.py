"""News and highlights as lists show them, newest first."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet

from portal.core.models import PortalImage
from portal.core.visibility.querysets import visible_files
from portal.vocabulary.classification import Classification
from portal.vocabulary.nearness import nearest_first, nearness
from portal.website.models import HighlightPage, NewsPage

#: The picture beside an item of a list, for screens of double density.
LIST_PICTURE = "fill-468x312"

#: What others are related by: each thing in common counts the same.
_COUNTED = {"beneficiaries": 1, "priority_areas": 1, "stages": 1}

DatedPage = NewsPage | HighlightPage


def dated_pages(model: type[DatedPage], user: Any) -> QuerySet[Any]:
    """News or highlights that the user may read, with the picture of each (three queries for any number)."""
    pictures = visible_files(PortalImage.objects.prefetch_renditions(LIST_PICTURE), user)
    pages = model.objects.listed_for(user).order_by("-date", "-pk")
    return pages.prefetch_related(Prefetch("image", queryset=pictures))


def newest_public(model: type[DatedPage], limit: int) -> list[Any]:
    """The latest news or highlights that anybody may read, with title and summary only (one query)."""
    return list(model.objects.listed_for(None).order_by("-date", "-pk")[:limit])


def related_pages(page: DatedPage, classification: Classification, user: Any, limit: int = 4) -> list[Any]:
    """Others of the same type that share beneficiaries, priority areas or stages, those that share most first."""
    near = nearness(page, classification.keys, [type(page)], _COUNTED)
    others = type(page).objects.listed_for(user)
    return list(nearest_first(others, near.get(type(page), {}), "-date", "-pk")[:limit])
