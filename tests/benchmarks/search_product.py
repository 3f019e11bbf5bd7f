"""The product's own search, asked as its pages ask."""

from __future__ import annotations

from django.utils.safestring import SafeString

from portal.core.languages.catalogue import Language, content_language
from portal.core.visibility.audience import PUBLIC
from search.analysis.language_groups import GROUP_OF
from search.documents.facets import FacetName
from search.engines.base import EngineQuery, Hit, Sort
from search.engines.current import current_engine
from search.queries.library import PAGE_SIZE
from search.queries.passages import passage
from search.queries.suggestions import beginnings
from search.understanding.asking import ask as ask_engine
from search.understanding.marks import Marks
from search.understanding.question import understand
from tests.benchmarks.search_questions import Asked, Kind

_AUDIENCES = frozenset({PUBLIC})


def ask(asked: Asked) -> int:
    """Results with their passages, number, counts for a visitor; for beginnings what is suggested. The whole number."""
    engine = current_engine()
    reader = content_language(asked.language)
    if asked.kind == Kind.BEGINNING:
        return engine.search(beginnings(asked.text, reader, _AUDIENCES)).total
    question = understand(asked.typed, reader=reader, audiences=_AUDIENCES, engine=engine)
    query = EngineQuery(_AUDIENCES, sort=Sort.RELEVANCE, limit=PAGE_SIZE, facets=tuple(FacetName), with_texts=True)
    found = ask_engine(engine, question, query)
    for hit in found.hits:
        _passage(hit, reader, question.marks)
    return found.total


def _passage(hit: Hit, reader: Language, marks: Marks) -> SafeString | None:
    """Marked in the language nearest to the reader that has one."""
    codes = (reader.content_code, *reader.fallbacks)
    passages = (passage(hit.texts[code], GROUP_OF[code], marks) for code in codes if code in hit.texts)
    return next((one for one in passages if one is not None), None)
