"""An invitation to join the network."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.languages.catalogue import LANGUAGES
from portal.members.models.member import Member
from portal.vocabulary.models import Beneficiary

#: After this an invitation is void, and another may be sent.
VALID_FOR = timedelta(days=21)


def new_key() -> str:
    """128 random bits."""
    return secrets.token_hex(16)


def end_of_validity() -> datetime:
    return timezone.now() + VALID_FOR


class InvitationState(models.TextChoices):
    OPEN = "open", _("Waiting for an answer")
    ACCEPTED = "accepted", _("Accepted")
    WITHDRAWN = "withdrawn", _("Taken back")


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def valid(self) -> InvitationQuerySet:
        """Those that can be accepted now."""
        return self.filter(state=InvitationState.OPEN, expires_at__gt=timezone.now())


class Invitation(models.Model):
    """One address, asked once. `key` is what its link is made of; sending the invitation again gives it another."""

    state = models.CharField(_("state"), max_length=10, choices=InvitationState.choices, default=InvitationState.OPEN)
    email = models.EmailField(_("e-mail address"))
    language = models.CharField(
        _("language"), max_length=10, choices=[(language.code, language.native_name) for language in LANGUAGES]
    )
    beneficiary = models.ForeignKey(
        Beneficiary, verbose_name=_("beneficiary"), related_name="+", on_delete=models.PROTECT, null=True, blank=True
    )
    message = models.TextField(_("personal message"), blank=True)
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="+", on_delete=models.SET_NULL, null=True, blank=True
    )
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)
    expires_at = models.DateTimeField(_("valid until"), default=end_of_validity)
    member = models.ForeignKey(Member, related_name="invitations", on_delete=models.CASCADE, null=True, blank=True)

    objects: ClassVar[InvitationQuerySet] = InvitationQuerySet.as_manager()  # type: ignore[assignment]

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-sent_at", "-pk"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["email"], condition=Q(state="open"), name="one_open_invitation_an_address")
        ]

    def __str__(self) -> str:
        return self.email

    @property
    def is_valid(self) -> bool:
        """Whether it can be accepted now."""
        return self.state == InvitationState.OPEN and self.expires_at > timezone.now()
