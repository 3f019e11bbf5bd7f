"""Of whom somebody may read the numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from portal.accounts.focal_points import focal_point_for
from portal.core.visibility.querysets import seen_by
from trainings.models import TrainingPage
from trainings.queries.access import SEES_ALL, given_by

#: Of editors, administrators, and whoever is given it besides, such as people who report to a donor.
VIEW_INDICATORS = "trainings.view_indicators"


@dataclass(frozen=True, slots=True)
class Scope:
    """`condition` is one on enrolments. `is_all`: no training is left out because of who asks.

    `own`: only trainings that this person gives; `beneficiaries`: codes of those whose people are counted besides.
    """

    condition: Q
    is_all: bool = False
    own: bool = False
    beneficiaries: frozenset[str] = frozenset()

    @property
    def is_of_trainings(self) -> bool:
        """Whether it narrows trainings only, and of these counts everybody."""
        return not self.beneficiaries


def reads_indicators(user: Any) -> bool:
    """Whether there is a scope. Every page of the administration asks, so this looks at no page or training."""
    if not user.is_authenticated or not user.is_active:
        return False
    if user.has_perm(SEES_ALL) or user.has_perm(VIEW_INDICATORS):
        return True
    return bool(focal_point_for(user)) or given_by(user).exists()


def scope_of(user: Any) -> Scope | None:
    """None for whoever reads no indicators. What somebody may not see, their numbers do not count.

    Administrators read all; whoever has the permission, what they may see of trainings; trainers, what they gave; focal
    points, the people of their beneficiary in trainings that they may see.
    """
    if not user.is_authenticated or not user.is_active:
        return None
    if user.has_perm(SEES_ALL):
        return Scope(Q(), is_all=True)
    visible = Q(training__in=TrainingPage.objects.filter(seen_by(user)).order_by().values("pk"))
    if user.has_perm(VIEW_INDICATORS):
        return Scope(visible, is_all=True)
    condition = Q()
    given = given_by(user)
    own = given.exists()
    if own:
        condition |= Q(training__in=given.values("trainingpage"))
    beneficiaries = focal_point_for(user)
    if beneficiaries:
        condition |= visible & Q(beneficiary__code__in=beneficiaries)
    return Scope(condition, own=own, beneficiaries=beneficiaries) if condition else None
