"""Who has to have a second factor, and what they reach until they have one."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from portal.accounts.models import User
from portal.accounts.roles import ROLES
from portal.core.visibility.visitor import visiting

_GROUPS: Final = tuple(role.name for role in ROLES if role.needs_second_factor)

#: Recovery codes are for the day when the factor is lost, and are none by themselves.
FACTORS: Final = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)

#: What concerns the account alone, which is also where the factor is set up; and what is the same for everybody.
_OPEN: Final = re.compile(
    r"^/(healthz$|text-size/$|admin/logout/$|[a-z-]+/account/"
    r"($|(login|logout|inactive|reauthenticate|email|confirm-email|password|2fa|sessions|preferences|notifications)/))"
)
#: What programs ask for: a page that says what is missing would be of no use to them.
_FOR_PROGRAMS: Final = re.compile(r"^/(api/|oai$|id/|sitemap\.xml$|media/|documents/)|/feed/$|\.ics$")


def lacks_second_factor(user: Any) -> bool:
    """Whether they have to have one and have not (one query, where it is required at all)."""
    if not settings.REQUIRE_SECOND_FACTOR or not user.is_authenticated:
        return False
    theirs = Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTORS)
    bound = Q(is_superuser=True) | Q(groups__name__in=_GROUPS)
    return User.objects.filter(bound, ~Exists(theirs), pk=user.pk).exists()


class SecondFactorMiddleware:
    """Sends whoever lacks a second factor to the page on which it is set up, from the site and from the admin.

    To programs (API, feeds, files) they are a visitor without an account: they get what is public, and no redirect.
    `request.lacks_second_factor` lets pages say why.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # A visitor's session is not even looked at, so that answers to visitors can be shared by caches.
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not lacks_second_factor(request.user):
            return self.get_response(request)
        request.lacks_second_factor = True  # type: ignore[attr-defined]
        if _OPEN.match(request.path_info):
            return self.get_response(request)
        if _FOR_PROGRAMS.search(request.path_info):
            request.user = AnonymousUser()
            with visiting(request.user):
                return self.get_response(request)
        return redirect("mfa_index")
