"""Asking an engine the judged queries, as the library asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from search.documents.registry import all_documents
from search.engines.base import Engine, EngineQuery, Sort
from search.understanding.asking import ask
from search.understanding.question import understand
from tests.search.relevance.judgements import JudgedQuery, resource_keys
from tests.search.relevance.measures import DEPTH, gain_at_depth, reciprocal_rank


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for a query: keys of resources, best first."""

    query: JudgedQuery
    found: tuple[str, ...]

    @property
    def gain(self) -> float:
        return gain_at_depth(self.found, self.query.relevant)

    @property
    def reciprocal_rank(self) -> float:
        return reciprocal_rank(self.found, self.query.relevant)


def answers(engine: Engine, queries: Iterable[JudgedQuery]) -> list[Answer]:
    """Indexes the library into this engine and asks it, for somebody who may read everything.

    Half of the sample resources are for members of the network, the practitioners whom this is for; who may find what
    is tested elsewhere.
    """
    documents = list(all_documents())
    engine.rebuild(documents)
    audiences = frozenset(document.audience for document in documents)
    keys = resource_keys()
    return [Answer(query, _found(engine, query, audiences, keys)) for query in queries]


def mean_gain(some: Sequence[Answer]) -> float:
    return fmean(answer.gain for answer in some)


def mean_reciprocal_rank(some: Sequence[Answer]) -> float:
    return fmean(answer.reciprocal_rank for answer in some)


def _found(engine: Engine, query: JudgedQuery, audiences: frozenset[str], keys: Mapping[str, str]) -> tuple[str, ...]:
    question = understand(query.text, reader=query.reader, audiences=audiences, engine=engine)
    asked = EngineQuery(audiences=audiences, sort=Sort.RELEVANCE, limit=DEPTH)
    return tuple(keys[hit.id] for hit in ask(engine, question, asked).hits)
