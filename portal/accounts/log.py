"""Noting what happens to accounts, so that an administrator who is asked can say what has happened."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.http import HttpRequest
from django.utils import timezone

from portal.accounts.models import AccountStep, Step, User
from portal.accounts.sessions.devices import device_of

_UID: Final = "accounts.log"


def connect() -> None:
    user_logged_in.connect(_signed_in, dispatch_uid=_UID)
    user_login_failed.connect(_wrong_password, dispatch_uid=_UID)
    for wrong_code in (mfa.authentication_failed, account.login_code_rejected):
        wrong_code.connect(_wrong_code, dispatch_uid=_UID)
    mfa.authenticator_added.connect(_factor_added, dispatch_uid=_UID)
    mfa.authenticator_removed.connect(_factor_removed, dispatch_uid=_UID)
    for changed in (account.password_changed, account.password_set, account.password_reset):
        changed.connect(_password_changed, dispatch_uid=_UID)


def note_step(request: HttpRequest | None, user: Any, step: Step) -> None:
    device = device_of(request.META.get("HTTP_USER_AGENT", "")) if request else ""
    AccountStep.objects.create(user=user, step=step, device=device)


def trim() -> int:
    """Deletes steps older than ACCOUNT_LOG_DAYS. Returns how many there were."""
    oldest = timezone.now() - timedelta(days=settings.ACCOUNT_LOG_DAYS)
    return AccountStep.objects.filter(at__lt=oldest).delete()[0]


def _signed_in(request: HttpRequest, user: Any, **_kwargs: Any) -> None:
    note_step(request, user, Step.SIGNED_IN)


def _wrong_password(credentials: Mapping[str, Any], request: HttpRequest | None = None, **_kwargs: Any) -> None:
    """The site's page calls the address `email`, Django `username`. A stranger's is not kept."""
    address = credentials.get("email") or credentials.get("username") or ""
    if user := User.objects.filter(email=str(address).lower()).first():
        note_step(request, user, Step.REFUSED)


def _wrong_code(request: HttpRequest, user: Any, **_kwargs: Any) -> None:
    note_step(request, user, Step.REFUSED)


def _factor_added(request: HttpRequest, user: Any, authenticator: Authenticator, **_kwargs: Any) -> None:
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        note_step(request, user, Step.FACTOR_ADDED)


def _factor_removed(request: HttpRequest, user: Any, authenticator: Authenticator, **_kwargs: Any) -> None:
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        note_step(request, user, Step.FACTOR_REMOVED)


def _password_changed(request: HttpRequest, user: Any, **_kwargs: Any) -> None:
    note_step(request, user, Step.PASSWORD_CHANGED)
