"""Which trainers are there for somebody, and what of them. Every condition asks for a part of a profile together with
who it is for, as `portal.members.visibility` says: what somebody takes back is gone with the next look.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.db.models import Q
from django.utils import timezone

from portal.members.models import Member
from portal.members.models.member import MemberQuerySet
from portal.members.visibility import Viewer
from portal.vocabulary.models.taxonomy import FacetCode
from trainings.models import TrainingPage

#: Of the trainings that somebody gave, so many are named, the latest first.
MOST_GIVEN: Final = 5


def trainers(viewer: Viewer, *, topic: str = "", language: str = "", beneficiary: str = "") -> MemberQuerySet:
    """Those who show this viewer that they are available as trainers, by name; narrowed by codes, "" for any.

    Nobody is found by a part of their profile that the viewer may not read.
    """
    found = viewer.people().filter(viewer.condition("availability"), profile__is_trainer=True)
    if topic:
        of_topic = Member.topics.through.objects.filter(
            term__code=topic, term__facet__code=FacetCode.PRIORITY_AREA.value
        )
        found = found.filter(viewer.condition("expertise"), pk__in=of_topic.values("member"))
    if language:
        found = found.filter(viewer.condition("languages"), languages__contains=f" {language} ")
    if beneficiary:
        found = found.filter(viewer.condition("workplace"), beneficiary__code=beneficiary)
    return found.order_by("profile__name_order", "pk")


def trainings_given(members: Iterable[Member], viewer: Viewer, user: Any) -> Mapping[int, list[TrainingPage]]:
    """For each of these trainers the trainings that are over and that this user may see, the latest first.

    Only of those who show the viewer what they have done. Two queries, or none.
    """
    showing = [member.pk for member in members if viewer.sees(member.profile, "experience")]
    if not showing:
        return {}
    over = Q(trainingpage__end__lt=timezone.localdate(), trainingpage__is_cancelled=False)
    through: Any = TrainingPage.trainers.through
    named = list(through.objects.filter(over, member__in=showing).values_list("member", "trainingpage"))
    visible = TrainingPage.objects.listed_for(user).filter(pk__in={training for _member, training in named})
    given: dict[int, list[TrainingPage]] = {}
    for training in visible.order_by("-start", "-pk"):
        for member, key in named:
            if key == training.pk and len(given.setdefault(member, [])) < MOST_GIVEN:
                given[member].append(training)
    return given
