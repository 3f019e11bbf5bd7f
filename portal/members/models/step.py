"""The log of membership: who did what to whose membership, when and why."""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.members.models.application import Application
from portal.members.models.invitation import Invitation
from portal.members.models.member import Member


class StepKind(models.TextChoices):
    APPLIED = "applied", _("Applied")
    APPROVED = "approved", _("Approved")
    DECLINED = "declined", _("Declined")
    INVITED = "invited", _("Invited")
    WITHDRAWN = "withdrawn", _("Invitation taken back")
    ACCEPTED = "accepted", _("Accepted the invitation")
    CHANGED = "changed", _("Changed details")
    SUSPENDED = "suspended", _("Suspended")
    RESTORED = "restored", _("Suspension ended")
    LEFT = "left", _("Left the network")


class MemberStep(models.Model):
    """One step; only ever added. `by` is empty for somebody without an account, such as whoever applies.

    When a person leaves, what was written about them (`reason`) is taken out; that there was a step stays.
    """

    kind = models.CharField(_("step"), max_length=10, choices=StepKind.choices)
    at = models.DateTimeField(_("when"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), related_name="+", on_delete=models.SET_NULL, null=True
    )
    reason = models.TextField(_("reason"), blank=True)
    member = models.ForeignKey(Member, related_name="steps", on_delete=models.CASCADE, null=True)
    application = models.ForeignKey(Application, related_name="steps", on_delete=models.CASCADE, null=True)
    invitation = models.ForeignKey(Invitation, related_name="steps", on_delete=models.CASCADE, null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("step of membership")
        verbose_name_plural = _("steps of membership")
        ordering = ["at", "pk"]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(kind="left")
                | Q(member__isnull=False)
                | Q(application__isnull=False)
                | Q(invitation__isnull=False),
                name="step_of_something",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.at:%Y-%m-%d}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises TypeError for a step that has been written: the log is only added to."""
        if self.pk is not None:
            raise TypeError("A step is not changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Raises TypeError: the log is only added to."""
        raise TypeError("A step is not deleted.")
