"""What editors entered."""

from __future__ import annotations

from collections.abc import Iterator

from search.lexicon.equivalent_terms import EquivalentTerms
from search.lexicon.senses import Sense, Term


def editors_senses() -> Iterator[Sense]:
    """One query."""
    for entry in EquivalentTerms.objects.order_by("pk"):
        yield sense_of(entry)


def sense_of(entry: EquivalentTerms) -> Sense:
    return Sense(tuple(Term(lang, text) for lang, text in entry.all_terms()))
