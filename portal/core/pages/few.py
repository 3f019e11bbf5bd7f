"""Pages of types of which a site has a few, for the frame of every page."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from portal.core.prepared import Prepared
from portal.core.visibility.audience import Rules, holder


class FewPages:
    """The pages of such a type, with these columns (texts and keys) and no others.

    They are made of their rows once for as long as the rows stay the same. So nobody changes them.
    """

    def __init__(self, model: Any, *columns: str) -> None:
        self._model = model
        self._columns = {"id", "page_ptr", "path", "url_path", *columns}
        self._published = Prepared(self._query)
        self._made: tuple[list[tuple[Any, ...]], list[Any]] = ([], [])

    def readable_by(self, user: Any) -> list[Any]:
        """Those that this user may read, in the order of the tree. One query, however many."""
        rules, who = Rules.of_pages(), holder(user)
        return [page for page in self._pages() if who.satisfies(rules.requirements(page.path))]

    def _pages(self) -> list[Any]:
        rows = self._published.rows()
        made_of, pages = self._made
        if rows != made_of:
            pages = [self._model.from_db(None, self._names, row) for row in rows]
            self._made = rows, pages
        return pages

    def _query(self) -> QuerySet[Any]:
        readable = self._model.objects.of_few().readable().order_by("path")
        # Django's own: modeltranslation's takes the name of a translated field for all its languages.
        return QuerySet.values_list(QuerySet.filter(readable, live=True), *self._names)

    @cached_property
    def _names(self) -> list[str]:
        """In the order of the model, as `from_db` wants them."""
        fields = self._model._meta.concrete_fields
        return [field.attname for field in fields if field.name in self._columns]
