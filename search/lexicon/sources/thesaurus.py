"""The concepts of the glossary, with those next to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from portal.core.languages.catalogue import CONTENT_CODES
from portal.vocabulary.models import Concept
from search.lexicon.senses import Sense, Term

#: Of the preferred term 1; these are below it. Narrower concepts are what was asked for, only less of it; a broader one
#: is more than was asked for.
ALTERNATIVE = 0.9
_NARROWER = 0.5
BROADER = 0.35

_FIELDS = [f"{field}_{code}" for field in ("label", "alternative_labels") for code in CONTENT_CODES]


def thesaurus_senses() -> Iterator[Sense]:
    """One query. Nothing further than one step up or down is brought in."""
    concepts = {row["pk"]: row for row in Concept.objects.order_by("identifier").values("pk", "broader_id", *_FIELDS)}
    narrower: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in concepts.values():
        narrower[row["broader_id"]].append(row)
    for row in concepts.values():
        above = concepts.get(row["broader_id"])
        yield Sense(
            (
                *_own_terms(row),
                *(term for below in narrower[row["pk"]] for term in _labels(below, _NARROWER)),
                *(_labels(above, BROADER) if above else ()),
            )
        )


def _own_terms(row: dict[str, Any]) -> Iterator[Term]:
    for code in CONTENT_CODES:
        if row[f"label_{code}"]:
            yield Term(code, row[f"label_{code}"])
        for text in (row[f"alternative_labels_{code}"] or "").splitlines():
            if text.strip():
                yield Term(code, text, ALTERNATIVE)


def _labels(row: dict[str, Any], weight: float) -> Iterator[Term]:
    for code in CONTENT_CODES:
        if row[f"label_{code}"]:
            yield Term(code, row[f"label_{code}"], weight, meant=None)
