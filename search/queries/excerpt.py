"""The newest of a part of the library, for other pages."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.text import capfirst

from portal.core.visibility.audience import Rules, holder
from search.documents.facets import FacetName
from search.documents.registry import sources
from search.engines.base import EngineError, EngineQuery, Hit
from search.engines.current import current_engine
from search.queries.choices import Choices
from search.queries.database import database_answer
from search.queries.parameters import LibraryQuery
from search.queries.results import ResultItem, Viewer, result_items
from search.understanding.marks import Marks

logger = logging.getLogger(__name__)

Filters = Mapping[FacetName, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`total` is how many there are in the library, of which `items` are the newest."""

    items: list[ResultItem]
    total: int


@dataclass(frozen=True, slots=True)
class TypeExcerpt:
    """The newest resources of one type, by its code; `plural` is what several of them are called."""

    type_code: str
    plural: str
    items: list[ResultItem]
    total: int


def newest(request: HttpRequest, limit: int, filters: Filters) -> Excerpt:
    """The newest resources with these values that the visitor may see; the database answers when the engine is away."""
    viewer = Viewer(Rules.of_pages(), holder(request.user), request)
    hits, total = _newest_hits(viewer, limit, filters)
    items = result_items(hits, viewer, Choices.load(), Marks())
    return Excerpt(items, total - (len(hits) - len(items)))


def newest_of_each_type(request: HttpRequest, limit: int, filters: Filters) -> list[TypeExcerpt]:
    """The same for each type of resource, in the order of the taxonomy; types without any are left out.

    One question to the engine for each type that there is, and as many queries as for one list of all of them.
    """
    viewer = Viewer(Rules.of_pages(), holder(request.user), request)
    choices = Choices.load()
    plurals = {source.type_code: capfirst(source.model._meta.verbose_name_plural) for source in sources()}
    types = choices.known(FacetName.TYPE, list(plurals))
    found = {code: _newest_hits(viewer, limit, {**filters, FacetName.TYPE: (code,)}) for code in types}
    items = result_items([hit for hits, _total in found.values() for hit in hits], viewer, choices, Marks())
    excerpts = []
    for code, (hits, total) in found.items():
        own = [item for item in items if item.type_code == code]
        excerpts.append(TypeExcerpt(code, str(plurals[code]), own, total - (len(hits) - len(own))))
    return [excerpt for excerpt in excerpts if excerpt.items]


def _newest_hits(viewer: Viewer, limit: int, filters: Filters) -> tuple[Sequence[Hit], int]:
    try:
        question = EngineQuery(audiences=viewer.rules.audiences(viewer.who), filters=filters, limit=limit)
        result = current_engine().search(question)
    except EngineError as error:
        logger.warning("The search engine is away, the database answers: %s", error)
        answer = database_answer(LibraryQuery(filters=filters), sources(), viewer, 0, limit)
        return answer.hits, answer.total
    return result.hits, result.total
