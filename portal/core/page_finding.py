"""What the administration finds pages, images and files by: Wagtail's search in the database.

It counts words in a short title for more, and so keeps for each entry how its title compares with the average. Left to
itself it reads all entries twice whenever anything is saved, for the average and for what was not compared yet:
publishing would take longer with every page that there is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import Avg, F, Model
from django.db.models.functions import Length
from modelsearch.backends import database
from modelsearch.utils import get_content_type_pk

if TYPE_CHECKING:
    from modelsearch.backends.base import BaseIndex as _Index
else:
    _Index = object

#: How many of the newest entries give the average: enough that single titles do not move it.
_NEWEST = 200


class _KnownTitles(_Index):
    """Compares only what was saved, with the newest entries; `rebuild_modelsearch_index` still does all."""

    entries: Any

    def add_items(self, model: type[Model], items: Iterable[Model]) -> None:
        saved = list(items)
        super().add_items(model, saved)
        self._compare(model, [str(one.pk) for one in saved])

    def _refresh_title_norms(self, full: bool = False) -> None:
        if full:
            super()._refresh_title_norms(full=True)

    def _compare(self, model: type[Model], keys: list[str]) -> None:
        with_title = self.entries.annotate(length=Length("title")).filter(length__gt=0)
        average = with_title.order_by("-pk")[:_NEWEST].aggregate(average=Avg("length"))["average"]
        if average:
            of_these = with_title.filter(content_type_id=get_content_type_pk(model), object_id__in=keys)
            of_these.update(title_norm=average / F("length"))


def SearchBackend(params: dict[str, Any]) -> Any:
    """The search of the present database, for `MODELSEARCH_BACKENDS`."""
    backend = database.SearchBackend(params)
    backend.index_class = type("Index", (_KnownTitles, backend.index_class), {})
    return backend
