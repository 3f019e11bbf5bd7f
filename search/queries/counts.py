"""How much the library holds for a reader: the numbers beside stages and areas on other pages."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from portal.core.visibility.audience import audiences_for
from search.documents.facets import FacetName
from search.engines.base import EngineError, EngineQuery
from search.engines.current import current_engine

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LibraryCounts:
    """Numbers of resources by code. A code without resources is not in its mapping.

    `known` is False when the engine is away: then nothing is known, which is not the same as zero.
    """

    known: bool = False
    total: int = 0
    stages: Mapping[str, int] = field(default_factory=dict)
    types: Mapping[str, int] = field(default_factory=dict)
    areas: Mapping[str, int] = field(default_factory=dict)
    beneficiaries: Mapping[str, int] = field(default_factory=dict)


def library_counts(user: Any) -> LibraryCounts:
    """All counts of what this user may see, with one question to the engine."""
    facets = (FacetName.STAGE, FacetName.TYPE, FacetName.AREA, FacetName.BENEFICIARY)
    try:
        result = current_engine().search(EngineQuery(audiences=audiences_for(user), limit=0, facets=facets))
    except EngineError as error:
        logger.warning("The search engine is away, nothing is counted: %s", error)
        return LibraryCounts()
    return LibraryCounts(
        known=True,
        total=result.total,
        stages=result.counts[FacetName.STAGE],
        types=result.counts[FacetName.TYPE],
        areas=result.counts[FacetName.AREA],
        beneficiaries=result.counts[FacetName.BENEFICIARY],
    )
