"""What a membership of a working group needs, and why it is refused. All raise ValidationError with the reason."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from network.models import GroupMembership, GroupRole, WorkingGroupPage
from portal.members.models import Member, MemberState


def check_member(group: WorkingGroupPage, member: Member, since: date) -> None:
    """Whether this person can become a member from that day on."""
    if member.state != MemberState.ACTIVE or not member.user.is_active:
        raise ValidationError(_("This person is not an active member of the network."))
    if since > timezone.localdate():
        raise ValidationError(_("A membership cannot begin in the future."))
    before = GroupMembership.objects.filter(group=group, member=member)
    if before.current().exists():
        raise ValidationError(_("This person already belongs to the group."))
    last = before.order_by("-until").values_list("until", flat=True).first()
    if last is not None and since < last:
        raise ValidationError(
            _("This person belonged to the group until %(day)s. Choose that day or a later one.")
            % {"day": date_format(last, "DATE_FORMAT")}
        )


def check_role(group: WorkingGroupPage, role: str) -> None:
    """A group has one chair."""
    chairs = GroupMembership.objects.current().filter(group=group, role=GroupRole.CHAIR)
    if role == GroupRole.CHAIR and chairs.exists():
        raise ValidationError(_("The group has a chair. Give the chair another role first, or end the membership."))


def check_last_day(membership: GroupMembership, day: date) -> None:
    """Whether a membership can end, or turn into another, on that day."""
    if day > timezone.localdate():
        raise ValidationError(_("A membership cannot end in the future. End it on the day."))
    if day < membership.since:
        raise ValidationError(
            _("The membership began on %(day)s. It cannot end before.")
            % {"day": date_format(membership.since, "DATE_FORMAT")}
        )
