"""The newest of a part of the library, for other pages."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest

from portal.core.visibility.audience import Rules, holder
from search.documents.facets import FacetName
from search.documents.registry import sources
from search.engines.base import EngineError, EngineQuery
from search.engines.current import current_engine
from search.queries.choices import Choices
from search.queries.database import database_answer
from search.queries.parameters import LibraryQuery
from search.queries.results import ResultItem, Viewer, result_items
from search.understanding.marks import Marks

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`total` is how many there are in the library, of which `items` are the newest."""

    items: list[ResultItem]
    total: int


def newest(request: HttpRequest, limit: int, filters: Mapping[FacetName, tuple[str, ...]]) -> Excerpt:
    """The newest resources with these values that the visitor may see; the database answers when the engine is away."""
    viewer = Viewer(Rules.of_pages(), holder(request.user), request)
    try:
        question = EngineQuery(audiences=viewer.rules.audiences(viewer.who), filters=filters, limit=limit)
        result = current_engine().search(question)
        hits, total = result.hits, result.total
    except EngineError as error:
        logger.warning("The search engine is away, the database answers: %s", error)
        answer = database_answer(LibraryQuery(filters=filters), sources(), viewer, 0, limit)
        hits, total = tuple(answer.hits), answer.total
    items = result_items(hits, viewer, Choices.load(), Marks())
    return Excerpt(items, total - (len(hits) - len(items)))
