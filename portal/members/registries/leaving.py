"""Somebody leaves the network: features let go of them.

A feature registers a function in its `member_leaving.py`. It is called within the transaction of leaving, while name,
address and details are still there, and ends what the person takes part in and deletes what is theirs alone. What has
to stay (who proposed what, who attended) may go on pointing at the member, who has no name any more afterwards.
"""

from __future__ import annotations

from collections.abc import Callable

from portal.members.models import Member

LeavingHook = Callable[[Member], None]

_hooks: list[LeavingHook] = []


def register_leaving(hook: LeavingHook) -> None:
    _hooks.append(hook)


def tell_of_leaving(member: Member) -> None:
    """Lets every feature do its part. Raises what one of them raises, so that nobody leaves by half."""
    for hook in _hooks:
        hook(member)
