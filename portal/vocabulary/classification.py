"""What a page is classified by, in the order in which readers see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from portal.core.languages.collation import sort_key
from portal.core.languages.reader import current_reader
from portal.vocabulary.models import Concept
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.relations import keys_by_kind, keys_by_page
from portal.vocabulary.words import BeneficiaryWord, ConceptWord, TermWord, beneficiary_words, term_words, terms_of


class Classification:
    """Terms in the order of their facet; beneficiaries and concepts in the alphabetical order of the reader.

    The keys of all kinds are read at once when the first is asked for: one query, or none for a draft in preview,
    which carries its choices with it. Terms and beneficiaries are read once for a request, concepts by one more query.
    """

    def __init__(self, page: Any) -> None:
        self._page = page

    @cached_property
    def keys(self) -> Mapping[str, set[int]]:
        """For each kind (the name of the relation) the keys of what the page is classified by."""
        return keys_by_kind(self._page)

    @cached_property
    def beneficiaries(self) -> list[BeneficiaryWord]:
        return _beneficiaries(self.keys["beneficiaries"])

    @cached_property
    def concepts(self) -> list[ConceptWord]:
        if not self.keys["concepts"]:
            return []
        rows = Concept.objects.filter(pk__in=self.keys["concepts"]).order_by("identifier")
        return alphabetical((ConceptWord(*row) for row in rows.values_list("pk", "identifier", "label")), "label")

    @cached_property
    def priority_areas(self) -> list[TermWord]:
        return self._terms("priority_areas")

    @cached_property
    def stages(self) -> list[TermWord]:
        return self._terms("stages")

    @cached_property
    def target_groups(self) -> list[TermWord]:
        return self._terms("target_groups")

    @cached_property
    def agencies(self) -> list[TermWord]:
        return self._terms("agencies")

    @cached_property
    def path(self) -> list[bool]:
        """The whole continuum: for each stage in order whether it is meant. Empty when none is."""
        chosen = self.keys["stages"]
        return [term.pk in chosen for term in terms_of(FacetCode.STAGE)] if chosen else []

    def _terms(self, kind: str) -> list[TermWord]:
        chosen = self.keys[kind]
        return [word for key, word in term_words().items() if key in chosen] if chosen else []


def beneficiaries_of(pages: Iterable[Any]) -> dict[int, list[BeneficiaryWord]]:
    """For each of these stored pages its beneficiaries, in the alphabetical order of the reader (one or two queries).

    A page without any has no entry.
    """
    return {page: _beneficiaries(keys) for page, keys in keys_by_page(pages, "beneficiaries").items()}


def alphabetical(records: Iterable[Any], attribute: str) -> list[Any]:
    """Records by one of their texts, in the alphabetical order of the reader's language."""
    language = current_reader().language.code
    return sorted(records, key=lambda one: sort_key(getattr(one, attribute), language))


def _beneficiaries(keys: set[int]) -> list[BeneficiaryWord]:
    return alphabetical((word for key, word in beneficiary_words().items() if key in keys), "name") if keys else []
