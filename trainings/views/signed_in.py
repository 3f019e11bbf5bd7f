"""Requests that `login_required` has let through."""

from __future__ import annotations

from django.http import HttpRequest

from portal.accounts.models import User


class SignedIn(HttpRequest):
    user: User
