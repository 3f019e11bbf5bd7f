"""Terms that a page is classified by, in the order of their facets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from portal.vocabulary.models import Term
from portal.vocabulary.models.taxonomy import FacetCode


@dataclass(frozen=True, slots=True)
class Path:
    """The whole continuum with what of it is meant: `on` has a truth value for each stage, in order."""

    stages: list[Term]
    on: list[bool]


def path_of(page: Any) -> Path:
    """The stages of a page and where on the continuum they lie (two queries)."""
    chosen = {term.pk for term in page.stages.all()}
    stages = list(Term.objects.of(FacetCode.STAGE))
    return Path([term for term in stages if term.pk in chosen], [term.pk in chosen for term in stages])


def evidence_step(term: Term | None) -> int:
    """Which step of the scale of evidence a level is, from 1; 0 when there is none (one query)."""
    if term is None:
        return 0
    levels = list(Term.objects.of(FacetCode.EVIDENCE_LEVEL).values_list("pk", flat=True))
    return levels.index(term.pk) + 1 if term.pk in levels else 0
