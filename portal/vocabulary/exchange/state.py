"""The glossary as it is now, read for writing it out or for comparing it."""

from __future__ import annotations

from portal.vocabulary.models import Concept


def related_pairs() -> list[tuple[int, int]]:
    """Which concepts are related, each pair in both directions (one query)."""
    rows = Concept.related.through._base_manager.order_by("pk")
    return list(rows.values_list("from_concept", "to_concept"))
