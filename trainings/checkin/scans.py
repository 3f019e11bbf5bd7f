"""A valid scan, kept while somebody signs in and presses the button."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.http import HttpRequest

#: Signing in takes a while on a phone; a link that was passed on is of no use after it.
KEPT_FOR: Final = timedelta(minutes=10)
_NAME: Final = "check_in"


def keep_scan(request: HttpRequest, session: int, now: datetime) -> None:
    """For this browser only, and the latest only."""
    request.session[_NAME] = [session, now.timestamp()]


def has_scanned(request: HttpRequest, session: int, now: datetime) -> bool:
    """Whether this browser had a valid code of this session (key) a short while ago."""
    kept, at = request.session.get(_NAME) or (None, 0.0)
    return kept == session and now.timestamp() - at <= KEPT_FOR.total_seconds()
