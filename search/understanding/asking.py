"""Asking an engine an understood question."""

from __future__ import annotations

from dataclasses import replace

from search.engines.base import Engine, EngineQuery, EngineResult, Hit, Sort
from search.engines.looked_for import Node
from search.understanding.question import Question

#: So many results of a strict tree are enough; with fewer, whoever searches is better served by more that hold only
#: some of the words.
ENOUGH = 10


def ask(engine: Engine, question: Question, query: EngineQuery) -> EngineResult:
    """The answer of the strictest tree; if it finds little, followed by that of the next one, and so on.

    `query` says everything but what is looked for. What is found, and in which order, does not depend on the page that
    is asked for. Raises EngineError.
    """
    if not question.trees:
        return EngineResult(hits=(), total=0, counts={})
    asked = replace(query, excluded=question.excluded)
    strictest, *looser = question.trees
    result = engine.search(replace(asked, looked_for=strictest))
    if not looser or result.total >= ENOUGH:
        return result
    if query.sort != Sort.RELEVANCE:
        # By date, what hardly fits would stand before what was meant: only the strictest that finds anything.
        for tree in looser:
            if result.total:
                break
            result = engine.search(replace(asked, looked_for=tree))
        return result
    tree, earlier = _enough(engine, question, asked)
    return _page(engine, replace(asked, looked_for=tree), earlier)


def _enough(engine: Engine, question: Question, asked: EngineQuery) -> tuple[Node, tuple[Hit, ...]]:
    """The first tree with which enough is found, the loosest if there is none, and the hits of those before it."""
    earlier: tuple[Hit, ...] = ()
    for tree in question.trees[:-1]:
        more = engine.search(
            replace(asked, looked_for=tree, without=_ids(asked, earlier), offset=0, limit=ENOUGH, facets=())
        )
        if len(earlier) + more.total >= ENOUGH:
            return tree, earlier
        earlier += more.hits
    return question.trees[-1], earlier


def _page(engine: Engine, asked: EngineQuery, earlier: tuple[Hit, ...]) -> EngineResult:
    """`earlier`, then what else the tree finds; it finds these too, so total and counts are its own."""
    if not earlier:
        return engine.search(asked)
    whole = engine.search(replace(asked, limit=0))
    shown = earlier[asked.offset : asked.offset + asked.limit]
    rest = replace(
        asked,
        without=_ids(asked, earlier),
        offset=max(0, asked.offset - len(earlier)),
        limit=asked.limit - len(shown),
        facets=(),
    )
    return EngineResult((*shown, *engine.search(rest).hits), whole.total, whole.counts)


def _ids(asked: EngineQuery, earlier: tuple[Hit, ...]) -> tuple[str, ...]:
    return (*asked.without, *(hit.id for hit in earlier))
