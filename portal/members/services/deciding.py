"""Deciding on an application: once, by one person, with a reason."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import User
from portal.members.letters import write_to
from portal.members.models import Application, ApplicationState, Invitation, InvitationState, MemberStep, StepKind
from portal.members.rules.refusal import Refused
from portal.members.rules.stewards import why_not_decide, why_not_forget
from portal.members.services.admitting import admit
from portal.members.services.work_details import WorkDetails


class AlreadyDecided(Exception):
    """Somebody was quicker; `application` says who and how."""

    def __init__(self, application: Application) -> None:
        super().__init__()
        self.application = application


def approve(*, application: int, by: User, reason: str = "") -> Application:
    """Makes a member of the person. Raises AlreadyDecided, Refused, Application.DoesNotExist."""
    with transaction.atomic():
        found = _locked(application, by)
        member, _is_new = admit(
            email=found.email,
            first_name=found.first_name,
            last_name=found.last_name,
            language=found.language,
            details=WorkDetails.of(found),
            consent_text=found.consent_text,
            consented_at=found.sent_at,
        )
        found.member = member
        _decide(found, ApplicationState.APPROVED, by, reason)
        MemberStep.objects.create(kind=StepKind.APPROVED, application=found, member=member, by=by, reason=reason)
        # What was asked twice is answered once.
        Invitation.objects.filter(email=found.email, state=InvitationState.OPEN).update(
            state=InvitationState.ACCEPTED, member=member
        )
    return found


def decline(*, application: int, by: User, reason: str) -> Application:
    """Says no, and why; the application stays with its reason. Raises the same."""
    with transaction.atomic():
        found = _locked(application, by)
        _decide(found, ApplicationState.DECLINED, by, reason)
        MemberStep.objects.create(kind=StepKind.DECLINED, application=found, by=by, reason=reason)
        write_to(found, "declined", reason=reason)
    return found


def forget(*, application: int, by: User) -> None:
    """Erases a declined application with its steps, as its person may ask for. Raises Refused."""
    with transaction.atomic():
        found = Application.objects.select_for_update(of=("self",)).get(pk=application)
        if refusal := why_not_forget(by, found):
            raise Refused(refusal)
        found.delete()


def _locked(application: int, by: User) -> Application:
    """The application if it can be decided, held until the transaction is over."""
    found = Application.objects.select_for_update(of=("self",)).get(pk=application)
    if refusal := why_not_decide(by, found):
        raise Refused(refusal)
    if found.state != ApplicationState.WAITING:
        raise AlreadyDecided(found)
    return found


def _decide(application: Application, state: ApplicationState, by: User, reason: str) -> None:
    application.state, application.reason = state, reason
    application.decided_by, application.decided_at = by, timezone.now()
    application.save(update_fields=["state", "reason", "decided_by", "decided_at", "member"])
