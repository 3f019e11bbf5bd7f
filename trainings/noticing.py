"""Noticing that a person was deleted with all their enrolments: seats are free then, certificates without a name. And
that a material was taken away: its file goes with it.
"""

from __future__ import annotations

from typing import Any

from django.db.models import F

from portal.core.models import PortalDocument
from trainings.models import Certificate, Enrolment, SeatPool, TrainingMaterial
from trainings.rules.states import HOLDING


def forget_holder(instance: Enrolment, **_kwargs: Any) -> None:
    """The certificates stay, for whoever checks one; whose they were goes with the enrolment."""
    Certificate.objects.filter(enrolment=instance).forget_holders()


def give_seat_back(instance: Enrolment, **_kwargs: Any) -> None:
    if instance.state in HOLDING:
        pools = SeatPool.objects.filter(training=instance.training_id, scope__in=instance.scopes, taken__gt=0)
        pools.update(taken=F("taken") - 1)


def delete_file(instance: TrainingMaterial, **_kwargs: Any) -> None:
    """With the training too; where the file was deleted first, there is nothing left to do."""
    if instance.document_id is not None:
        PortalDocument.objects.filter(pk=instance.document_id).delete()
