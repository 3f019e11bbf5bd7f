"""`visible_to(user)` on querysets of pages and of files."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Q, QuerySet
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from portal.core.visibility.audience import Rules, holder

Q_ = TypeVar("Q_", bound="QuerySet[Any]")


def visible_pages(pages: Q_, user: Any) -> Q_:
    """Only the published pages of this queryset that the user may see."""
    return pages.filter(seen_by(user))


def seen_by(user: Any) -> Q:
    """The condition that a page is published and that the user may see it."""
    closed = Q()
    for path in Rules.of_pages().closed_paths(holder(user)):
        closed |= Q(path__startswith=path)
    return Q(live=True) & ~closed if closed else Q(live=True)


def visible_files(files: Q_, user: Any) -> Q_:
    """Only the documents or images of this queryset whose collection the user may see."""
    closed = Q()
    for path in Rules.of_collections().closed_paths(holder(user)):
        closed |= Q(collection__path__startswith=path)
    return files.exclude(closed) if closed else files


class VisiblePageQuerySet(PageQuerySet):
    def visible_to(self, user: Any) -> VisiblePageQuerySet:
        """Only published pages that the user may see."""
        return visible_pages(self, user)


VisiblePageManager = PageManager.from_queryset(VisiblePageQuerySet)
