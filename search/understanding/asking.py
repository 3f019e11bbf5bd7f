"""Asking an engine an understood question."""

from __future__ import annotations

from dataclasses import replace

from search.engines.base import Engine, EngineQuery, EngineResult, Sort
from search.understanding.question import Question

#: So many results of the strict question are enough; with fewer, whoever searches is better served by more that hold
#: only some of the words. They come after those that hold all.
ENOUGH = 10


def ask(engine: Engine, question: Question, query: EngineQuery) -> EngineResult:
    """The answer to the strictest tree that finds enough. `query` says everything but what is looked for.

    Which one that is does not depend on the page that is asked for. Raises EngineError.
    """
    result = EngineResult(hits=(), total=0, counts={})
    for tree in question.trees:
        result = engine.search(replace(query, looked_for=tree, excluded=question.excluded))
        # In the order of their dates, what hardly fits would stand before what was meant.
        if result.total >= ENOUGH or (result.total and query.sort != Sort.RELEVANCE):
            break
    return result
