"""Terms and beneficiaries as readers see them: a few dozen words, read once for a request."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import get_language

from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.languages.reader import current_reader
from portal.core.prepared import Prepared
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


#: With their texts in all content languages.
_TERMS = Prepared(
    lambda: (
        QuerySet(Term)
        .order_by("position", "code")
        .values_list("pk", "facet__code", "code", *(f"label_{code}" for code in CONTENT_CODES))
    )
)
_BENEFICIARIES = Prepared(
    lambda: QuerySet(Beneficiary).order_by().values_list("pk", "code", *(f"name_{code}" for code in CONTENT_CODES))
)


def _read_terms() -> dict[int, TermWord]:
    nearest = _nearest_text()
    return {key: TermWord(key, facet, code, nearest(labels)) for key, facet, code, *labels in _TERMS.rows()}


def _read_beneficiaries() -> dict[int, BeneficiaryWord]:
    nearest = _nearest_text()
    return {key: BeneficiaryWord(key, code, nearest(names)) for key, code, *names in _BENEFICIARIES.rows()}


def _nearest_text() -> Callable[[Sequence[str | None]], str]:
    """Of texts in all content languages the one nearest to the present reader; "" when there is none."""
    reader = current_reader().language
    places = [CONTENT_CODES.index(code) for code in (reader.content_code, *reader.fallbacks)]
    return lambda texts: next((text for place in places if (text := texts[place])), "")
