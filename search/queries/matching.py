"""All that a search finds, as ids: what feeds and alerts are made of."""

from __future__ import annotations

from dataclasses import replace

from portal.core.languages.catalogue import Language
from search.engines.base import EngineQuery, Sort
from search.engines.current import current_engine
from search.queries.parameters import LibraryQuery
from search.queries.results import Viewer
from search.understanding.asking import ask
from search.understanding.question import understand

#: As many as an engine gives at once (Elasticsearch: `index.max_result_window`).
MOST = 10_000


def matching_ids(
    query: LibraryQuery, viewer: Viewer, reader: Language, *, even_loosely: bool = False
) -> tuple[str, ...]:
    """Ids of the documents that the library shows this viewer for these words and filters, latest date first.

    Of many words those documents that have most of them, as wherever the library is ordered by date; `even_loosely`
    also those with any one of them. At most MOST. Raises EngineError.
    """
    engine = current_engine()
    audiences = viewer.rules.audiences(viewer.who)
    asked = EngineQuery(audiences=audiences, filters=query.filters, sort=Sort.NEWEST, limit=MOST)
    if not query.text:
        return tuple(hit.id for hit in engine.search(asked).hits)
    question = understand(
        query.text, reader=reader, audiences=audiences, engine=engine, with_equivalents=query.with_equivalents
    )
    if even_loosely:
        question = replace(question, trees=question.trees[-1:])
    return tuple(hit.id for hit in ask(engine, question, asked).hits)
