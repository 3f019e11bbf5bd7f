"""What the database can answer when the engine is away: words in titles and summaries, the same filters, no counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from portal.core.content_language.readiness import Readiness
from portal.core.languages.catalogue import CONTENT_CODES
from search.documents.document import document_id
from search.documents.facets import FacetName
from search.documents.source import DocumentSource
from search.engines.base import Hit, Sort
from search.queries.parameters import LibraryQuery
from search.queries.results import Viewer
from search.understanding.words import MAX_WORDS

#: Pages of one type that are looked through, latest first: an answer at once rather than a whole one late.
_MOST = 1_000


@dataclass(frozen=True, slots=True)
class DatabaseAnswer:
    hits: list[Hit]
    total: int


def database_answer(
    query: LibraryQuery, sources: tuple[DocumentSource, ...], viewer: Viewer, offset: int, limit: int
) -> DatabaseAnswer:
    """One page of results and how many there are in all."""
    found: list[tuple[date, str]] = []
    for source in sources:
        condition = _condition(query, source)
        if condition is None:
            continue
        pages = source.model.objects.filter(condition, live=True).readable().for_lists().distinct()
        for page in pages.order_by("-last_published_at", "-pk")[:_MOST]:
            day = source.day(page)
            years = query.filters.get(FacetName.YEAR)
            if viewer.may_see(page) and (years is None or str(day.year) in years):
                found.append((day, document_id(source.label, page.pk)))
    found.sort(reverse=query.sort != Sort.OLDEST)
    return DatabaseAnswer([Hit(identifier, 0.0) for _, identifier in found[offset : offset + limit]], len(found))


def _condition(query: LibraryQuery, source: DocumentSource) -> Q | None:
    """What pages of this source have to satisfy; None when none of them can."""
    condition = Q()
    for word in query.text.split()[:MAX_WORDS]:
        anywhere = Q()
        for code in CONTENT_CODES:
            shown = Q(**{f"readiness_{code}__in": (Readiness.READY, Readiness.OVERVIEW)})
            contains = Q(**{f"headline_{code}__icontains": word}) | Q(**{f"summary_{code}__icontains": word})
            anywhere |= shown & contains
        condition &= anywhere
    for name, values in query.filters.items():
        if name == FacetName.TYPE:
            if source.type_code not in values:
                return None
        elif name == FacetName.LANGUAGE:
            condition &= Q(*((f"readiness_{code}", Readiness.READY) for code in values), _connector=Q.OR)
        elif name != FacetName.YEAR:
            path = source.lookups.get(name)
            if path is None:
                return None
            condition &= Q(**{f"{path}__in": values})
    return condition
