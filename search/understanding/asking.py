"""Asking an engine an understood question."""

from __future__ import annotations

from dataclasses import replace

from search.engines.base import Engine, EngineQuery, EngineResult, Sort
from search.understanding.question import Question

#: So many results of a strict tree are enough; with fewer, whoever searches is better served by more that hold only
#: some of the words. Whatever the tree, what holds more of the words comes first (search.understanding.question).
ENOUGH = 10


def ask(engine: Engine, question: Question, query: EngineQuery) -> EngineResult:
    """The answer of the strictest tree that finds enough, or of the loosest.

    By another order than relevance, what hardly fits would stand before what was meant: then it is the strictest that
    finds anything. `query` says everything but what is looked for. Raises EngineError.
    """
    result = EngineResult(hits=(), total=0, counts={})
    enough = ENOUGH if query.sort == Sort.RELEVANCE else 1
    for tree in question.trees:
        at_least = 0 if tree is question.trees[-1] else enough
        result = engine.search(replace(query, looked_for=tree, excluded=question.excluded, at_least=at_least))
        if result.total >= enough:
            break
    return result
