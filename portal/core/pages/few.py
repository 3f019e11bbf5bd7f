"""Pages of types of which a site has a few, for the frame of every page."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from portal.core.prepared import Prepared
from portal.core.visibility.audience import Rules, holder


class FewPages:
    """The pages of such a type, with these columns and no others."""

    def __init__(self, model: Any, *columns: str) -> None:
        def pages() -> QuerySet[Any]:
            readable = model.objects.of_few().readable().order_by("path")
            # Django's own: modeltranslation's takes the name of a translated field for all its languages.
            return QuerySet.only(QuerySet.filter(readable, live=True), "path", "url_path", *columns)

        self._published = Prepared(pages)

    def readable_by(self, user: Any) -> list[Any]:
        """Those that this user may read, in the order of the tree. One query, however many."""
        rules, who = Rules.of_pages(), holder(user)
        return [page for page in self._published.objects() if who.satisfies(rules.requirements(page.path))]
