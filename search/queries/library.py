"""The library: one answer for browsing and for searching."""

from __future__ import annotations

import logging
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest

from portal.core.languages.catalogue import Language
from portal.core.visibility.audience import Rules, holder
from search.documents.facets import FacetName
from search.documents.registry import sources
from search.engines.base import EngineError, EngineQuery, EngineResult, Hit
from search.engines.current import current_engine
from search.queries.also import AlsoSearched, also_searched
from search.queries.choices import Choices
from search.queries.database import database_answer
from search.queries.facet_groups import ActiveFilter, FacetGroup, active_filters, facet_groups
from search.queries.parameters import LibraryQuery
from search.queries.results import ResultItem, Viewer, result_items
from search.queries.suggestion import suggestion
from search.understanding.asking import ask
from search.understanding.marks import Marks
from search.understanding.question import Question, understand

logger = logging.getLogger(__name__)

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class LibraryAnswer:
    """What the page of the library shows. `query` is the one that was answered: its page exists.

    `degraded` says that the engine was away and the database answered as well as it can. `also` is what else was
    searched for. `suggestion` is the text with near words in place of those that nothing has; "" without any.
    """

    query: LibraryQuery
    items: list[ResultItem]
    total: int
    last_page: int
    groups: list[FacetGroup]
    active: list[ActiveFilter]
    degraded: bool
    also: tuple[AlsoSearched, ...] = ()
    suggestion: str = ""


def search_library(
    query: LibraryQuery, *, choices: Choices, user: Any, reader: Language, request: HttpRequest
) -> LibraryAnswer:
    """Answers a query for this user. Never fails because of the engine.

    A page beyond the last one is answered with the last one.
    """
    viewer = Viewer(Rules.of_pages(), holder(user), request)
    question: Question | None = None
    degraded = False
    try:
        query, hits, total, counts, question = _from_engine(query, viewer, reader)
    except EngineError as error:
        logger.warning("The search engine is away, the database answers: %s", error)
        query, hits, total = _from_database(query, viewer)
        counts, degraded = None, True
    items = result_items(hits, viewer, choices, question.marks if question else Marks())
    return LibraryAnswer(
        query=query,
        items=items,
        # What the index still has, but the database does not (any more) show this viewer, is not counted either.
        total=total - (len(hits) - len(items)),
        last_page=last_page(total),
        groups=facet_groups(query, choices, counts),
        active=active_filters(query, choices),
        degraded=degraded,
        also=also_searched(question, reader) if question else (),
        suggestion=suggestion(query.text, question, hits, items) if question else "",
    )


def last_page(total: int) -> int:
    return max(1, math.ceil(total / PAGE_SIZE))


def _from_engine(
    query: LibraryQuery, viewer: Viewer, reader: Language
) -> tuple[LibraryQuery, Sequence[Hit], int, Any, Question | None]:
    engine = current_engine()
    audiences = viewer.rules.audiences(viewer.who)
    question = None
    if query.text:
        question = understand(
            query.text, reader=reader, audiences=audiences, engine=engine, with_equivalents=query.with_equivalents
        )

    def answer(number: int) -> EngineResult:
        asked = EngineQuery(
            audiences=audiences,
            filters=query.filters,
            sort=query.sort,
            offset=_offset(number),
            limit=PAGE_SIZE,
            facets=tuple(FacetName),
            with_texts=question is not None,
        )
        return ask(engine, question, asked) if question else engine.search(asked)

    result = answer(query.page)
    if query.page > last_page(result.total):
        query = replace(query, page=last_page(result.total))
        result = answer(query.page)
    return query, result.hits, result.total, result.counts, question


def _from_database(query: LibraryQuery, viewer: Viewer) -> tuple[LibraryQuery, Sequence[Hit], int]:
    answer = database_answer(query, sources(), viewer, _offset(query.page), PAGE_SIZE)
    if query.page > last_page(answer.total):
        query = replace(query, page=last_page(answer.total))
        answer = database_answer(query, sources(), viewer, _offset(query.page), PAGE_SIZE)
    return query, answer.hits, answer.total


def _offset(page: int) -> int:
    return (page - 1) * PAGE_SIZE
