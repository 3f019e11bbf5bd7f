"""What readers call the types of resources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from practices.models import GoodPractice, Methodology, Standard
from practices.models.index_page import ResourceType


@dataclass(frozen=True, slots=True)
class Kind:
    """A page type as readers know it: `one` names a single page of it."""

    type: ResourceType
    one: Any


KINDS: dict[type, Kind] = {
    GoodPractice: Kind(ResourceType.GOOD_PRACTICE, gettext_lazy("Good practice")),
    Standard: Kind(ResourceType.STANDARD, gettext_lazy("Standard")),
    Methodology: Kind(ResourceType.METHODOLOGY, gettext_lazy("Programme methodology")),
}


def kind_of(page: Any) -> Kind:
    return KINDS[type(page)]


def name_of(page: Any) -> str:
    """What readers call the type of a resource, also of one that another feature has."""
    kind = KINDS.get(type(page))
    return str(kind.one) if kind else capfirst(str(page._meta.verbose_name))
