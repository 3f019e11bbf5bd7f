"""Noticing that a person was deleted with all their enrolments: seats are free then, certificates without a name."""

from __future__ import annotations

from typing import Any

from django.db.models import F

from trainings.models import Certificate, Enrolment, SeatPool
from trainings.rules.states import HOLDING


def forget_holder(instance: Enrolment, **_kwargs: Any) -> None:
    """The certificates stay, for whoever checks one; whose they were goes with the enrolment."""
    Certificate.objects.filter(enrolment=instance).forget_holders()


def give_seat_back(instance: Enrolment, **_kwargs: Any) -> None:
    if instance.state in HOLDING:
        pools = SeatPool.objects.filter(training=instance.training_id, scope__in=instance.scopes, taken__gt=0)
        pools.update(taken=F("taken") - 1)
