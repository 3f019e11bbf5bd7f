"""Moments as the protocol writes them: in UTC, to the day or to the second (section 3.3)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from search.oai.errors import bad_argument

GRANULARITY = "YYYY-MM-DDThh:mm:ssZ"

_FORM = re.compile(r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?P<time>T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?")


def written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def first_of(text: str) -> datetime:
    """The first moment that is meant. Raises ProtocolError (badArgument)."""
    match = _FORM.fullmatch(text)
    if match is None:
        raise bad_argument(f"Write dates as YYYY-MM-DD or {GRANULARITY}.")
    try:
        return datetime.fromisoformat(match["day"] + (match["time"] or "T00:00:00Z"))
    except ValueError:
        raise bad_argument("There is no such date.") from None


def last_of(text: str) -> datetime:
    """The last moment that is meant: a day is meant to its end. Raises ProtocolError (badArgument)."""
    first = first_of(text)
    return first if "T" in text else first + timedelta(hours=23, minutes=59, seconds=59)
