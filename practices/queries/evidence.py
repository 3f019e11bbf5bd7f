"""Where a practice stands on the scale of evidence."""

from __future__ import annotations

from dataclasses import dataclass

from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.words import TermWord, terms_of
from practices.models import GoodPractice


@dataclass(frozen=True, slots=True)
class Evidence:
    """A level of evidence and which step of the scale it is, from 1."""

    term: TermWord
    step: int


def evidence_of(page: GoodPractice) -> Evidence | None:
    """None for a page whose level of evidence is not given."""
    levels = terms_of(FacetCode.EVIDENCE_LEVEL)
    return next(
        (Evidence(term, step) for step, term in enumerate(levels, 1) if term.pk == page.evidence_level_id), None
    )
