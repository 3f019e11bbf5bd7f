"""Circles: smaller rounds of people within the network, such as working groups, that a profile can be open to.

Members know of no working groups. A feature registers a source in its `member_circles.py`; it says who shares one of
its circles with a member at present.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from portal.core.visibility.memory import remembered

#: Called with the key of a member; answers with the keys of those who share a circle with them.
CircleSource = Callable[[int], Iterable[int]]

_sources: list[CircleSource] = []


def register_circles(source: CircleSource) -> None:
    _sources.append(source)


def colleagues_of(member: int) -> frozenset[int]:
    """Keys of all members who share a circle with this one, who is one of them. One query a source and request."""
    return remembered(
        ("colleagues", member), lambda: frozenset([member, *(one for source in _sources for one in source(member))])
    )
