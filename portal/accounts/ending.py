"""Ending what an account is used for: its sessions, and the account itself with what is personal in it."""

from __future__ import annotations

from typing import Final

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.utils import timezone
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from portal.accounts.models import AccountStep, NotificationChoice, User

#: Reserved for what exists nowhere (RFC 2606).
_NOWHERE: Final = "left.invalid"


def end_sessions(user: User) -> None:
    """Signs a person out everywhere. Reads all sessions that are not over, so it is for rare occasions."""
    present = Session.objects.filter(expire_date__gt=timezone.now())
    theirs = [one.pk for one in present.iterator() if one.get_decoded().get(SESSION_KEY) == str(user.pk)]
    Session.objects.filter(pk__in=theirs).delete()
    UserSession.objects.filter(user=user).delete()


def erase_account(user: User) -> None:
    """Takes out of an account everything that says whose it is; nobody signs in with it any more.

    The row stays: pages, revisions and steps say that somebody wrote them, not who.
    """
    end_sessions(user)
    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    UserProfile.objects.filter(user=user).delete()
    AccountStep.objects.filter(user=user).delete()
    NotificationChoice.objects.filter(user=user).delete()
    user.groups.clear()
    user.user_permissions.clear()
    nobody = f"{user.pk}@{_NOWHERE}"
    # Not by `save`, which would note the address as a confirmed one.
    User.objects.filter(pk=user.pk).update(
        email=nobody,
        first_name="",
        last_name="",
        language="en",
        password=make_password(None),
        last_login=None,
        is_active=False,
        is_staff=False,
    )
    # Wagtail's log calls each thing by the name that it had.
    ModelLogEntry.objects.filter(content_type=ContentType.objects.get_for_model(User), object_id=str(user.pk)).update(
        label=nobody
    )
    user.refresh_from_db()
