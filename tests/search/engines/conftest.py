"""The engines that the contract is tested on."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from portal.core.visibility.audience import PUBLIC
from search.documents.document import DocumentText, SearchDocument
from search.documents.facets import FacetName
from search.engines.base import Engine
from search.engines.elasticsearch_connection import Address, Connection
from search.engines.elasticsearch_engine import ElasticsearchEngine
from search.engines.tantivy_engine import TantivyEngine
from search.engines.writer_lock import writer_lock


@pytest.fixture(params=["tantivy", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An engine without an index. Another one joins the contract by another parameter."""
    if request.param == "tantivy":
        yield TantivyEngine(tmp_path / "search")
    else:
        yield from clean_elasticsearch(tmp_path)


def clean_elasticsearch(folder: Path) -> Iterator[Engine]:
    """In the cluster of the settings, with indexes of its own; the right to write is in the folder."""
    address = Address(
        tuple(settings.ELASTICSEARCH_URL), settings.ELASTICSEARCH_API_KEY, settings.ELASTICSEARCH_CA_CERTS
    )
    made = ElasticsearchEngine(
        Connection(address, settings.ELASTICSEARCH_SECONDS),
        f"{settings.ELASTICSEARCH_INDEX_PREFIX}-{secrets.token_hex(4)}",
        replicas=0,
        lock=partial(writer_lock, folder / "writers"),
    )
    yield made
    made.remove()


def document(
    identifier: str,
    title: str = "",
    *,
    summary: str = "",
    text: str = "",
    lang: str = "en",
    day: date = date(2026, 1, 1),
    audience: str = PUBLIC,
    **facets: Any,
) -> SearchDocument:
    """A document in one language; facets as keywords (`stage=("release",)`)."""
    return SearchDocument(
        id=identifier,
        texts={lang: DocumentText(title, summary, text)},
        facets={FacetName(name): tuple(values) for name, values in facets.items()},
        date=day,
        audience=audience,
        is_sample=False,
    )


@pytest.fixture
def make_document() -> Any:
    return document
