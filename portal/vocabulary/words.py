"""Terms and beneficiaries as readers see them: a few dozen words, read once for a request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import get_language

from portal.core.visibility.memory import remembered
from portal.vocabulary.models import Beneficiary, Term
from portal.vocabulary.models.taxonomy import FacetCode


@dataclass(frozen=True, slots=True)
class TermWord:
    """A term by its key, with its label in the active language or the nearest one. `facet` is the facet's code."""

    pk: int
    facet: str
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class BeneficiaryWord:
    """A beneficiary by its key, with its name in the active language or the nearest one."""

    pk: int
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class ConceptWord:
    """A concept by its key, with its preferred term in the active language or the nearest one."""

    pk: int
    identifier: str
    label: str


def term_words() -> Mapping[int, TermWord]:
    """All terms by their keys; those of one facet are in their order among themselves. One query a request."""
    return remembered(("terms", get_language()), _read_terms)


def terms_of(facet: FacetCode) -> list[TermWord]:
    """The terms of one facet in their order."""
    return [word for word in term_words().values() if word.facet == facet]


def beneficiary_words() -> Mapping[int, BeneficiaryWord]:
    """All beneficiaries by their keys, in no order that readers should see. One query a request."""
    return remembered(("beneficiaries", get_language()), _read_beneficiaries)


def _read_terms() -> dict[int, TermWord]:
    rows = Term.objects.order_by("position", "code").values_list("pk", "facet__code", "code", "label")
    return {row[0]: TermWord(*row) for row in rows}


def _read_beneficiaries() -> dict[int, BeneficiaryWord]:
    rows = Beneficiary.objects.order_by().values_list("pk", "code", "name")
    return {row[0]: BeneficiaryWord(*row) for row in rows}
