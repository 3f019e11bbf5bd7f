"""Inviting people: one address is asked once, and its owner answers once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.languages.catalogue import get_language
from portal.members.letters import write_to, write_to_member
from portal.members.links import address, invitation_token
from portal.members.models import (
    Application,
    ApplicationState,
    ConsentText,
    Invitation,
    InvitationState,
    Member,
    MemberStep,
    StepKind,
)
from portal.members.models.invitation import end_of_validity, new_key
from portal.members.rules.refusal import Refused
from portal.members.services.admitting import admit
from portal.members.services.work_details import WorkDetails
from portal.vocabulary.models import Beneficiary


class Outcome(StrEnum):
    """What became of one address."""

    SENT = "sent"
    ALREADY_INVITED = "already invited"
    """An earlier invitation still waits for an answer; nothing was sent."""
    ALREADY_MEMBER = "already member"


@dataclass(frozen=True, slots=True)
class Invited:
    """`member` is there for ALREADY_MEMBER, `invitation` for the two others."""

    outcome: Outcome
    invitation: Invitation | None = None
    member: Member | None = None


def invite(
    *,
    email: str,
    language: str,
    invited_by: User | None,
    beneficiary: Beneficiary | None = None,
    message: str = "",
) -> Invited:
    """Asks the owner of an address to join. For many addresses it is called once for each.

    `language` is the rendering of the mail; `beneficiary` the one that the person will belong to, None if they say it
    themselves; `message` is the inviter's own. An invitation that has expired is sent again, with a new link. Who may
    invite is the caller's to ask. The address must have been checked to be one.
    """
    email = email.lower()
    with transaction.atomic():
        member = Member.objects.filter(user__email=email).select_related("user").first()
        if member is not None:
            return Invited(Outcome.ALREADY_MEMBER, member=member)
        invitation = _held(email, language)
        if invitation is None:
            # Answered at this very moment: there is a member now, or nothing that waits any more.
            return invite(
                email=email, language=language, invited_by=invited_by, beneficiary=beneficiary, message=message
            )
        if invitation.is_valid and invitation.steps.exists():
            return Invited(Outcome.ALREADY_INVITED, invitation=invitation)
        invitation.language, invitation.beneficiary = language, beneficiary
        invitation.message, invitation.invited_by = message, invited_by
        invitation.key, invitation.sent_at, invitation.expires_at = new_key(), timezone.now(), end_of_validity()
        invitation.save()
        MemberStep.objects.create(kind=StepKind.INVITED, invitation=invitation, by=invited_by)
        url = address(get_language(language), "accept", invitation_token(invitation))
        write_to(invitation, "invitation", invitation=invitation, accept_url=url)
    return Invited(Outcome.SENT, invitation=invitation)


def _held(email: str, language: str) -> Invitation | None:
    """The open invitation of an address, locked; made when there is none. None if it was answered just now."""
    Invitation.objects.get_or_create(email=email, state=InvitationState.OPEN, defaults={"language": language})
    return Invitation.objects.select_for_update(of=("self",)).filter(email=email, state=InvitationState.OPEN).first()


def withdraw(*, invitation: int, by: User) -> bool:
    """Takes an invitation back, unless it has been answered: then False."""
    with transaction.atomic():
        found = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation)
        if found.state != InvitationState.OPEN:
            return False
        found.state = InvitationState.WITHDRAWN
        found.save(update_fields=["state"])
        MemberStep.objects.create(kind=StepKind.WITHDRAWN, invitation=found, by=by)
    return True


def accept(
    *,
    invitation: int,
    first_name: str,
    last_name: str,
    language: str,
    details: WorkDetails,
    consent_text: ConsentText,
) -> Member:
    """Makes a member of whoever followed the link. Raises Refused for an invitation that is not valid any more."""
    with transaction.atomic():
        found = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation)
        if not found.is_valid:
            raise Refused(_("This invitation cannot be used any more."))
        member, _is_new = admit(
            email=found.email,
            first_name=first_name,
            last_name=last_name,
            language=language,
            details=details,
            consent_text=consent_text,
            consented_at=timezone.now(),
        )
        found.state, found.member = InvitationState.ACCEPTED, member
        found.save(update_fields=["state", "member"])
        MemberStep.objects.create(kind=StepKind.ACCEPTED, invitation=found, member=member, by=member.user)
        # What was asked twice is answered once.
        Application.objects.filter(email=found.email, state=ApplicationState.WAITING).update(
            state=ApplicationState.APPROVED, decided_at=timezone.now(), member=member
        )
        if found.invited_by is not None:
            write_to_member(found.invited_by, "invitation_accepted", member=member)
    return member
