"""Who belongs to a working group: coming, taking another role, going. What was before stays, as rows that ended.

Rights follow the rows: a user is in the groups of a working group exactly while a membership lasts.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.models import GroupMembership, GroupRole, WorkingGroupPage
from network.queries.memberships import OFFICE
from network.rules.memberships import check_last_day, check_member, check_role
from network.services.letters import tell_of
from portal.accounts.roles import WORKING_GROUP_MEMBERS
from portal.members.models import Member


def add_member(
    *, group: WorkingGroupPage, member: Member, role: str = GroupRole.MEMBER, since: date | None = None
) -> GroupMembership:
    """Raises ValidationError when the person cannot become a member, or the role is taken."""
    day = since or timezone.localdate()
    with transaction.atomic():
        _lock(group.pk)
        member = Member.objects.select_for_update().select_related("user").get(pk=member.pk)
        check_member(group, member, day)
        check_role(group, role)
        membership = GroupMembership.objects.create(group=group, member=member, role=role, since=day)
        _bring_rights(group, member)
        tell_of(membership, begins=True)
    return membership


def change_role(*, membership: GroupMembership, role: str, day: date | None = None) -> GroupMembership:
    """From that day on the member has another role: the old row ends, a new one begins, and is given back.

    The same role changes nothing. Raises ValidationError when the role is taken or the membership has ended.
    """
    day = day or timezone.localdate()
    with transaction.atomic():
        group = _lock(membership.group_id)
        now = _lasting(membership)
        if now.role == role:
            return now
        check_last_day(now, day)
        check_role(group, role)
        now.until = day
        now.save(update_fields=["until"])
        changed = GroupMembership.objects.create(group=group, member=now.member, role=role, since=day)
        _bring_rights(group, now.member)
        tell_of(changed, begins=False)
    return changed


def end_membership(*, membership: GroupMembership, day: date | None = None, is_told: bool = True) -> None:
    """Ends a membership with that day, and what it gave at once. One that has ended stays as it is.

    The person is told of it, unless `is_told` says that they know by something else.
    Raises ValidationError for a day before it began or in the future.
    """
    day = day or timezone.localdate()
    with transaction.atomic():
        group = _lock(membership.group_id)
        now = GroupMembership.objects.current().filter(pk=membership.pk).select_related("member__user").first()
        if now is None:
            return
        check_last_day(now, day)
        now.until = day
        now.save(update_fields=["until"])
        _bring_rights(group, now.member)
        if is_told:
            tell_of(now, begins=False)


def end_all(*, member: Member) -> None:
    """For whoever leaves the network or is suspended: ends every membership today."""
    with transaction.atomic():
        for membership in GroupMembership.objects.current().filter(member=member).order_by("group"):
            end_membership(membership=membership, is_told=False)


def _lock(pk: int) -> WorkingGroupPage:
    """One change of the people of a group at a time: otherwise two could become chair at once."""
    return WorkingGroupPage.objects.select_for_update(of=("self",)).only("access_group", "office_group").get(pk=pk)


def _lasting(membership: GroupMembership) -> GroupMembership:
    now = GroupMembership.objects.current().filter(pk=membership.pk).select_related("member__user").first()
    if now is None:
        raise ValidationError(_("This membership has ended."))
    return now


def _bring_rights(group: WorkingGroupPage, member: Member) -> None:
    """Puts the member's user into the groups that belong to the role of now, and takes them out of the others."""
    current = GroupMembership.objects.current().filter(member=member)
    role = current.filter(group=group).values_list("role", flat=True).first()
    _put(member.user, group.access_group, role is not None)
    _put(member.user, group.office_group, role in OFFICE)
    _put(member.user, Group.objects.get(name=WORKING_GROUP_MEMBERS), current.exists())


def _put(user: Any, group: Group | None, belongs: bool) -> None:
    if group is not None:
        (user.groups.add if belongs else user.groups.remove)(group)
