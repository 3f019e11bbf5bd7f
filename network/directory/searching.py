"""Who is found: by words, filters and order, for one viewer.

Every condition asks for a part of a profile together with who it is for, so that nobody is found, or counted, by what
the viewer may not read. Nothing is kept apart from the members and their words, so a change holds with its commit.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.expressions import Combinable, OuterRef
from django.db.models.functions import Coalesce

from network.directory.asking import Wanted, wanted_by
from network.directory.filters import counted, filtered
from network.directory.near_names import near_names
from network.directory.parameters import DirectoryQuery, Filter
from network.directory.vocabulary import Vocabulary
from network.directory.words import NAME
from network.models import DirectoryWord
from portal.core.languages.catalogue import Language
from portal.members.models import Level, Member
from portal.members.visibility import Viewer
from portal.vocabulary.models import Beneficiary, Concept, Institution, Term

PAGE_SIZE = 20

#: What it is worth to work in the institution, to know the subject; as much as having the word in one's own texts.
_WORKPLACE, _EXPERTISE = 5, 6
#: To be called nearly so is worth less than anything that is exactly so.
_NEAR = 1


@dataclass(frozen=True, slots=True)
class Found:
    """One page of members, how many there are in all, and for each filter how many each of its values would leave.

    `query` is the one that was answered: its page exists.
    """

    query: DirectoryQuery
    members: list[Member]
    total: int
    counts: Mapping[Filter, Mapping[str, int]]

    @property
    def last_page(self) -> int:
        return last_page(self.total)


def last_page(total: int) -> int:
    return max(1, math.ceil(total / PAGE_SIZE))


def search_directory(query: DirectoryQuery, viewer: Viewer, reader: Language) -> Found:
    """The answer to a query. The number of database queries does not depend on how many members there are."""
    parts = _parts(query, viewer, reader)
    people: QuerySet[Member] = viewer.people()
    for part in parts:
        people = people.filter(part.condition())
    if query.text and not parts:
        people = people.none()
    total, counts = counted(people, query, viewer)
    query = replace(query, page=min(query.page, last_page(total)))
    start = (query.page - 1) * PAGE_SIZE
    matching = people.filter(filtered(query, viewer))
    # All of them are put in order by their keys alone; only those of the page are read.
    ordered = _ordered(matching, parts, query).select_related(None).values_list("pk", flat=True)
    keys = list(ordered[start : start + PAGE_SIZE])
    members = for_lists(viewer.people()).in_bulk(keys)
    return Found(query, [members[key] for key in keys if key in members], total, counts)


def for_lists(members: QuerySet[Member]) -> QuerySet[Member]:
    """With everything that lists show of them."""
    return members.select_related("institution").prefetch_related("topics", "concepts")


def _parts(query: DirectoryQuery, viewer: Viewer, reader: Language) -> list[_Part]:
    wanted = wanted_by(query.text, reader) if query.text else []
    vocabulary = Vocabulary.load() if wanted else Vocabulary({})
    near = near_names([one.typed for one in wanted])
    return [_Part(one, vocabulary, near.get(one.typed, frozenset()), viewer) for one in wanted]


class _Part:
    """One thing that was asked for, as conditions on members."""

    def __init__(self, wanted: Wanted, vocabulary: Vocabulary, near: frozenset[str], viewer: Viewer) -> None:
        self._wanted = wanted
        self._near = near
        self._viewer = viewer
        self._keys = {model: vocabulary.having(model, wanted.alternatives) for model in vocabulary.words}

    def condition(self) -> Q:
        return self._written() | self._at_work() | self._knows() | self._is_nearly_called()

    def worth(self) -> Combinable:
        """How well it is met: by what somebody wrote, by where they work, by what they know; least by a near name."""
        words = _visible(self._viewer).filter(member=OuterRef("pk"), word__in=self._wanted.words)
        best = words.values("member").annotate(worth=Sum("weight")).values("worth")
        return (
            Coalesce(Subquery(best, output_field=IntegerField()), Value(0))
            + Case(When(self._at_work(), then=Value(_WORKPLACE)), default=Value(0))
            + Case(When(self._knows(), then=Value(_EXPERTISE)), default=Value(0))
            + Case(When(self._is_nearly_called(), then=Value(_NEAR)), default=Value(0))
        )

    def _written(self) -> Q:
        single = frozenset[str]().union(*(sets[0] for sets in self._wanted.alternatives if len(sets) == 1))
        condition = self._having(single) if single else Q(pk__in=())
        for sets in self._wanted.alternatives:
            if len(sets) > 1:
                together = Q()
                for words in sets:
                    together &= self._having(words)
                condition |= together
        return condition

    def _having(self, words: frozenset[str]) -> Q:
        return Q(pk__in=_visible(self._viewer).filter(word__in=words).values("member"))

    def _is_nearly_called(self) -> Q:
        return Q(pk__in=_visible(self._viewer).filter(word__in=self._near, weight=NAME).values("member"))

    def _at_work(self) -> Q:
        place = (
            Q(institution__in=self._keys[Institution])
            | Q(agency__in=self._keys[Term])
            | Q(beneficiary__in=self._keys[Beneficiary])
        )
        return self._viewer.condition("workplace") & place

    def _knows(self) -> Q:
        topics = Member.topics.through.objects.filter(term__in=self._keys[Term]).values("member")
        of_concepts: Any = Member.concepts.through
        concepts = of_concepts.objects.filter(concept__in=self._keys[Concept]).values("member")
        return self._viewer.condition("expertise") & (Q(pk__in=topics) | Q(pk__in=concepts))


def _visible(viewer: Viewer) -> QuerySet[DirectoryWord]:
    return DirectoryWord.objects.filter(
        Q(level__in=viewer.levels) | Q(level=Level.GROUPS, member__in=viewer.colleagues)
    )


def _ordered(members: QuerySet[Member], parts: Sequence[_Part], query: DirectoryQuery) -> QuerySet[Member]:
    by_name = ("profile__name_order", "pk")
    if query.by_name or not parts:
        return members.order_by(*by_name)
    worth = parts[0].worth()
    for part in parts[1:]:
        worth = worth + part.worth()
    return members.annotate(worth=worth).order_by("-worth", *by_name)
