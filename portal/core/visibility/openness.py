"""Whether everybody who may see one thing may see another."""

from __future__ import annotations

from portal.core.visibility.audience import Requirement


def is_as_open(thing: frozenset[Requirement], other: frozenset[Requirement]) -> bool:
    """True when whoever meets the requirements of `other` also meets those of `thing`.

    Each requirement asks for any one of its tokens. So one of `thing` is always met when some requirement of `other`
    allows nothing else; and to have an account, when `other` asks for anything: whoever holds a token has one.
    """
    return all(
        any(asked <= requirement for asked in other) or ("login" in requirement and bool(other))
        for requirement in thing
    )
