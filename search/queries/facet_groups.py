"""The filters beside the list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from search.documents.facets import FacetName
from search.documents.registry import sources
from search.queries.choices import Choice, Choices
from search.queries.parameters import LibraryQuery

LABELS = {
    FacetName.TYPE: _("Type"),
    FacetName.STAGE: _("Stage of the continuum"),
    FacetName.BENEFICIARY: _("Beneficiary"),
    FacetName.AREA: _("Priority area"),
    FacetName.TARGET: _("Target group"),
    FacetName.AGENCY: _("Agency"),
    FacetName.EVIDENCE: _("Evidence level"),
    FacetName.LANGUAGE: _("Language"),
    FacetName.YEAR: _("Year"),
}

#: Open from the start; the others once something in them is chosen.
_OPEN = {FacetName.TYPE, FacetName.STAGE, FacetName.BENEFICIARY}

#: Shown in full, zero included: that there is nothing yet from somewhere or for some stage is worth knowing.
_COMPLETE = {FacetName.STAGE, FacetName.BENEFICIARY}


@dataclass(frozen=True, slots=True)
class FacetChoice:
    """`count` is None where it is not known."""

    value: str
    label: str
    lang: str
    count: int | None
    checked: bool


@dataclass(frozen=True, slots=True)
class FacetGroup:
    code: str
    label: str
    open: bool
    choices: list[FacetChoice]


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A chosen value; `name` and `value` say which."""

    name: FacetName
    value: str
    label: str
    lang: str


def facet_groups(
    query: LibraryQuery, choices: Choices, counts: Mapping[FacetName, Mapping[str, int]] | None
) -> list[FacetGroup]:
    """All groups that have a choice to offer. Without counts (the engine is away) everything is offered."""
    groups = []
    for name in FacetName:
        chosen = query.filters.get(name, ())
        counted = None if counts is None else counts.get(name, {})
        offered = [
            FacetChoice(
                value=choice.value,
                label=choice.label,
                lang=choice.lang,
                count=None if counted is None else counted.get(choice.value, 0),
                checked=choice.value in chosen,
            )
            for choice in _choices(name, choices, counted, chosen)
        ]
        if offered:
            groups.append(FacetGroup(name.value, str(LABELS[name]), name in _OPEN or bool(chosen), offered))
    return groups


def active_filters(query: LibraryQuery, choices: Choices) -> list[ActiveFilter]:
    """The chosen values in the order of the facets."""
    return [
        ActiveFilter(name, value, choice.label, choice.lang)
        for name, values in query.filters.items()
        for value in values
        for choice in [choices.of(name, value)]
    ]


def _choices(
    name: FacetName, choices: Choices, counted: Mapping[str, int] | None, chosen: tuple[str, ...]
) -> list[Choice]:
    if name == FacetName.YEAR:
        years = sorted({*(counted or ()), *chosen}, reverse=True)
        return [Choice(year, year) for year in years]
    listed = list(choices.by_facet[name].values())
    if counted is None or name in _COMPLETE:
        return listed
    offered = {*(value for value, number in counted.items() if number), *chosen}
    if name == FacetName.TYPE:
        offered |= {source.type_code for source in sources()}
    return [choice for choice in listed if choice.value in offered]
