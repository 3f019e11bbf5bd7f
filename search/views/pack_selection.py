"""Which resources an address asks for as an offline pack."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import HttpRequest

from portal.core.languages.reader import current_reader
from portal.core.visibility.audience import Rules, holder
from search.documents.registry import sources
from search.engines.base import EngineError
from search.offline_pack.estimate import there
from search.offline_pack.starting import MOST_RESOURCES
from search.queries.addresses import pairs_of
from search.queries.choices import Choices
from search.queries.database import database_answer
from search.queries.matching import MOST, matching_ids
from search.queries.parameters import LibraryQuery, parse
from search.queries.results import Viewer
from search.reading_list.keeping import known

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Selection:
    """`parameters` as a pack has them: None for a reading list, else those of a list of the library.

    `documents` are those that fit into a pack and that the visitor sees, in the order of the list; `left_over` counts
    the others of the list.
    """

    parameters: str | None
    documents: list[str]
    left_over: int


def selection(request: HttpRequest) -> Selection:
    """A reading list if the address names resources (`r`), otherwise a list of the library, newest first."""
    viewer = Viewer(Rules.of_pages(), holder(request.user), request)
    if "r" in request.GET:
        return _selected(None, there(known(request.GET.getlist("r")), viewer))
    asked = parse(request.GET, Choices.load())
    query = replace(asked, sort=asked.default_sort, page=1)
    return _selected(urlencode(pairs_of(query)), there(_found(query, viewer), viewer))


def _selected(parameters: str | None, found: list[str]) -> Selection:
    return Selection(parameters, found[:MOST_RESOURCES], max(0, len(found) - MOST_RESOURCES))


def _found(query: LibraryQuery, viewer: Viewer) -> list[str]:
    try:
        return list(matching_ids(query, viewer, current_reader().language))
    except EngineError as error:
        logger.warning("The search engine is away, the database answers: %s", error)
        return [hit.id for hit in database_answer(query, sources(), viewer, 0, MOST).hits]
