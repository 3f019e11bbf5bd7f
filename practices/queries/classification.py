"""What a page is classified by, read once for all that its page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from portal.core.languages.collation import sort_key
from portal.core.languages.reader import current_reader
from portal.vocabulary.models import Beneficiary, Concept, Term
from portal.vocabulary.models.taxonomy import FacetCode


@dataclass(frozen=True, slots=True)
class Classification:
    """Terms in the order of their facet; beneficiaries and concepts in the alphabetical order of the reader.

    `path` is the whole continuum: each stage, in order, and whether it is meant.
    """

    beneficiaries: list[Beneficiary]
    concepts: list[Concept]
    priority_areas: list[Term]
    stages: list[Term]
    target_groups: list[Term]
    agencies: list[Term]
    path: list[bool]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A level of evidence and which step of the scale it is, from 1."""

    term: Term
    step: int


def classification_of(page: Any) -> Classification:
    """Seven queries; fewer for a draft in preview, which carries its choices with it."""
    stages = _in_order(page.stages)
    chosen = {term.pk for term in stages}
    return Classification(
        beneficiaries=alphabetical(page.beneficiaries, "name"),
        concepts=alphabetical(page.concepts, "label"),
        priority_areas=_in_order(page.priority_areas),
        stages=stages,
        target_groups=_in_order(page.target_groups),
        agencies=_in_order(page.agencies),
        path=[pk in chosen for pk in Term.objects.of(FacetCode.STAGE).values_list("pk", flat=True)],
    )


def evidence_of(page: Any) -> Evidence | None:
    """One query; None for a page whose level of evidence is not given."""
    levels = Term.objects.of(FacetCode.EVIDENCE_LEVEL)
    return next(
        (Evidence(term, step) for step, term in enumerate(levels, 1) if term.pk == page.evidence_level_id), None
    )


def alphabetical(related: Any, attribute: str) -> list[Any]:
    """Related records in the alphabetical order of the reader's language."""
    language = current_reader().language.code
    return sorted(related.all(), key=lambda one: sort_key(getattr(one, attribute), language))


def _in_order(terms: Any) -> list[Term]:
    return sorted(terms.all(), key=lambda term: (term.position, term.code))
