"""Noticing that a person was deleted with all their enrolments: their seats are free then."""

from __future__ import annotations

from typing import Any

from django.db.models import F

from trainings.models import Enrolment, SeatPool
from trainings.rules.states import HOLDING


def give_seat_back(instance: Enrolment, **_kwargs: Any) -> None:
    if instance.state in HOLDING:
        pools = SeatPool.objects.filter(training=instance.training_id, scope__in=instance.scopes, taken__gt=0)
        pools.update(taken=F("taken") - 1)
