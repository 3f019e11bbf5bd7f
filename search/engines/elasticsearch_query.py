"""A question in Elasticsearch's terms."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from search.documents.facets import FacetName
from search.engines.base import EngineQuery, Sort
from search.engines.elasticsearch_document import LONGEST_WORD
from search.engines.looked_for import AnyOf, Counted, Filed, InTitle, Node, TitleBeginning, Together, Words
from search.engines.ranking import PART_WEIGHTS, PARTS_TIE, TITLE
from search.engines.text_fields import field_name, title_words

Json = dict[str, Any]

#: More values than any facet has, and more words than begin with the same letter.
_FACET_VALUES = 1_000
_VOCABULARY_WORDS = 60_000

#: Hits further down are not reached. Elasticsearch wants to know how many there may be.
LAST_HIT = 1_000_000

#: What the regular expressions of Lucene give a meaning of its own.
_SPECIAL = frozenset('.?+*|{}[]()"\\#@&<>~^$-')


def search_request(query: EngineQuery) -> Json:
    """The body of a search: hits, total and all counts in one."""
    conditions = _conditions(query.filters)
    filtered = [name for name in query.facets if name in conditions]
    # Filters of facets that are counted apply to the hits only: a facet is counted without its own.
    after = {name: conditions[name] for name in filtered}
    before = {name: condition for name, condition in conditions.items() if name not in after}
    is_within = query.limit > 0 and query.offset + query.limit <= LAST_HIT
    request: Json = {
        "query": _matching(query, list(before.values())),
        "size": query.limit if is_within else 0,
        "track_total_hits": True,
        "_source": ["texts"] if query.with_texts else False,
        "sort": _order(query),
    }
    if is_within:
        request["from"] = query.offset
    if after:
        request["post_filter"] = {"bool": {"filter": list(after.values())}}
    if query.facets:
        request["aggs"] = {
            name.value: _count(name, [condition for other, condition in after.items() if other != name])
            for name in query.facets
        }
    return request


def copy_preference(query: EngineQuery) -> str:
    """The same copy of the index for the same words: copies may differ a little, and pages have to fit together."""
    return f"words{zlib.crc32(repr(query.looked_for).encode('utf-8', 'surrogatepass'))}"


def counts(answer: Mapping[str, Any], facets: Iterable[FacetName]) -> dict[FacetName, dict[str, int]]:
    """From the answer to a search: the values of each facet with their numbers."""
    return {
        name: {bucket["key"]: bucket["doc_count"] for bucket in answer["aggregations"][name.value]["of"]["buckets"]}
        for name in facets
    }


def vocabulary_request(beginnings: Iterable[str], audiences: Iterable[str]) -> Json | None:
    """The body of a search for the words that begin so; None when there can be none."""
    wanted = [beginning for beginning in dict.fromkeys(beginnings) if 0 < len(beginning) <= LONGEST_WORD]
    if not wanted:
        return None
    begin = [{"prefix": {"vocabulary": {"value": beginning}}} for beginning in wanted]
    words = {
        "field": "vocabulary",
        "include": "|".join(f"{_literally(beginning)}.*" for beginning in wanted),
        "size": _VOCABULARY_WORDS,
    }
    return {
        # Only documents that have such a word are looked at: for whole words these are few.
        "query": {"bool": {"filter": [_audience(audiences), {"bool": {"should": begin}}]}},
        "size": 0,
        "track_total_hits": False,
        "aggs": {"vocabulary": {"terms": words}},
    }


def _matching(query: EngineQuery, conditions: Sequence[Json]) -> Json:
    clauses: Json = {"filter": [_audience(query.audiences), *conditions]}
    if query.looked_for is not None:
        clauses["must"] = [_node(query.looked_for)]
    unwanted = [_node(node) for node in query.excluded]
    if query.without:
        unwanted.append({"terms": {"id": list(query.without)}})
    if unwanted:
        clauses["must_not"] = unwanted
    return {"bool": clauses}


def _audience(audiences: Iterable[str]) -> Json:
    return {"terms": {"audience": sorted(audiences)}}


def _conditions(filters: Mapping[FacetName, tuple[str, ...]]) -> dict[FacetName, Json]:
    return {name: {"terms": {name.value: list(values)}} for name, values in filters.items() if values}


def _count(name: FacetName, conditions: Sequence[Json]) -> Json:
    return {
        "filter": {"bool": {"filter": list(conditions)}},
        "aggs": {"of": {"terms": {"field": name.value, "size": _FACET_VALUES}}},
    }


def _order(query: EngineQuery) -> list[Json]:
    if query.sort == Sort.RELEVANCE and query.looked_for is not None:
        return [{"_score": "desc"}, {"id": "asc"}]
    return [{"date": "asc" if query.sort == Sort.OLDEST else "desc"}, {"id": "asc"}]


def _node(node: Node) -> Json:
    match node:
        case Words():
            return _words(node)
        case TitleBeginning():
            beginning = {"prefix": {title_words(node.group): {"value": node.letters}}}
            return {"constant_score": {"filter": beginning, "boost": node.weight}}
        case InTitle():
            titled = _phrase(field_name(TITLE, node.group, node.stream), node.words)
            return {"constant_score": {"filter": titled, "boost": node.weight}}
        case Filed():
            filed = {"term": {node.field: {"value": node.value}}}
            return {"constant_score": {"filter": filed, "boost": node.weight}}
        case AnyOf():
            return {"dis_max": {"queries": [_node(one) for one in node.among], "tie_breaker": node.tie}}
        case Together():
            return {"bool": {"should": [_node(one) for one in node.parts], "minimum_should_match": node.required}}
        case Counted():
            return {"bool": {"must": [_node(node.node), {"match_all": {"boost": node.bonus}}]}}


def _words(node: Words) -> Json:
    """In the best part, and a little for the others."""
    parts = [
        _in_field(field_name(part, node.group, node.stream), node, weight * node.weight)
        for part, weight in PART_WEIGHTS.items()
    ]
    return {"dis_max": {"queries": parts, "tie_breaker": PARTS_TIE}}


def _in_field(field: str, node: Words, boost: float) -> Json:
    if not node.gap:
        return _phrase(field, node.words, boost=boost)
    near = _phrase(field, node.words, node.gap)
    # Near each other is a condition; what the words are worth they are worth by themselves. Engines do not agree on
    # how much less those are worth that stand further apart.
    return {"bool": {"filter": [near], "must": [_phrase(field, (word,)) for word in node.words], "boost": boost}}


def _phrase(field: str, words: Sequence[str], gap: int = 0, boost: float = 1.0) -> Json:
    """Of a single word this is the plain question for it.

    A word longer than Elasticsearch's words is cut in the same way as in the documents.
    """
    return {"match_phrase": {field: {"query": " ".join(words), "slop": gap, "boost": boost}}}


def _literally(text: str) -> str:
    return "".join(f"\\{letter}" if letter in _SPECIAL else letter for letter in text)
