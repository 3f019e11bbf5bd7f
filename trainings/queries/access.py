"""Who may announce a training, who runs one, and who may look at which of its participants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from portal.accounts.focal_points import focal_point_for
from portal.accounts.roles import TRAINERS
from portal.core.visibility.audience import may_see_page
from portal.members.models import Member
from trainings.models import CoursePage, Enrolment, TrainingPage

#: Of administrators, see portal.accounts.roles. With it nothing of any training is closed.
SEES_ALL = "trainings.change_enrolment"


@dataclass(frozen=True)
class Sight:
    """`is_trainer`: sees all and decides, as administrators do. Else a focal point sees the people of `beneficiaries`
    (codes) and nominates them.
    """

    training: TrainingPage
    is_trainer: bool
    beneficiaries: frozenset[str]

    def enrolments(self) -> QuerySet[Enrolment]:
        all_of_it = Enrolment.objects.filter(training=self.training)
        return all_of_it if self.is_trainer else all_of_it.filter(beneficiary__code__in=self.beneficiaries)

    def members(self) -> QuerySet[Member]:
        """Active members who may be put onto the list."""
        active = Member.objects.active()
        return active if self.is_trainer else active.filter(beneficiary__code__in=self.beneficiaries)


def active_member(user: Any) -> Member | None:
    """The user as a member who takes part in the network; None for everybody else."""
    if not user.is_authenticated or not user.is_active:
        return None
    return Member.objects.active().filter(user=user).select_related("user").first()


def given_by(user: Any) -> QuerySet[Any]:
    """Which trainings (`trainingpage`) somebody is named for as a trainer, as long as they take part in the network."""
    named = TrainingPage.trainers.through.objects.filter(member__user=user)
    return named.filter(member__in=Member.objects.active())


def is_trainer_of(user: Any, training: TrainingPage) -> bool:
    """Whether somebody runs this training: as one of its trainers, or because administrators run all."""
    if not user.is_authenticated or not user.is_active:
        return False
    return user.has_perm(SEES_ALL) or given_by(user).filter(trainingpage=training.pk).exists()


def may_announce(user: Any, course: CoursePage) -> bool:
    """Whether somebody may announce a training of this course.

    Those who put pages below it may; administrators; and members who see the course and either gave it before or are
    confirmed as trainers by their role. What they announce without the right to publish, an editor publishes.
    """
    if not user.is_authenticated or not user.is_active or not course.live or not may_see_page(user, course):
        return False
    if user.has_perm(SEES_ALL) or course.permissions_for_user(user).can_add_subpage():
        return True
    if active_member(user) is None:
        return False
    of_course = TrainingPage.objects.child_of(course).values("pk")
    return user.groups.filter(name=TRAINERS).exists() or given_by(user).filter(trainingpage__in=of_course).exists()


def may_publish_below(user: Any, course: CoursePage) -> bool:
    """Whether what somebody announces is there for readers at once."""
    return bool(course.permissions_for_user(user).can_publish_subpage())


def sight_of(user: Any, training: TrainingPage) -> Sight | None:
    """What of its participants somebody sees; None for nearly everybody."""
    if is_trainer_of(user, training):
        return Sight(training, True, frozenset())
    beneficiaries = focal_point_for(user)
    if beneficiaries and training.live and may_see_page(user, training):
        return Sight(training, False, beneficiaries)
    return None


def sight_or_404(user: Any, key: int) -> Sight:
    """Raises Http404 for a training that does not exist, and for whoever has nothing to see of it."""
    training = TrainingPage.objects.for_lists().filter(pk=key).first()
    sight = sight_of(user, training) if training is not None else None
    if sight is None:
        raise Http404
    return sight


def trainers_sight_or_404(user: Any, key: int) -> Sight:
    """The same for those who run the training only."""
    sight = sight_or_404(user, key)
    if not sight.is_trainer:
        raise Http404
    return sight
