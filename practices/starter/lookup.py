"""What resources refer to, read once: words of the vocabulary, parts of standards, documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from portal.core.models import PortalDocument, StarterRecord
from portal.core.starter.records import BrokenRow
from portal.vocabulary.models import Beneficiary, Concept, Term
from portal.vocabulary.models.taxonomy import FacetCode
from practices.models import StandardPart
from practices.starter.documents import documents_by_key

#: Fields of a resource that hold terms, with the facet of each.
TERM_FIELDS = {
    "priority_areas": FacetCode.PRIORITY_AREA,
    "stages": FacetCode.STAGE,
    "target_groups": FacetCode.TARGET_GROUP,
    "agencies": FacetCode.AGENCY,
    "evidence_level": FacetCode.EVIDENCE_LEVEL,
}


#: Fields whose records starter files bring, by the kind under which these are remembered.
_LOADED_AS = {
    "concept": "concepts",
    StandardPart._meta.label_lower: "standard_parts",
    PortalDocument._meta.label_lower: "documents",
}


@dataclass(frozen=True, slots=True)
class Lookup:
    """For each field the records that it may hold, by the key that starter files write.

    `deleted` are keys of records that were loaded once and that somebody deleted since, which is their right.
    """

    records: Mapping[str, Mapping[str, Any]]
    deleted: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def still_there(self, name: str, keys: Iterable[str]) -> list[str]:
        """The keys without those of records that were deleted."""
        deleted = self.deleted.get(name, frozenset())
        return [key for key in keys if key not in deleted]

    def many(self, field: str, keys: Iterable[str]) -> list[Any]:
        """Raises BrokenRow for a key that there is no record of."""
        return [self.one(field, key) for key in keys]

    def one(self, field: str, key: str) -> Any:
        try:
            return self.records[field][key]
        except KeyError:
            raise BrokenRow(f"{field}: “{key}” is unknown") from None


def terms() -> dict[str, dict[str, Any]]:
    """Terms by field and code (one query)."""
    by_facet: dict[str, dict[str, Term]] = {}
    for term in Term.objects.select_related("facet"):
        by_facet.setdefault(term.facet.code, {})[term.code] = term
    return {field: by_facet.get(facet.value, {}) for field, facet in TERM_FIELDS.items()}


def part_key(reference: str, number: str) -> str:
    return f"{reference} {number}"


def everything() -> Lookup:
    """All that a practice or a methodology refers to (six queries)."""
    parts = StandardPart.objects.select_related("standard").defer("gist_en")
    records = {
        **terms(),
        "beneficiaries": {one.code: one for one in Beneficiary.objects.all()},
        "concepts": {one.identifier: one for one in Concept.objects.all()},
        "standard_parts": {part_key(part.standard.reference, part.number): part for part in parts},
        "documents": documents_by_key(PortalDocument.objects.all()),
    }
    loaded: dict[str, set[str]] = {name: set() for name in _LOADED_AS.values()}
    for kind, key in StarterRecord.objects.filter(kind__in=_LOADED_AS).values_list("kind", "key"):
        loaded[_LOADED_AS[kind]].add(key)
    return Lookup(records, {name: frozenset(keys.difference(records[name])) for name, keys in loaded.items()})
