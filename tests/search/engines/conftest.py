"""The engines that the contract is tested on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from portal.core.visibility.audience import PUBLIC
from search.documents.document import DocumentText, SearchDocument
from search.documents.facets import FacetName
from search.engines.base import Engine
from search.engines.tantivy_engine import TantivyEngine


@pytest.fixture(params=["tantivy"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    """An engine without an index. Another one joins the contract by another parameter."""
    return TantivyEngine(tmp_path / "search")


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
