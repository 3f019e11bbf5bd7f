"""What the library holds of this app: good practices, standards with their parts, methodologies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from practices.models import GoodPractice, Methodology, Standard, StandardPart
from practices.models.index_page import ResourceType
from practices.partial_dates import first_day
from practices.reading.parts import parts_at_stage
from search.documents.facets import FacetName
from search.documents.registry import register_source
from search.documents.source import DocumentSource

_CLASSIFICATION = {
    FacetName.STAGE: "stages__code",
    FacetName.BENEFICIARY: "beneficiaries__code",
    FacetName.AREA: "priority_areas__code",
    FacetName.TARGET: "target_groups__code",
    FacetName.AGENCY: "agencies__code",
}

_CONCEPTS = "concepts__identifier"

_PRACTICE_TEXTS = (
    "context",
    "setting",
    "steps",
    "mechanism",
    "resources",
    "results",
    "lessons_learned",
    "transferability",
    "contact_role",
)
_METHODOLOGY_TEXTS = ("objectives", "sessions", "tools", "staff_training", "evaluation")


def _practice_text(page: GoodPractice, code: str) -> Iterable[Any]:
    return (getattr(page, f"{name}_{code}") for name in _PRACTICE_TEXTS)


def _methodology_text(page: Methodology, code: str) -> Iterable[Any]:
    return (getattr(page, f"{name}_{code}") for name in _METHODOLOGY_TEXTS)


def _standard_text(page: Standard, code: str) -> Iterable[Any]:
    """Reference and body are looked for in every language; numbers of parts as people cite them."""
    yield page.reference
    yield getattr(page, f"issuing_body_{code}")
    for part in page.parts.all():
        heading, gist = getattr(part, f"heading_{code}"), getattr(part, f"gist_{code}")
        if heading or gist:
            yield f"{part.number} {heading or ''} {gist or ''}"


register_source(
    DocumentSource(
        model=GoodPractice,
        type_code=ResourceType.GOOD_PRACTICE.value,
        lookups={**_CLASSIFICATION, FacetName.EVIDENCE: "evidence_level__code"},
        text=_practice_text,
        concepts=_CONCEPTS,
        dated=lambda page: page.last_reviewed_on,
        is_review_overdue=lambda page: page.is_review_overdue,
    )
)
register_source(
    DocumentSource(
        model=Standard,
        type_code=ResourceType.STANDARD.value,
        lookups=_CLASSIFICATION,
        text=_standard_text,
        concepts=_CONCEPTS,
        dated=lambda page: first_day(page.revised_on) or first_day(page.adopted_on),
        is_exact=lambda page: len(page.revised_on or page.adopted_on) == len("2006-01-11"),
        notes=lambda page: (page.reference,),
        relations=lambda page: (page.reference, page.official_url),
        parts_at_stage=parts_at_stage,
        also_changed_by={StandardPart: "standard_id"},
        prefetch=("parts",),
    )
)
register_source(
    DocumentSource(
        model=Methodology,
        type_code=ResourceType.METHODOLOGY.value,
        lookups=_CLASSIFICATION,
        text=_methodology_text,
        concepts=_CONCEPTS,
        dated=lambda page: None,
    )
)
