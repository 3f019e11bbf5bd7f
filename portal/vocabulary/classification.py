"""What a page is classified by, in the order in which readers see it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from portal.core.languages.collation import sort_key
from portal.core.languages.reader import current_reader
from portal.vocabulary.models import Beneficiary, Concept, Term
from portal.vocabulary.models.taxonomy import FacetCode


class Classification:
    """Terms in the order of their facet; beneficiaries and concepts in the alphabetical order of the reader.

    Each kind is read once, when it is first asked for: one query, or none for a draft in preview, which carries its
    choices with it.
    """

    def __init__(self, page: Any) -> None:
        self._page = page

    @cached_property
    def beneficiaries(self) -> list[Beneficiary]:
        return alphabetical(self._page.beneficiaries.all(), "name")

    @cached_property
    def concepts(self) -> list[Concept]:
        return alphabetical(self._page.concepts.all(), "label")

    @cached_property
    def priority_areas(self) -> list[Term]:
        return _in_order(self._page.priority_areas.all())

    @cached_property
    def stages(self) -> list[Term]:
        return _in_order(self._page.stages.all())

    @cached_property
    def target_groups(self) -> list[Term]:
        return _in_order(self._page.target_groups.all())

    @cached_property
    def agencies(self) -> list[Term]:
        return _in_order(self._page.agencies.all())

    @cached_property
    def path(self) -> list[bool]:
        """The whole continuum: for each stage in order whether it is meant. Empty when none is."""
        chosen = {term.pk for term in self.stages}
        every = Term.objects.of(FacetCode.STAGE).values_list("pk", flat=True) if chosen else ()
        return [key in chosen for key in every]


def alphabetical(records: Iterable[Any], attribute: str) -> list[Any]:
    """Records by one of their texts, in the alphabetical order of the reader's language."""
    language = current_reader().language.code
    return sorted(records, key=lambda one: sort_key(getattr(one, attribute), language))


def _in_order(terms: Iterable[Term]) -> list[Term]:
    return sorted(terms, key=lambda term: (term.position, term.code))
