"""Who is left by the filters, and how many each of their values would leave, for one viewer.

Every condition asks for a part of a profile together with who it is for, as all of the search does. What is counted is
read in one pass over the people that words left, and a second one over their areas of expertise; nothing is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, Value, When

from network.directory.parameters import AVAILABLE, DirectoryQuery, Filter
from portal.members.models import Member
from portal.members.visibility import Viewer
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.words import beneficiary_words, term_words

Counts = Mapping[Filter, Mapping[str, int]]

#: What each filter asks a part of the profile for.
_FIELDS = {
    Filter.BENEFICIARY: "workplace",
    Filter.TOPIC: "expertise",
    Filter.LANGUAGE: "languages",
    Filter.AVAILABLE: "availability",
    Filter.AGENCY: "workplace",
}


def filtered(query: DirectoryQuery, viewer: Viewer, but: Filter | None = None) -> Q:
    """The condition of all filters but one; of the values of one filter any is enough."""
    condition = Q()
    for name, values in query.filters.items():
        if name != but:
            condition &= _any_of(name, values, viewer)
    return condition


def counted(people: QuerySet[Member], query: DirectoryQuery, viewer: Viewer) -> tuple[int, Counts]:
    """How many of these people all filters leave, and how many each value would, the other filters left as they are."""
    total = 0
    counts: dict[Filter, Counter[str]] = {name: Counter() for name in Filter}
    for alike in _groups(people, query, viewer):
        missed = {name for name, values in query.filters.items() if not alike.values[name].intersection(values)}
        if not missed:
            total += alike.number
        for name, values in alike.values.items():
            if missed <= {name}:
                counts[name].update(dict.fromkeys(values, alike.number))
    return total, {**counts, Filter.TOPIC: _areas(people, query, viewer)}


@dataclass(frozen=True, slots=True)
class _Alike:
    """So many people of whom the viewer sees the same values of each filter; of areas, only those that are chosen."""

    values: Mapping[Filter, frozenset[str]]
    number: int


def _groups(people: QuerySet[Member], query: DirectoryQuery, viewer: Viewer) -> Iterator[_Alike]:
    """All of them, those who are alike together (one query)."""
    areas = query.filters.get(Filter.TOPIC, ())
    columns: dict[str, Any] = {
        "at": _seen(viewer, "workplace", F("beneficiary")),
        "kind": _seen(viewer, "workplace", F("agency")),
        "spoken": _seen(viewer, "languages", F("languages")),
        **{column: _seen(viewer, "availability", F(f"profile__{column}")) for column, _label in AVAILABLE.values()},
        **({"knows": _is(_any_of(Filter.TOPIC, areas, viewer))} if areas else {}),
    }
    beneficiaries, terms = beneficiary_words(), term_words()
    rows: Any = people.select_related(None).order_by().values(**columns).annotate(number=Count("pk"))
    for row in rows:
        yield _Alike(
            {
                Filter.BENEFICIARY: frozenset({beneficiaries[row["at"]].code} if row["at"] else ()),
                Filter.TOPIC: frozenset(areas if row.get("knows") else ()),
                Filter.LANGUAGE: frozenset((row["spoken"] or "").split()),
                Filter.AVAILABLE: frozenset(value for value, (column, _label) in AVAILABLE.items() if row[column]),
                Filter.AGENCY: frozenset({terms[row["kind"]].code} if row["kind"] else ()),
            },
            row["number"],
        )


def _areas(people: QuerySet[Member], query: DirectoryQuery, viewer: Viewer) -> dict[str, int]:
    """Somebody has several areas, so these are counted where they are kept (one query)."""
    others = people.filter(filtered(query, viewer, but=Filter.TOPIC), viewer.condition(_FIELDS[Filter.TOPIC]))
    known = Member.topics.through.objects.filter(
        member__in=others.select_related(None).order_by().values("pk"),
        term__facet__code=FacetCode.PRIORITY_AREA.value,
    )
    return dict(known.values_list("term__code").annotate(Count("pk")))


def _any_of(name: Filter, values: tuple[str, ...], viewer: Viewer) -> Q:
    return viewer.condition(_FIELDS[name]) & Q(*(_has(name, value) for value in values), _connector=Q.OR)


def _has(name: Filter, value: str) -> Q:
    if name == Filter.TOPIC:
        topics = Member.topics.through.objects.filter(term__code=value, term__facet__code=FacetCode.PRIORITY_AREA.value)
        return Q(pk__in=topics.values("member"))
    if name == Filter.LANGUAGE:
        return Q(languages__contains=f" {value} ")
    if name == Filter.AVAILABLE:
        return Q(**{f"profile__{AVAILABLE[value][0]}": True})
    return Q(**{f"{name.value}__code": value})


def _seen(viewer: Viewer, field: str, column: F) -> Case:
    """What stands in a column, where it is for the viewer; else nothing."""
    return Case(When(viewer.condition(field), then=column))


def _is(condition: Q) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False))
