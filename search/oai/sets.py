"""The sets by which somebody may harvest, with their names in English: the protocol has one name for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from portal.core.languages.collation import sort_key
from portal.vocabulary.models import Beneficiary, Term
from portal.vocabulary.models.taxonomy import FacetCode
from search.documents.registry import sources
from search.harvest.sets import BENEFICIARIES, TYPES, member_of


class HarvestedSet(NamedTuple):
    spec: str
    name: str


def all_sets() -> Iterator[HarvestedSet]:
    """By type of resource, then by beneficiary; each division before what lies in it. Two queries."""
    labels = dict(
        Term.objects.filter(facet__code=FacetCode.RESOURCE_TYPE.value).order_by().values_list("code", "label_en")
    )
    yield HarvestedSet(TYPES, "Resources by type")
    # Several page types may be of one type, as courses and trainings are.
    for code in sorted({source.type_code for source in sources()}):
        yield HarvestedSet(member_of(TYPES, code), labels.get(code) or code)
    yield HarvestedSet(BENEFICIARIES, "Resources by Beneficiary")
    names = Beneficiary.objects.order_by().values_list("code", "name_en")
    for code, name in sorted(names, key=lambda row: sort_key(row[1], "en")):
        yield HarvestedSet(member_of(BENEFICIARIES, code), name)
