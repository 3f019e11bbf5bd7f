"""Who belongs to a working group, as what, and from when until when."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models.working_group import WorkingGroupPage
from portal.members.models import Member, MemberState


class GroupRole(models.TextChoices):
    CHAIR = "chair", _("Chair")
    SECRETARY = "secretary", _("Secretary")
    MEMBER = "member", _("Member")
    OBSERVER = "observer", _("Observer")


class GroupMembershipQuerySet(models.QuerySet["GroupMembership"]):
    def current(self) -> GroupMembershipQuerySet:
        """Those that have not ended."""
        return self.filter(until=None)

    def active(self) -> GroupMembershipQuerySet:
        """Current ones of members who take part in the network: the others give nothing for now."""
        return self.current().filter(member__state=MemberState.ACTIVE)

    def of(self, user: Any) -> GroupMembershipQuerySet:
        """The active ones of a user; none, without a query, of whoever is not signed in."""
        if user is None or not user.is_authenticated or not user.is_active:
            return self.none()
        return self.active().filter(member__user=user)


class GroupMembership(models.Model):
    """One stretch of time in one role. Another role is another row, so that the history stays.

    `until` is the last day; None while it lasts.
    """

    group = models.ForeignKey(
        WorkingGroupPage, verbose_name=_("working group"), related_name="memberships", on_delete=models.CASCADE
    )
    member = models.ForeignKey(
        Member, verbose_name=_("member"), related_name="group_memberships", on_delete=models.CASCADE
    )
    role = models.CharField(_("role"), max_length=10, choices=GroupRole.choices, default=GroupRole.MEMBER)
    since = models.DateField(_("since"), default=timezone.localdate)
    until = models.DateField(_("until"), null=True, blank=True)

    objects: ClassVar[GroupMembershipQuerySet] = GroupMembershipQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("membership of a working group")
        verbose_name_plural = _("memberships of working groups")
        ordering = ["group", "pk"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["group", "member"], condition=Q(until=None), name="one_current_membership_a_group"
            ),
            models.UniqueConstraint(fields=["group"], condition=Q(until=None, role="chair"), name="one_chair_a_group"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="membership_ends_after"),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.get_role_display()}"
