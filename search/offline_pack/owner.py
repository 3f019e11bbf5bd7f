"""Whose a pack is: an account's, or a browser's."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from portal.accounts.models import User

#: In the session. Its own key changes with signing in.
_VISITOR = "offline_packs"


@dataclass(frozen=True, slots=True)
class Owner:
    """`visitor` is what the browser's session keeps; "" as long as nothing was asked for in it."""

    user: User | None
    visitor: str


def owner_of(request: HttpRequest) -> Owner:
    user = request.user
    return Owner(None if isinstance(user, AnonymousUser) else user, request.session.get(_VISITOR, ""))


def remembered_owner(request: HttpRequest) -> Owner:
    """The same; a browser without an account is given something by which it is known again."""
    owner = owner_of(request)
    if owner.user is None and not owner.visitor:
        request.session[_VISITOR] = secrets.token_hex(16)
    return owner_of(request)
