"""Somebody joins the network: features give them what waited for that.

A feature registers a function in its `member_joining.py`. It is called within the transaction of joining, once for each
new member, however they came in; their name, address and details are stored by then.
"""

from __future__ import annotations

from collections.abc import Callable

from portal.members.models import Member

JoiningHook = Callable[[Member], None]

_hooks: list[JoiningHook] = []


def register_joining(hook: JoiningHook) -> None:
    _hooks.append(hook)


def tell_of_joining(member: Member) -> None:
    """Lets every feature do its part. Raises what one of them raises, so that nobody joins by half."""
    for hook in _hooks:
        hook(member)
