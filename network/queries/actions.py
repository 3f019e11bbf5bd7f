"""Action points: those of one's groups, of a group, those that are due."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, F, QuerySet

from network.models import ActionStatus, MeetingState, Outcome, OutcomeKind, WorkingGroupPage
from network.models.meeting import groups_of
from network.models.outcome import UNFINISHED

_NAMED = (
    "item__meeting__group",
    "responsible__user",
    "responsible__institution",
    "responsible__agency",
)


def actions_of_groups_of(user: Any) -> QuerySet[Outcome]:
    """All action points of the groups that the user is in now, those due first first; without a due date last."""
    return _actions().filter(item__meeting__group__in=groups_of(user))


def actions_of_group(group: WorkingGroupPage) -> QuerySet[Outcome]:
    return _actions().filter(item__meeting__group=group)


def unfinished(actions: QuerySet[Outcome]) -> QuerySet[Outcome]:
    return actions.filter(status__in=UNFINISHED)


def with_status(actions: QuerySet[Outcome], status: ActionStatus) -> QuerySet[Outcome]:
    """Those due first first; of finished ones the latest."""
    found = actions.filter(status=status)
    return found if status in UNFINISHED else found.order_by(F("due").desc(nulls_last=True), "-pk")


def numbers_by_status(actions: QuerySet[Outcome]) -> dict[str, int]:
    """How many there are of each status; one without any is left out (one query)."""
    return dict(actions.order_by().values_list("status").annotate(Count("pk")))


def due_between(first: date, last: date) -> QuerySet[Outcome]:
    """Unfinished ones of approved records that are due on these days and have a member who is responsible."""
    due = _actions().filter(due__range=(first, last), status__in=UNFINISHED)
    return due.filter(item__meeting__state=MeetingState.APPROVED).exclude(responsible=None)


def _actions() -> QuerySet[Outcome]:
    found = Outcome.objects.filter(kind=OutcomeKind.ACTION).select_related(*_NAMED)
    return found.order_by(F("due").asc(nulls_last=True), "pk")
