"""Finding members while typing, on the form of a training."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from portal.core.editing.choices import register_finder
from portal.members.models import Member

MEMBERS: Final = "training_members"


def find_members(text: str, limit: int, _user: Any) -> Iterable[Member]:
    """Active members by name, in both scripts."""
    from trainings.queries.people import members_named

    return members_named(text)[:limit]


register_finder(MEMBERS, find_members)
