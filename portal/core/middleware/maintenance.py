"""While the portal is worked on, everybody else is told so."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.contrib.auth import get_permission_codename, get_user_model
from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from portal.core.maintenance import Maintenance, maintenance

#: Who works on it must be able to sign in; and what asks whether the portal is well, gets an answer of its own.
_OPEN = re.compile(r"^/(healthz$|admin/login/|[a-z-]+/account/(login|2fa/authenticate|2fa/webauthn/login)/)")


class MaintenanceMiddleware:
    """503 with a page that needs no database. Administrators, who look whether all is well again, go on as usual.

    Stands where language and headers of an answer are settled, and before anything reads the database.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        now = maintenance()
        if now is None or _OPEN.match(request.path_info) or _is_administrator(request):
            return self.get_response(request)
        return _unavailable(request, now)


def _is_administrator(request: HttpRequest) -> bool:
    """Whether they may change accounts, which no other role may; nobody can be known while the database is away."""
    people = get_user_model()._meta
    try:
        return bool(request.user.has_perm(f"{people.app_label}.{get_permission_codename('change', people)}"))
    except DatabaseError:
        return False


def _unavailable(request: HttpRequest, now: Maintenance) -> HttpResponse:
    response = render(request, "503.html", {"until": now.until, "was_sent": request.method == "POST"}, status=503)
    response.headers["Retry-After"] = str(now.seconds_left())
    add_never_cache_headers(response)
    return response
