"""The framework as rows: competences with who needs them, the courses that build them, and how many have done so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models.functions import Length, Substr
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from portal.accounts.focal_points import focal_point_for
from portal.core.languages.collation import sort_key
from portal.core.languages.reader import current_reader
from portal.core.pages.listing import listed
from portal.core.visibility.querysets import seen_by
from portal.vocabulary.models import Institution
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.words import TermWord, terms_of
from trainings.models import Competence, CompetenceArea, CoursePage, Enrolment, TrainingPage
from trainings.queries.access import SEES_ALL, active_member
from trainings.reporting.small_cells import FEWEST, hidden_rows
from trainings.rules.states import State

#: In the order of the page; within an area competences are in their own order.
_AREAS = CompetenceArea.values


@dataclass(frozen=True, slots=True)
class OfInstitution:
    """`persons` is None where the number is not shown; `is_small`: because it is below FEWEST."""

    name: str
    persons: int | None
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """`needed` says for each role of the matrix whether it needs the competence; `courses` are those that the reader
    may see. `persons` have completed one of them; None where it is not for the reader, or nobody can build it.
    `institutions` says where these work today, by institution, and is None when they are too few to be divided.
    """

    competence: Competence
    needed: Sequence[bool]
    courses: Sequence[Mapping[str, Any]]
    persons: int | None = None
    institutions: Sequence[OfInstitution] | None = ()

    @property
    def is_few(self) -> bool:
        """Whether the number is not shown."""
        return self.persons is not None and 0 < self.persons < FEWEST


@dataclass(frozen=True, slots=True)
class Matrix:
    """`roles` are kinds of agency that need anything at all. `counts_people`: the rows say how many persons; with
    `own_institution`, of that of the reader only.
    """

    roles: Sequence[TermWord]
    rows: Sequence[MatrixRow]
    counts_people: bool
    own_institution: str = ""


def matrix(request: HttpRequest) -> Matrix:
    """For a focal point with the people of their beneficiary, for administrators with all, each by institution; for
    other members with those of their own institution. The number of queries does not depend on how many competences,
    courses or people there are.
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
    able = _able(who.completed, courses.values()) if who is not None and courses else {}
    people = {key: dict(pair for course in found for pair in able.get(course, ())) for key, found in keys.items()}
    divides = who is not None and who.own is None
    names = _institutions(people.values()) if divides else {}
    rows = [
        MatrixRow(
            one,
            [word.pk in wanted[one.pk] for word in roles],
            [listed(courses[key], request) for key in sorted(keys.get(one.pk, ()))],
            len(people[one.pk]) if who is not None and one.pk in keys else None,
            _divided(people[one.pk], names) if divides and one.pk in keys else (),
        )
        for one in competences
    ]
    return Matrix(roles, rows, who is not None, str(who.own) if who is not None and who.own is not None else "")


@dataclass(frozen=True, slots=True)
class _Whose:
    """Whose completed enrolments are counted; `own` is the institution of somebody who reads of no other."""

    completed: Any
    own: Institution | None = None


def _people_of(user: Any) -> _Whose | None:
    """Whom this user may count; None for nearly everybody."""
    if not user.is_authenticated or not user.is_active:
        return None
    completed = Enrolment.objects.filter(state=State.COMPLETED).order_by()
    if user.has_perm(SEES_ALL):
        return _Whose(completed)
    seen = completed.filter(training__in=TrainingPage.objects.filter(seen_by(user)).order_by().values("pk"))
    if beneficiaries := focal_point_for(user):
        return _Whose(seen.filter(beneficiary__code__in=beneficiaries))
    member = active_member(user)
    if member is None or member.institution is None:
        return None
    return _Whose(seen.filter(member__institution=member.institution), member.institution)


def _able(completed: Any, courses: Iterable[CoursePage]) -> dict[int, set[tuple[int, int | None]]]:
    """For each course the members who have completed a training of it, with their institutions of today (one query)."""
    by_path = {course.path: course.pk for course in courses}
    above = Substr("training__path", 1, Length("training__path") - Page.steplen)
    found: dict[int, set[tuple[int, int | None]]] = {}
    of_courses = completed.annotate(course=above).filter(course__in=list(by_path))
    for path, member, institution in of_courses.values_list("course", "member", "member__institution").distinct():
        found.setdefault(by_path[path], set()).add((member, institution))
    return found


def _institutions(people: Iterable[Mapping[int, int | None]]) -> dict[int | None, str]:
    """Names by key, in the order of the reader's alphabet; None, last, stands for people of none (one query)."""
    keys = {key for some in people for key in some.values() if key is not None}
    reader = current_reader().language.code
    named = [(key, str(one)) for key, one in Institution.objects.in_bulk(keys).items()]
    return {**dict(sorted(named, key=lambda pair: sort_key(pair[1], reader))), None: _("Of no institution")}


def _divided(people: Mapping[int, int | None], names: Mapping[int | None, str]) -> list[OfInstitution] | None:
    """Where these people work. What is small is hidden, with as much beside it as could tell it from their number."""
    counts = Counter(people.values())
    there = [(name, counts[key]) for key, name in names.items() if counts[key]]
    hidden = hidden_rows([count for _name, count in there])
    if hidden is None:
        return None
    return [
        OfInstitution(name, None if place in hidden else count, count < FEWEST)
        for place, (name, count) in enumerate(there)
    ]
