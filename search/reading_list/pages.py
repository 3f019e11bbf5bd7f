"""The resources of a reading list, as far as somebody may see them at this moment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from search.documents.document import document_id
from search.queries.results import Viewer, by_source


def pages_of(documents: Sequence[str], viewer: Viewer) -> list[Any]:
    """Whole pages in the order of the list; what is not there (any more), or not for this viewer, is left out."""
    found = {
        document_id(source.label, page.pk): page
        for source, keys in by_source(documents)
        for page in source.model.objects.filter(live=True, pk__in=keys).readable()
        if viewer.may_see(page)
    }
    return [found[one] for one in documents if one in found]
