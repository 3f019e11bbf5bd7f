"""Primary keys by code, for starter files that classify by codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portal.vocabulary.models import Beneficiary, Term
from portal.vocabulary.models.taxonomy import FacetCode

_FACET_OF_FIELD = {
    "priority_areas": FacetCode.PRIORITY_AREA,
    "stages": FacetCode.STAGE,
    "target_groups": FacetCode.TARGET_GROUP,
    "agencies": FacetCode.AGENCY,
}


class Codes:
    """Beneficiaries and terms by their codes, read once with two queries."""

    def __init__(self) -> None:
        self.beneficiaries: dict[str, int] = dict(Beneficiary.objects.values_list("code", "pk"))
        self._terms = {(facet, code): key for facet, code, key in Term.objects.values_list("facet__code", "code", "pk")}

    def term(self, facet: FacetCode, code: str) -> int:
        """Raises KeyError, which names the code, for what is not in the taxonomy."""
        return self._terms[facet.value, code]

    def classification(self, row: Mapping[str, Any], fields: tuple[str, ...]) -> dict[str, list[int]]:
        """Primary keys for those of a page's classifying fields that its starter file has."""
        found = {}
        for field in fields:
            if field == "beneficiaries":
                found[field] = [self.beneficiaries[code] for code in row.get(field, ())]
            else:
                found[field] = [self.term(_FACET_OF_FIELD[field], code) for code in row.get(field, ())]
        return found
