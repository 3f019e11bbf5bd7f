"""What travels with a form, signed: nothing of a file is stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.core import signing

#: Seconds in which somebody looks the rows through.
_DAY: Final = 24 * 60 * 60


def carry(values: Mapping[str, Any], salt: str, owner: list[int]) -> str:
    """These values for this person and session (keys) only."""
    return signing.dumps({**values, "owner": owner}, salt=salt, compress=True)


def carried(text: str, salt: str, owner: list[int]) -> dict[str, Any] | None:
    """What was carried; None for what is a day old, of somebody else, or not ours."""
    try:
        values: dict[str, Any] = signing.loads(text, salt=salt, max_age=_DAY)
    except signing.BadSignature:
        return None
    return values if values["owner"] == owner else None
