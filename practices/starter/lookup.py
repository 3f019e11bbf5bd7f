"""What practices and methodologies refer to, read once: the vocabulary, parts of standards, documents."""

from __future__ import annotations

from collections.abc import Iterable

from portal.core.models import PortalDocument, StarterRecord
from portal.vocabulary.models import Concept
from portal.vocabulary.starter.codes import Codes
from practices.models import StandardPart

#: Fields whose records starter files bring, by the kind under which these are remembered.
_LOADED_AS = {
    "concept": "concepts",
    StandardPart._meta.label_lower: "standard_parts",
    PortalDocument._meta.label_lower: "documents",
}


class Lookup(Codes):
    """All that a practice or a methodology refers to (six queries).

    Besides codes it knows concepts by identifier, parts of standards by `part_key`, and documents by title.
    """

    def __init__(self) -> None:
        super().__init__()
        parts = StandardPart.objects.values_list("standard__reference", "number", "pk")
        self.keys |= {
            "concepts": dict(Concept.objects.values_list("identifier", "pk")),
            "standard_parts": {part_key(reference, number): key for reference, number, key in parts},
            "documents": dict(PortalDocument.objects.values_list("title", "pk")),
        }
        loaded: dict[str, set[str]] = {name: set() for name in _LOADED_AS.values()}
        for kind, key in StarterRecord.objects.filter(kind__in=_LOADED_AS).values_list("kind", "key"):
            loaded[_LOADED_AS[kind]].add(key)
        self._deleted = {name: keys.difference(self.keys[name]) for name, keys in loaded.items()}

    def still_there(self, field: str, codes: Iterable[str]) -> list[int]:
        """`many` without records that were loaded once and that somebody deleted since, which is their right."""
        deleted = self._deleted[field]
        return self.many(field, (code for code in codes if code not in deleted))


def part_key(reference: str, number: str) -> str:
    """What starter files call a part of a standard."""
    return f"{reference} {number}"
