"""The resources of a pack, as far as its owner may see them at this moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from portal.core.visibility.audience import PUBLIC, Rules, holder
from search.documents.document import document_id
from search.documents.facets import FacetName
from search.documents.source import DocumentSource
from search.offline_pack.names import page_name
from search.queries.choices import Choices
from search.queries.facet_values import facet_values
from search.queries.results import Viewer, by_source, pages_seen

#: Facets by which a pack is gone through, in their order.
TOPICS = (FacetName.STAGE, FacetName.AREA, FacetName.BENEFICIARY, FacetName.TYPE)


@dataclass(frozen=True, slots=True)
class Resource:
    """`name` is that of its page in the folder of each rendering; `address` its address without language.

    `topics` are its values of the facets that a pack is gone through by; `changed` when it was last published.
    """

    source: DocumentSource
    key: int
    name: str
    address: str
    changed: datetime
    is_restricted: bool
    topics: Mapping[FacetName, Sequence[str]]

    def page(self, request: HttpRequest) -> Any | None:
        """The whole page; None when it is not there any more, or not for whoever asks."""
        page = self.source.model.objects.filter(live=True, pk=self.key).readable().first()
        return page if page is not None and viewer_of(request).may_see(page) else None


def viewer_of(request: HttpRequest) -> Viewer:
    return Viewer(Rules.of_pages(), holder(request.user), request)


def resources_of(documents: Sequence[str], request: HttpRequest) -> list[Resource]:
    """Those that are there, in their order. A query for each type of page and a few for all, however many."""
    viewer = viewer_of(request)
    seen = [(source, page) for source, keys in by_source(documents) for page in pages_seen(source, keys, viewer)]
    filed = facet_values(seen, [name for name in TOPICS if name != FacetName.TYPE], Choices.load())
    found = {}
    for source, page in seen:
        found[document_id(source.label, page.pk)] = Resource(
            source=source,
            key=page.pk,
            name=page_name(page.slug, page.pk),
            address=_without_language(page.get_url(request) or ""),
            changed=timezone.localtime(page.last_published_at or page.latest_revision_created_at or _LONG_AGO),
            is_restricted=viewer.rules.audience(page.path) != PUBLIC,
            topics=filed[page.pk] | {FacetName.TYPE: [source.type_code]},
        )
    return [found[one] for one in documents if one in found]


#: Of what was brought in by a program and never published from a draft.
_LONG_AGO = datetime(1980, 1, 1, tzinfo=timezone.get_default_timezone())


def _without_language(address: str) -> str:
    return "/" + address[1:].partition("/")[2]
