"""Primary keys by code, for starter files that classify by codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from portal.core.starter.records import BrokenRow
from portal.vocabulary.models import Beneficiary, Term
from portal.vocabulary.models.taxonomy import FacetCode

#: Fields that hold terms, with the facet of each.
_FACET_OF_FIELD = {
    "priority_areas": FacetCode.PRIORITY_AREA,
    "stages": FacetCode.STAGE,
    "target_groups": FacetCode.TARGET_GROUP,
    "agencies": FacetCode.AGENCY,
    "evidence_level": FacetCode.EVIDENCE_LEVEL,
}


class Codes:
    """Beneficiaries and terms by their codes, read once with two queries. `keys` has for each field key by code."""

    def __init__(self) -> None:
        by_facet: dict[str, dict[str, int]] = {}
        for facet, code, key in Term.objects.values_list("facet__code", "code", "pk"):
            by_facet.setdefault(facet, {})[code] = key
        self.keys: dict[str, dict[str, int]] = {
            "beneficiaries": dict(Beneficiary.objects.values_list("code", "pk")),
            **{field: by_facet.get(facet.value, {}) for field, facet in _FACET_OF_FIELD.items()},
        }

    def one(self, field: str, code: str) -> int:
        """Raises BrokenRow for a code that there is no record of."""
        try:
            return self.keys[field][code]
        except KeyError:
            raise BrokenRow(f"{field}: “{code}” is unknown") from None

    def many(self, field: str, codes: Iterable[str]) -> list[int]:
        """Raises BrokenRow for a code that there is no record of."""
        return [self.one(field, code) for code in codes]

    def classification(self, row: Mapping[str, Any], fields: Iterable[str]) -> dict[str, list[int]]:
        """Primary keys for those of a page's classifying fields that its starter file has. Raises BrokenRow."""
        return {field: self.many(field, row.get(field, ())) for field in fields}
