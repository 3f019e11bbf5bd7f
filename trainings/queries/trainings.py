"""Trainings that are coming and trainings that are over, as this user may see them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from portal.core.registries.calendar import CalendarQuery
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.narrowing import filed_under
from trainings.models import CoursePage, Enrolment, SeatPool, TrainingPage
from trainings.rules.states import State


def narrowed(
    trainings: QuerySet[TrainingPage],
    beneficiaries: Collection[str],
    topics: Collection[str],
    languages: Collection[str],
) -> QuerySet[TrainingPage]:
    """Those that fit one code of each kind; no codes: any."""
    trainings = filed_under(trainings, TrainingPage, beneficiaries, topics)
    if languages:
        # Kept with a space on both sides.
        spoken = Q(*(("training_languages__contains", f" {code} ") for code in languages), _connector=Q.OR)
        trainings = trainings.filter(spoken)
    return trainings


def coming_trainings(user: Any, first_day: date) -> QuerySet[TrainingPage]:
    """Trainings that end on `first_day` or later, the earliest first."""
    return TrainingPage.objects.listed_for(user).filter(end__gte=first_day).order_by("start", "end", "pk")


def past_trainings(user: Any, first_day: date) -> QuerySet[TrainingPage]:
    """Trainings that ended before `first_day`, the latest first."""
    return TrainingPage.objects.listed_for(user).filter(end__lt=first_day).order_by("-start", "-end", "-pk")


def trainings_for_calendar(user: Any, query: CalendarQuery) -> QuerySet[TrainingPage]:
    """Trainings that touch these days and fit the rest of the query, the earliest first."""
    trainings = coming_trainings(user, query.first_day)
    if query.last_day is not None:
        trainings = trainings.filter(start__lte=query.last_day)
    return narrowed(trainings, query.beneficiaries, query.topics, query.languages)[: query.limit]


def trainings_at_stage(user: Any, stage: str) -> QuerySet[TrainingPage]:
    """Trainings about a stage of the continuum, those furthest ahead first."""
    about = TrainingPage.objects.listed_for(user).filter(stages__facet__code=FacetCode.STAGE, stages__code=stage)
    return about.order_by("-start", "-end", "-pk")


def trainings_of(course: CoursePage, user: Any) -> QuerySet[TrainingPage]:
    """The runs of a course, the latest first."""
    return TrainingPage.objects.listed_for(user).child_of(course).order_by("-start", "-pk")


def seats_of(trainings: Iterable[TrainingPage]) -> dict[int, SeatPool]:
    """The seats of each of these trainings (one query)."""
    pools = SeatPool.objects.filter(training__in=[training.pk for training in trainings], scope="")
    return {pool.training_id: pool for pool in pools}


def waiting_count(training: TrainingPage) -> int:
    return Enrolment.objects.filter(training=training, state=State.WAITING).count()


def counts_by_state(enrolments: QuerySet[Enrolment]) -> dict[str, int]:
    """How many of these enrolments are in each state that there is (one query)."""
    rows = enrolments.order_by().values_list("state").annotate(count=Count("pk"))
    return {str(state): count for state, count in rows}
