"""`visible_to(user)` on querysets of pages and of files."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any, TypeVar

from django.db.models import BooleanField, F, Func, Q, QuerySet
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from portal.core.visibility.audience import Rules, holder

Q_ = TypeVar("Q_", bound="QuerySet[Any]")


class Below(Func):
    """The condition that a path in a tree is one of these or lies below one of them.

    One test of all: pages are listed again and again, and each condition of its own takes longer to be put together
    than the whole query takes to be answered.
    """

    def __init__(self, field: str, paths: Sequence[str]) -> None:
        super().__init__(F(field), output_field=BooleanField())
        self._paths = sorted(paths, key=len)

    def as_sql(self, compiler: Any, connection: Any, *args: Any, **extra: Any) -> tuple[str, tuple[Any, ...]]:
        column, params = compiler.compile(self.get_source_expressions()[0])
        tests: list[str] = []
        values: list[Any] = []
        for length, paths in groupby(self._paths, key=len):
            same = list(paths)
            tests.append(f"SUBSTR({column}, 1, {length}) IN ({', '.join(['%s'] * len(same))})")
            values += [*params, *same]
        return f"({' OR '.join(tests)})", tuple(values)


def visible_pages(pages: Q_, user: Any) -> Q_:
    """Only the published pages of this queryset that the user may see."""
    return pages.filter(seen_by(user))


def seen_by(user: Any) -> Q:
    """The condition that a page is published and that the user may see it."""
    closed = Rules.of_pages().closed_paths(holder(user))
    return Q(live=True) & ~Q(Below("path", tuple(closed))) if closed else Q(live=True)


def visible_files(files: Q_, user: Any) -> Q_:
    """Only the documents or images of this queryset whose collection the user may see."""
    closed = Rules.of_collections().closed_paths(holder(user))
    return files.exclude(Below("collection__path", tuple(closed))) if closed else files


class VisiblePageQuerySet(PageQuerySet):
    def visible_to(self, user: Any) -> VisiblePageQuerySet:
        """Only published pages that the user may see."""
        return visible_pages(self, user)


VisiblePageManager = PageManager.from_queryset(VisiblePageQuerySet)
