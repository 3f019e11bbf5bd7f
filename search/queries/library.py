"""The library: one answer for browsing and for searching."""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest

from portal.core.languages.catalogue import Language
from portal.core.visibility.audience import Rules, holder
from search.documents.facets import FacetName
from search.documents.registry import sources
from search.engines.base import EngineError, EngineQuery, EngineResult
from search.engines.current import current_engine
from search.queries.choices import Choices
from search.queries.database import database_answer
from search.queries.facet_groups import ActiveFilter, FacetGroup, active_filters, facet_groups
from search.queries.matching import group_weights, query_words, required_words
from search.queries.parameters import LibraryQuery
from search.queries.results import ResultItem, Viewer, result_items

logger = logging.getLogger(__name__)

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class LibraryAnswer:
    """What the page of the library shows. `query` is the one that was answered: its page exists.

    `degraded` says that the engine was away and the database answered as well as it can.
    """

    query: LibraryQuery
    items: list[ResultItem]
    total: int
    last_page: int
    groups: list[FacetGroup]
    active: list[ActiveFilter]
    degraded: bool


def search_library(
    query: LibraryQuery, *, choices: Choices, user: Any, reader: Language, request: HttpRequest
) -> LibraryAnswer:
    """Answers a query for this user. Never fails because of the engine.

    A page beyond the last one is answered with the last one.
    """
    viewer = Viewer(Rules.of_pages(), holder(user), request)
    searched = query_words(query.text)
    degraded = False
    try:
        query, ids, total, counts = _from_engine(query, searched, viewer, reader)
    except EngineError as error:
        logger.warning("The search engine is away, the database answers: %s", error)
        query, ids, total = _from_database(query, viewer)
        counts, degraded = None, True
    items = result_items(ids, viewer, choices, searched)
    return LibraryAnswer(
        query=query,
        items=items,
        # What the index still has, but the database does not (any more) show this viewer, is not counted either.
        total=total - (len(ids) - len(items)),
        last_page=last_page(total),
        groups=facet_groups(query, choices, counts),
        active=active_filters(query, choices),
        degraded=degraded,
    )


def last_page(total: int) -> int:
    return max(1, math.ceil(total / PAGE_SIZE))


def _from_engine(
    query: LibraryQuery, searched: tuple[str, ...], viewer: Viewer, reader: Language
) -> tuple[LibraryQuery, list[str], int, Any]:
    if query.text and not searched:
        # Nothing but punctuation was typed: no document has that.
        return replace(query, page=1), [], 0, {}
    question = EngineQuery(
        audiences=viewer.rules.audiences(viewer.who),
        words=searched,
        required=required_words(len(searched)),
        group_weights=group_weights(reader),
        filters=query.filters,
        sort=query.sort,
        offset=_offset(query.page),
        limit=PAGE_SIZE,
        facets=tuple(FacetName),
    )
    engine = current_engine()
    result: EngineResult = engine.search(question)
    if query.page > last_page(result.total):
        query = replace(query, page=last_page(result.total))
        result = engine.search(replace(question, offset=_offset(query.page)))
    return query, [hit.id for hit in result.hits], result.total, result.counts


def _from_database(query: LibraryQuery, viewer: Viewer) -> tuple[LibraryQuery, list[str], int]:
    answer = database_answer(query, sources(), viewer, _offset(query.page), PAGE_SIZE)
    if query.page > last_page(answer.total):
        query = replace(query, page=last_page(answer.total))
        answer = database_answer(query, sources(), viewer, _offset(query.page), PAGE_SIZE)
    return query, answer.ids, answer.total


def _offset(page: int) -> int:
    return (page - 1) * PAGE_SIZE
