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

    By relevance, of three words and more one may be missing from the beginning: what has all of them comes first
    anyhow, and what has two of them in its title says more than what has the third somewhere. By another order, what
    hardly fits would stand before what was meant: then it is the strictest that finds anything. `query` says everything
    but what is looked for. Raises EngineError.
    """
    result = EngineResult(hits=(), total=0, counts={})
    by_relevance = query.sort == Sort.RELEVANCE
    enough = ENOUGH if by_relevance else 1
    trees = question.trees[1:] if by_relevance and len(question.trees) > 2 else question.trees
    for tree in trees:
        at_least = 0 if tree is trees[-1] else enough
        result = engine.search(replace(query, looked_for=tree, excluded=question.excluded, at_least=at_least))
        if result.total >= enough:
            break
    return result
