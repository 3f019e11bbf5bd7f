"""Elasticsearch as one gets it: the same texts in fields with the `standard` analysis, every language alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from elasticsearch import Elasticsearch
from elasticsearch.helpers import bulk

from portal.core.visibility.audience import PUBLIC
from search.documents.facets import FacetName
from search.documents.registry import all_documents
from tests.benchmarks.search_questions import Asked, Kind

_TEXTS = ("title", "summary", "text")


def client() -> Elasticsearch:
    return Elasticsearch(settings.ELASTICSEARCH_URL, request_timeout=120)


def index_name() -> str:
    return f"plain-{settings.ELASTICSEARCH_INDEX_PREFIX}"


def index_documents() -> None:
    """Makes the index anew, of one part, as ours is."""
    elasticsearch = client()
    elasticsearch.indices.delete(index=index_name(), ignore_unavailable=True)
    keywords = {name: {"type": "keyword"} for name in ("audience", *(facet.value for facet in FacetName))}
    elasticsearch.indices.create(
        index=index_name(),
        settings={"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1"},
        mappings={"properties": {**{name: {"type": "text"} for name in _TEXTS}, **keywords}},
    )
    bulk(elasticsearch, _documents())
    elasticsearch.indices.refresh(index=index_name())


def ask(asked: Asked) -> int:
    """Results with their passages, number and counts, all in one question; beginnings in titles alone."""
    matching: dict[str, Any] = {"query": asked.text, "fields": ["title^1.6", "summary^1.2", "text"]}
    request: dict[str, Any] = {"size": 20, "track_total_hits": True, "_source": False}
    if asked.kind == Kind.BEGINNING:
        matching |= {"fields": ["title"], "type": "bool_prefix"}
        request["size"] = 6
    else:
        matching |= {"type": "phrase" if asked.kind == Kind.PHRASE else "best_fields"}
        request["aggs"] = {facet.value: {"terms": {"field": facet.value, "size": 1_000}} for facet in FacetName}
        request["highlight"] = {"fields": {name: {} for name in _TEXTS}}
    audience = {"terms": {"audience": [PUBLIC]}}
    request["query"] = {"bool": {"must": [{"multi_match": matching}], "filter": [audience]}}
    return int(_client.search(index=index_name(), body=request)["hits"]["total"]["value"])


def _documents() -> Iterator[dict[str, Any]]:
    for document in all_documents():
        texts = {name: [getattr(one, name) for one in document.texts.values()] for name in _TEXTS}
        facets = {facet.value: list(values) for facet, values in document.facets.items()}
        yield {"_index": index_name(), "_id": document.id, "audience": document.audience, **texts, **facets}


_client = client()
