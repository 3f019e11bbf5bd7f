"""The order by date, the same in every engine."""

from __future__ import annotations

from search.documents.document import SearchDocument, parse_document_id

#: Bits for what decides within one day.
_WITHIN_A_DAY = 32


def date_order(document: SearchDocument) -> int:
    """A number that grows with the date, and within one day with the primary key: what was made later is newer."""
    _label, key = parse_document_id(document.id)
    return document.date.toordinal() << _WITHIN_A_DAY | key % (1 << _WITHIN_A_DAY)
