"""Ranking with the very code of the public search."""

from __future__ import annotations

from portal.core.languages.catalogue import content_language
from portal.core.visibility.audience import PUBLIC
from search.documents.facets import FacetName
from search.engines.base import Engine, EngineQuery, Sort
from search.evaluation.files import EvaluationQuery
from search.understanding.asking import ask
from search.understanding.question import understand

#: Documents ranked for each query.
BEST = 10

_AUDIENCES = frozenset({PUBLIC})


def best_documents(engine: Engine, query: EvaluationQuery) -> list[str]:
    """Ids of the best documents for an anonymous reader of the query's language, best first."""
    question = understand(query.text, reader=content_language(query.language), audiences=_AUDIENCES, engine=engine)
    filters = {FacetName.LANGUAGE: query.languages} if query.languages else {}
    asked = EngineQuery(audiences=_AUDIENCES, filters=filters, sort=Sort.RELEVANCE, limit=BEST)
    return [hit.id for hit in ask(engine, question, asked).hits]
