"""What the library holds of this app: outputs of working groups."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from network.models import GroupOutputPage
from search.documents.facets import FacetName
from search.documents.registry import register_source
from search.documents.source import DocumentSource

#: Its term in the taxonomy's facet `resource_type`.
OUTPUT_TYPE = "working_group_output"


def _text(page: GroupOutputPage, code: str) -> Iterable[Any]:
    yield getattr(page, f"description_{code}")


register_source(
    DocumentSource(
        model=GroupOutputPage,
        type_code=OUTPUT_TYPE,
        lookups={
            FacetName.STAGE: "stages__code",
            FacetName.BENEFICIARY: "beneficiaries__code",
            FacetName.AREA: "priority_areas__code",
            FacetName.TARGET: "target_groups__code",
            FacetName.AGENCY: "agencies__code",
        },
        text=_text,
        concepts="concepts__identifier",
        dated=lambda page: None,
    )
)
