"""Who looks after whom: focal points after the people of their beneficiary, administrators after everybody."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Q
from django.utils.translation import gettext as _

from portal.accounts.focal_points import focal_point_for
from portal.accounts.roles import NETWORK_MEMBERS, TRAINERS, WORKING_GROUP_MEMBERS
from portal.members.models import Application, ApplicationState, Member, MemberState
from portal.vocabulary.models import Beneficiary

#: Of these a focal point may take somebody out; whoever has more rights is suspended by administrators.
_ORDINARY: Final = (NETWORK_MEMBERS, WORKING_GROUP_MEMBERS, TRAINERS)


def is_administrator(user: Any) -> bool:
    """Whether this user looks after all members."""
    return bool(user.is_authenticated and user.has_perm("members.change_member"))


def is_steward(user: Any) -> bool:
    """Whether this user looks after any members at all."""
    return bool(user.is_authenticated and (is_administrator(user) or focal_point_for(user)))


def theirs(user: Any, beneficiary: str = "beneficiary") -> Q:
    """The condition that rows are of people whom this user looks after. `beneficiary` is the way to it."""
    if is_administrator(user):
        return Q()
    return Q(**{f"{beneficiary}__code__in": focal_point_for(user)})


def looks_after(user: Any, beneficiary: Beneficiary | None) -> bool:
    """Whether this user looks after the people of a beneficiary (None: of those who work for none)."""
    return is_administrator(user) or (beneficiary is not None and beneficiary.code in focal_point_for(user))


def why_not_decide(user: Any, application: Application) -> str:
    """Why this user may not decide; "" if they may."""
    if not looks_after(user, application.beneficiary):
        return _("The focal point of another beneficiary decides on this application.")
    if application.email == user.email:
        return _("Somebody else decides on your own application.")
    return ""


def why_not_forget(user: Any, application: Application) -> str:
    """Why this user may not erase an application; "" if they may."""
    if not is_administrator(user):
        return _("Only administrators do this for somebody else.")
    if application.member_id is not None or application.state == ApplicationState.WAITING:
        return _("Only what was declined is erased. What belongs to a member goes when they leave.")
    return ""


def why_not_suspend(user: Any, member: Member) -> str:
    """Why this user may neither suspend this member nor end the suspension; "" if they may."""
    if not looks_after(user, member.beneficiary):
        return _("The focal point of another beneficiary looks after this member.")
    if member.user_id == user.pk:
        return _("You cannot suspend yourself.")
    if member.state == MemberState.LEFT:
        return _("This member has left the network.")
    if not is_administrator(user) and _has_more_rights(member):
        return _("This member works on the portal. Ask the administrators.")
    if member.user.is_superuser and not user.is_superuser:
        return _("This member works on the portal. Ask the administrators.")
    return ""


def why_not_erase(user: Any, member: Member) -> str:
    """Why this user may not erase what the portal holds about a member; "" if they may."""
    if member.state == MemberState.LEFT:
        return _("This member has left the network.")
    if member.user.is_superuser:
        return _("This account keeps the portal running. Another person must take that over before it can leave.")
    if member.user_id != user.pk and not is_administrator(user):
        return _("Only administrators do this for somebody else.")
    return ""


def _has_more_rights(member: Member) -> bool:
    user = member.user
    return user.is_superuser or user.groups.filter(permissions__isnull=False).exclude(name__in=_ORDINARY).exists()
