"""The product's own search, asked as its pages ask."""

from __future__ import annotations

from portal.core.languages.catalogue import content_language
from portal.core.visibility.audience import PUBLIC
from search.documents.facets import FacetName
from search.engines.base import EngineQuery, Sort
from search.engines.current import current_engine
from search.queries.library import PAGE_SIZE
from search.queries.suggestions import beginnings
from search.understanding.asking import ask as ask_engine
from search.understanding.question import understand
from tests.benchmarks.search_questions import Asked, Kind

_AUDIENCES = frozenset({PUBLIC})


def ask(asked: Asked) -> int:
    """Results with their texts, number and counts for a visitor; for beginnings what is suggested. The whole number."""
    engine = current_engine()
    reader = content_language(asked.language)
    if asked.kind == Kind.BEGINNING:
        return engine.search(beginnings(asked.text, reader, _AUDIENCES)).total
    question = understand(asked.typed, reader=reader, audiences=_AUDIENCES, engine=engine)
    query = EngineQuery(_AUDIENCES, sort=Sort.RELEVANCE, limit=PAGE_SIZE, facets=tuple(FacetName), with_texts=True)
    return ask_engine(engine, question, query).total
