"""Noting where somebody has signed in, and when they were last there. No address is kept."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Final

from allauth.account.signals import password_changed, password_set
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from portal.accounts.sessions.devices import device_of

#: Seconds within which it is not noted again that somebody is there.
HOUR: Final = 3600
#: In the session: when it was last noted (seconds since 1970).
NOTED: Final = "session_noted"
#: allauth's table insists on an address.
_NO_ADDRESS: Final = "0.0.0.0"  # noqa: S104


def connect() -> None:
    user_logged_in.connect(_signed_in, dispatch_uid="accounts.sessions")
    # The session goes on under another key.
    password_changed.connect(_key_changed, dispatch_uid="accounts.sessions")
    password_set.connect(_key_changed, dispatch_uid="accounts.sessions")


def note(request: HttpRequest, user: Any) -> None:
    """Keeps that this session is this person's, with which device, and that it is in use now."""
    if not request.session.session_key:
        request.session.save()
    UserSession.objects.update_or_create(
        session_key=request.session.session_key,
        defaults={
            "user": user,
            "ip": _NO_ADDRESS,
            "user_agent": device_of(request.META.get("HTTP_USER_AGENT", "")),
            "last_seen_at": timezone.now(),
        },
    )
    request.session[NOTED] = int(time.time())


def _signed_in(request: HttpRequest, user: Any, **_kwargs: Any) -> None:
    # Those that have ended since go, so nothing is kept of them.
    UserSession.objects.purge_and_list(user)
    note(request, user)


def _key_changed(request: HttpRequest, user: Any, **_kwargs: Any) -> None:
    if request.user.is_authenticated:
        note(request, user)


class LastSeenMiddleware:
    """Notes once an hour that a session is in use. Costs nothing in between, and nothing for visitors."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            noted = request.session.get(NOTED)
            if noted is not None and time.time() - noted >= HOUR and request.user.is_authenticated:
                note(request, request.user)
        return self.get_response(request)
