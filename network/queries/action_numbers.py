"""Action points in numbers: per working group, and per beneficiary of whoever is responsible."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from network.models import ActionStatus, Outcome
from network.models.outcome import UNFINISHED


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many are open, how many of these are overdue, and how many are done; what was dropped counts as neither."""

    open: int = 0
    overdue: int = 0
    done: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """By the keys of groups and of beneficiaries; None are those of agencies, of nobody or of no beneficiary."""

    groups: dict[int, Numbers]
    beneficiaries: dict[int | None, Numbers]


def counted(actions: QuerySet[Outcome], today: date) -> Counted:
    """Two queries, however many there are."""
    found = actions.order_by()
    return Counted(
        {key: numbers for key, numbers in _by(found, "item__meeting__group", today) if key is not None},
        dict(_by(found, "responsible__beneficiary", today)),
    )


def _by(actions: QuerySet[Outcome], way: str, today: date) -> list[tuple[int | None, Numbers]]:
    unfinished = Q(status__in=UNFINISHED)
    rows = actions.values_list(way).annotate(
        still_open=Count("pk", filter=unfinished),
        overdue=Count("pk", filter=unfinished & Q(due__lt=today)),
        done=Count("pk", filter=Q(status=ActionStatus.DONE)),
    )
    return [(key, Numbers(*numbers)) for key, *numbers in rows]
