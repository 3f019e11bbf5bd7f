"""The framework as rows: competences with who needs them, the courses that build them, and how many have done so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models.functions import Length, Substr
from django.http import HttpRequest
from wagtail.models import Page

from portal.accounts.focal_points import focal_point_for
from portal.core.pages.listing import listed
from portal.core.visibility.querysets import seen_by
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.words import TermWord, terms_of
from trainings.models import Competence, CompetenceArea, CoursePage, Enrolment, TrainingPage
from trainings.queries.access import SEES_ALL
from trainings.reporting.small_cells import FEWEST
from trainings.rules.states import State

#: In the order of the page; within an area competences are in their own order.
_AREAS = CompetenceArea.values


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """`needed` says for each role of the matrix whether it needs the competence; `courses` are those that the reader
    may see. `persons` have completed one of them; None where it is not for the reader, or nobody can build it.
    """

    competence: Competence
    needed: Sequence[bool]
    courses: Sequence[Mapping[str, Any]]
    persons: int | None = None

    @property
    def is_few(self) -> bool:
        """Whether the number is not shown."""
        return self.persons is not None and 0 < self.persons < FEWEST


@dataclass(frozen=True, slots=True)
class Matrix:
    """`roles` are kinds of agency that need anything at all. `counts_people`: the rows say how many persons."""

    roles: Sequence[TermWord]
    rows: Sequence[MatrixRow]
    counts_people: bool


def matrix(request: HttpRequest) -> Matrix:
    """For a focal point with the people of their beneficiary, for administrators with all. The number of queries does
    not depend on how many competences, courses or people there are.
    """
    competences = sorted(Competence.objects.prefetch_related("roles"), key=lambda one: _AREAS.index(one.area))
    wanted = {one.pk: {role.pk for role in one.roles.all()} for one in competences}
    roles = [word for word in terms_of(FacetCode.AGENCY) if any(word.pk in keys for keys in wanted.values())]
    building = CoursePage.builds.through.objects.values_list("competence", "coursepage")
    courses = CoursePage.objects.listed_for(request.user).filter(builds__isnull=False).distinct().in_bulk()
    keys: dict[int, list[int]] = {}
    for competence, course in building:
        if course in courses:
            keys.setdefault(competence, []).append(course)
    who = _people_of(request.user)
    able = _able(who, courses.values()) if who is not None and courses else {}
    rows = [
        MatrixRow(
            one,
            [word.pk in wanted[one.pk] for word in roles],
            [listed(courses[key], request) for key in sorted(keys.get(one.pk, ()))],
            len(set().union(*(able.get(key, set()) for key in keys[one.pk])))
            if who is not None and one.pk in keys
            else None,
        )
        for one in competences
    ]
    return Matrix(roles, rows, who is not None)


def _people_of(user: Any) -> Any:
    """Whose completed enrolments this user may count; None for nearly everybody."""
    if not user.is_authenticated or not user.is_active:
        return None
    completed = Enrolment.objects.filter(state=State.COMPLETED).order_by()
    if user.has_perm(SEES_ALL):
        return completed
    beneficiaries = focal_point_for(user)
    if not beneficiaries:
        return None
    seen = TrainingPage.objects.filter(seen_by(user)).order_by().values("pk")
    return completed.filter(beneficiary__code__in=beneficiaries, training__in=seen)


def _able(completed: Any, courses: Iterable[CoursePage]) -> dict[int, set[int]]:
    """For each course the members who have completed a training of it (one query)."""
    by_path = {course.path: course.pk for course in courses}
    above = Substr("training__path", 1, Length("training__path") - Page.steplen)
    pairs = completed.annotate(course=above).filter(course__in=list(by_path)).values_list("course", "member").distinct()
    found: dict[int, set[int]] = {}
    for path, member in pairs:
        found.setdefault(by_path[path], set()).add(member)
    return found
