"""Suspending a member, and taking it back. Both take effect with the next click of whomever it concerns."""

from __future__ import annotations

from django.db import transaction

from portal.accounts.ending import end_sessions
from portal.accounts.models import User
from portal.members.letters import write_to_member
from portal.members.models import Member, MemberState, MemberStep, StepKind
from portal.members.rules.refusal import Refused
from portal.members.rules.stewards import why_not_suspend


def suspend(*, member: int, by: User, reason: str) -> Member:
    """The account is closed: no signing in, no session goes on, and no list shows the person.

    Groups and roles stay noted, so that ending the suspension gives back what there was and nothing else. Suspending
    twice changes nothing. Raises Refused.
    """
    with transaction.atomic():
        found = _locked(member, by)
        if found.state == MemberState.SUSPENDED:
            return found
        # While the account is active: nothing is written to one that is not.
        write_to_member(found.user, "suspended", reason=reason)
        _put(found, MemberState.SUSPENDED, is_active=False)
        end_sessions(found.user)
        MemberStep.objects.create(kind=StepKind.SUSPENDED, member=found, by=by, reason=reason)
    return found


def restore(*, member: int, by: User, reason: str = "") -> Member:
    """Ends a suspension. Raises Refused."""
    with transaction.atomic():
        found = _locked(member, by)
        if found.state == MemberState.ACTIVE:
            return found
        _put(found, MemberState.ACTIVE, is_active=True)
        write_to_member(found.user, "restored", reason=reason)
        MemberStep.objects.create(kind=StepKind.RESTORED, member=found, by=by, reason=reason)
    return found


def _locked(member: int, by: User) -> Member:
    found = Member.objects.select_for_update(of=("self",)).select_related("user", "beneficiary").get(pk=member)
    if refusal := why_not_suspend(by, found):
        raise Refused(refusal)
    return found


def _put(member: Member, state: MemberState, *, is_active: bool) -> None:
    member.state = state
    member.save(update_fields=["state"])
    member.user.is_active = is_active
    member.user.save(update_fields=["is_active"])
