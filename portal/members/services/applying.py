"""Applying to join: sent, confirmed by a link, and then shown to those who decide."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from portal.core.languages.catalogue import get_language
from portal.core.pages.addresses import absolute
from portal.members.letters import write_to, write_to_member
from portal.members.links import address, application_token
from portal.members.models import Application, ApplicationState, ConsentText, Member, MemberStep, StepKind
from portal.members.queries.stewards import stewards_of
from portal.members.services.work_details import WorkDetails

#: What nobody confirmed is forgotten.
_FORGET_AFTER: Final = timedelta(days=30)


def send_application(
    *,
    email: str,
    first_name: str,
    last_name: str,
    language: str,
    details: WorkDetails,
    why: str,
    consent_text: ConsentText,
) -> None:
    """Keeps an application and writes to the address, so that its owner confirms it.

    To somebody who is a member the mail says so instead, and nothing is kept. A caller cannot tell one from the other.
    """
    email = email.lower()
    now = timezone.now()
    with transaction.atomic():
        Application.objects.filter(state=ApplicationState.UNCONFIRMED, sent_at__lt=now - _FORGET_AFTER).delete()
        application = Application(
            email=email,
            first_name=first_name,
            last_name=last_name,
            language=language,
            why=why,
            consent_text=consent_text,
            sent_at=now,
        )
        if Member.objects.filter(user__email=email).exists():
            with translation.override(language):
                sign_in, reset = reverse("account_login"), reverse("account_reset_password")
            write_to(application, "already_member", sign_in_url=absolute(sign_in), password_url=absolute(reset))
            return
        details.save_in(application)
        ask_to_confirm(application)


def ask_to_confirm(application: Application) -> None:
    """Writes to the address, with a link that is good for CONFIRM_WITHIN."""
    url = address(get_language(application.language), "confirm", application_token(application))
    write_to(application, "confirm", confirm_url=url)


def confirm_application(*, application: int) -> Application:
    """The owner of the address stands by the application: from now on it waits for a decision.

    It takes the place of an earlier one that waits. Confirming again changes nothing.
    """
    with transaction.atomic():
        found = Application.objects.select_for_update(of=("self",)).get(pk=application)
        if found.state != ApplicationState.UNCONFIRMED:
            return found
        Application.objects.filter(email=found.email, state=ApplicationState.WAITING).update(
            state=ApplicationState.REPLACED, decided_at=timezone.now()
        )
        found.state = ApplicationState.WAITING
        found.save(update_fields=["state"])
        MemberStep.objects.create(kind=StepKind.APPLIED, application=found)
        write_to(found, "received")
        for steward in stewards_of(found.beneficiary):
            url = address(get_language(steward.language), "application", found.pk)
            write_to_member(steward, "new_application", application=found, application_url=url)
    return found
