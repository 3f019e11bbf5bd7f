"""Which materials of a training somebody may open now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404
from django.utils import timezone

from trainings.models import Enrolment, TrainingMaterial, TrainingPage, TrainingSession
from trainings.queries.access import active_member, is_trainer_of
from trainings.rules.materials import When, opens_at
from trainings.rules.states import TAKING_PART


@dataclass(frozen=True, slots=True)
class Shelf:
    """The materials for one time. `opens_at` None: open since somebody is confirmed."""

    when: When
    opens_at: datetime | None
    materials: Sequence[TrainingMaterial]

    def is_open(self, now: datetime) -> bool:
        return self.opens_at is None or self.opens_at <= now


def shelves_of(trainings: Mapping[int, TrainingPage]) -> dict[int, list[Shelf]]:
    """For each of these trainings, by key, what there is, in the order of the times (two queries, or one when there is
    nothing). Whether somebody may open it is not asked here.
    """
    found: dict[int, dict[str, list[TrainingMaterial]]] = defaultdict(lambda: defaultdict(list))
    for material in TrainingMaterial.objects.filter(training__in=trainings).select_related("document", "session"):
        found[material.training_id][material.when].append(material)
    sessions = defaultdict(list)
    for session in TrainingSession.objects.filter(training__in=found) if found else ():
        sessions[session.training_id].append(session)
    return {
        key: [
            Shelf(when, opens_at(when, trainings[key], sessions[key]), by_time[when]) for when in When if by_time[when]
        ]
        for key, by_time in found.items()
    }


def shelves_for(user: Any, enrolments: Collection[Enrolment]) -> dict[int, list[Shelf]]:
    """By key of the training, for one's own enrolments: those in which one takes part, as long as one is a member.

    Of a shelf that is not open yet nothing is named but when it opens. Four queries at most, however many there are.
    """
    member = active_member(user)
    if member is None:
        return {}
    keys = {one.training_id for one in enrolments if one.member_id == member.pk and one.state in TAKING_PART}
    if not keys:
        return {}
    now = timezone.now()
    shelves = shelves_of(TrainingPage.objects.for_lists().in_bulk(keys))
    return {
        key: [one if one.is_open(now) else Shelf(one.when, one.opens_at, ()) for one in of_training]
        for key, of_training in shelves.items()
    }


def material_or_404(user: Any, training_key: int, key: int) -> TrainingMaterial:
    """A material that this person may open now. Raises Http404."""
    found = TrainingMaterial.objects.filter(pk=key, training=training_key).select_related("training", "document")
    material = found.first()
    if material is None or not (is_trainer_of(user, material.training) or _is_open_for(user, material)):
        raise Http404
    return material


def has_material_to_read(training: TrainingPage) -> bool:
    """Whether there is something that participants can open before it begins."""
    return TrainingMaterial.objects.filter(training=training, when=When.BEFORE).exists()


def _is_open_for(user: Any, material: TrainingMaterial) -> bool:
    member = active_member(user)
    taking_part = Enrolment.objects.filter(training=material.training_id, state__in=TAKING_PART)
    if member is None or not taking_part.filter(member=member).exists():
        return False
    sessions = TrainingSession.objects.filter(training=material.training_id)
    opens = opens_at(material.when, material.training, sessions)
    return opens is None or opens <= timezone.now()
