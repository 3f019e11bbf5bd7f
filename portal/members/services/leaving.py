"""Leaving the network: what says who a person is goes, a number stays."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from portal.accounts.ending import erase_account
from portal.accounts.models import User
from portal.core.languages.catalogue import get_language
from portal.members.letters import write_to
from portal.members.models import (
    Application,
    Consent,
    DepartureCount,
    Invitation,
    Member,
    MemberState,
    MemberStep,
    StepKind,
)
from portal.members.registries.leaving import tell_of_leaving
from portal.members.rules.refusal import Refused
from portal.members.rules.stewards import why_not_erase
from portal.members.services.work_details import WorkDetails


def leave(*, member: int, by: User) -> None:
    """Ends a membership for good and erases what is personal (docs/operating/data-protection.md says what is what).

    A last mail says so. Raises Refused; what a feature raises, so that nobody leaves by half.
    """
    with transaction.atomic():
        found = (
            Member.objects.select_for_update(of=("self",))
            .select_related("user", "beneficiary", "agency")
            .get(pk=member)
        )
        if refusal := why_not_erase(by, found):
            raise Refused(refusal)
        # To the address as it is now; also to somebody who is suspended.
        write_to(_as_person(found.user), "left")
        tell_of_leaving(found)
        _count(found)
        _erase(found)
        MemberStep.objects.create(kind=StepKind.LEFT, member=found, by=by)


def _as_person(user: User) -> Application:
    """Somebody to write to whose account is about to be closed."""
    return Application(
        email=user.email,
        first_name=user.first_name,
        last_name=user.last_name,
        language=get_language(user.language).code,
    )


def _count(member: Member) -> None:
    count, _made = DepartureCount.objects.get_or_create(
        year=timezone.localdate().year,
        beneficiary=member.beneficiary.code if member.beneficiary else "",
        agency=member.agency.code if member.agency else "",
    )
    DepartureCount.objects.filter(pk=count.pk).update(number=F("number") + 1)


def _erase(member: Member) -> None:
    user = member.user
    applications = Application.objects.filter(Q(member=member) | Q(email=user.email))
    invitations = Invitation.objects.filter(Q(member=member) | Q(email=user.email))
    steps = MemberStep.objects.filter(
        Q(member=member) | Q(application__in=applications) | Q(invitation__in=invitations)
    )
    # That there were steps stays, with who took them; what was written about the person does not.
    MemberStep.objects.filter(pk__in=list(steps.values_list("pk", flat=True))).update(
        member=member, application=None, invitation=None, reason=""
    )
    applications.delete()
    invitations.delete()
    Consent.objects.filter(user=user).delete()
    WorkDetails(beneficiary=None).save_in(member)
    member.state = MemberState.LEFT
    member.save(update_fields=["state"])
    erase_account(user)
