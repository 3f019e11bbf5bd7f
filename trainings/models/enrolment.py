"""An enrolment: who has, wants or had a place in a training, and everything that happened to it."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.members.models import Member
from portal.vocabulary.models import Beneficiary, Institution
from trainings.models.parts import scope_of
from trainings.models.training import TrainingPage
from trainings.rules.states import HOLDING, LIVE, State

#: A colon would be read as something else by some mail programs.
_signer = Signer(salt="trainings.enrolment", sep=".")


def new_key() -> str:
    """128 random bits."""
    return secrets.token_hex(16)


class EnrolmentQuerySet(models.QuerySet["Enrolment"]):
    def live(self) -> EnrolmentQuerySet:
        return self.filter(state__in=LIVE)

    def holding(self) -> EnrolmentQuerySet:
        """Those that have a seat."""
        return self.filter(state__in=HOLDING)

    def waiting(self) -> EnrolmentQuerySet:
        """The waiting list, whoever is next first."""
        return self.filter(state=State.WAITING).order_by("queue_number")

    def overdue(self, now: datetime) -> EnrolmentQuerySet:
        """Offers that nobody answered in time, the oldest first."""
        return self.filter(state=State.OFFERED, offer_until__lte=now).order_by("offer_until", "pk")

    def of_token(self, token: str) -> Enrolment | None:
        """Whose token it is; None for one that was never given out."""
        try:
            key = _signer.unsign(token)
        except BadSignature:
            return None
        return self.filter(key=key).select_related("training", "member__user").first()


class Enrolment(models.Model):
    """One person in one training. Only `services.moving` changes the state.

    Beneficiary and institution are those of the person when they enrolled: seats are counted by them. `queue_number` is
    the place on the waiting list, kept after it; `offer_until` the moment up to which an offer can be taken.
    """

    training = models.ForeignKey(
        TrainingPage, verbose_name=_("training"), related_name="enrolments", on_delete=models.PROTECT
    )
    member = models.ForeignKey(Member, verbose_name=_("member"), related_name="enrolments", on_delete=models.CASCADE)
    beneficiary = models.ForeignKey(Beneficiary, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    institution = models.ForeignKey(Institution, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(_("state"), max_length=10, choices=State.choices)
    queue_number = models.PositiveIntegerField(null=True, blank=True)
    offer_until = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)

    objects: ClassVar[EnrolmentQuerySet] = EnrolmentQuerySet.as_manager()  # type: ignore[assignment]

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        permissions: ClassVar[list[tuple[str, Any]]] = [("view_indicators", _("Can read the indicators of trainings"))]
        ordering: ClassVar[list[str]] = ["training", "pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["training", "state", "queue_number"])]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["training", "member"],
                condition=Q(state__in=sorted(LIVE)),
                name="one_live_enrolment_a_person",
            ),
            models.UniqueConstraint(
                fields=["training", "queue_number"],
                condition=Q(queue_number__isnull=False),
                name="one_place_on_the_waiting_list",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.WAITING.value) | Q(queue_number__isnull=False),
                name="who_waits_has_a_number",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.OFFERED.value) | Q(offer_until__isnull=False), name="an_offer_ends"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.get_state_display()}"

    @property
    def token(self) -> str:
        """What the link in each letter is made of: whoever has it may answer for this enrolment."""
        return _signer.sign(self.key)

    @property
    def scopes(self) -> list[str]:
        """The pools from which it takes a seat, as far as the training has them; see `SeatPool.scope`."""
        found = [""]
        if self.beneficiary_id:
            found.append(scope_of(beneficiary=self.beneficiary_id))
        if self.institution_id:
            found.append(scope_of(institution=self.institution_id))
        return found


class EnrolmentChange(models.Model):
    """Who changed the state of an enrolment, when and why. `before` is "" for the first; `by` None for the portal."""

    enrolment = models.ForeignKey(Enrolment, related_name="changes", on_delete=models.CASCADE)
    before = models.CharField(max_length=10, choices=State.choices, blank=True)
    after = models.CharField(max_length=10, choices=State.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.CharField(max_length=500, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "change of an enrolment"
        verbose_name_plural = "changes of enrolments"
        ordering: ClassVar[list[str]] = ["enrolment", "pk"]

    def __str__(self) -> str:
        return f"{self.enrolment_id}: {self.before} → {self.after}"
