"""What the library holds of this app: courses and trainings, both of the type training."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from search.documents.facets import FacetName
from search.documents.registry import register_source
from search.documents.source import DocumentSource
from trainings.models import CoursePage, TrainingPage

_TYPE: Final = "training"

_CLASSIFICATION: Final = {
    FacetName.STAGE: "stages__code",
    FacetName.BENEFICIARY: "beneficiaries__code",
    FacetName.AREA: "priority_areas__code",
    FacetName.TARGET: "target_groups__code",
    FacetName.AGENCY: "agencies__code",
}
_COURSE_TEXTS: Final = ("objectives", "for_whom", "competences", "materials", "certificate_rule")


def _course_text(page: CoursePage, code: str) -> Iterable[Any]:
    return (getattr(page, f"{name}_{code}") for name in _COURSE_TEXTS)


def _training_text(page: TrainingPage, code: str) -> Iterable[Any]:
    return (getattr(page, f"place_{code}"), getattr(page, f"programme_{code}"))


register_source(
    DocumentSource(
        model=CoursePage,
        type_code=_TYPE,
        lookups=_CLASSIFICATION,
        text=_course_text,
        concepts="concepts__identifier",
        dated=lambda page: None,
    )
)
register_source(
    DocumentSource(
        model=TrainingPage,
        type_code=_TYPE,
        lookups=_CLASSIFICATION,
        text=_training_text,
        dated=lambda page: page.start,
    )
)
