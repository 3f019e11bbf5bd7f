"""What editors entered."""

from __future__ import annotations

from collections.abc import Iterator

from search.lexicon.equivalent_terms import EquivalentTerms
from search.lexicon.senses import Sense, Term


def editors_senses(without: int | None = None) -> Iterator[Sense]:
    """Of all entries, or of all but the one of this primary key; one query."""
    entries = EquivalentTerms.objects.order_by("pk")
    for entry in entries if without is None else entries.exclude(pk=without):
        yield sense_of(entry)


def sense_of(entry: EquivalentTerms) -> Sense:
    """The entry as it is, saved or not."""
    return Sense(tuple(Term(lang, text) for lang, text in entry.all_terms()))
