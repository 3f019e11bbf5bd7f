"""Links in mail that stand for a person who has no account yet: signed, and void after a time."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django.core.signing import BadSignature, SignatureExpired, Signer, TimestampSigner
from django.urls import reverse
from django.utils import translation

from portal.core.languages.catalogue import Language
from portal.core.pages.addresses import absolute
from portal.members.models import Application, Invitation

#: For so long the link works that confirms an address.
CONFIRM_WITHIN: Final = timedelta(days=3)

# A colon would be read as something else by some mail programs.
_applications = TimestampSigner(salt="portal.members.application", sep=".")
_invitations = Signer(salt="portal.members.invitation", sep=".")


class LinkExpired(Exception):
    """A link of ours, but an old one; `application` is the one that it was for."""

    def __init__(self, application: Application) -> None:
        super().__init__()
        self.application = application


def address(language: Language, name: str, *args: Any) -> str:
    """The whole address of a page of the members in one rendering."""
    with translation.override(language.code):
        return absolute(reverse(f"members:{name}", args=args))


def application_token(application: Application) -> str:
    return _applications.sign(str(application.pk))


def application_of(token: str) -> Application | None:
    """Whose token it is; None for one that was never given out. Raises LinkExpired."""
    try:
        return _application(_applications.unsign(token, max_age=CONFIRM_WITHIN))
    except SignatureExpired:
        application = _application(_applications.unsign(token))
        if application is None:
            return None
        raise LinkExpired(application) from None
    except BadSignature:
        return None


def _application(pk: str) -> Application | None:
    return Application.objects.filter(pk=int(pk)).first()


def invitation_token(invitation: Invitation) -> str:
    return _invitations.sign(invitation.key)


def invitation_of(token: str) -> Invitation | None:
    """Whose token it is, valid or not; None for one that was never given out, or that a newer one has replaced."""
    try:
        return Invitation.objects.filter(key=_invitations.unsign(token)).select_related("beneficiary").first()
    except BadSignature:
        return None
