"""Requests of somebody who is signed in."""

from django.http import HttpRequest

from portal.accounts.models import User


class SignedIn(HttpRequest):
    """A request that `login_required` has let through."""

    user: User
