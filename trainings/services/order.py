"""The order of rows that have a `position`, as trainers change it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def move(rows: Iterable[Any], row: Any, by: int) -> None:
    """Brings one of these, which come in their order, one place up (-1) or down (1), and stores it.

    At the end, and for one that is not among them, nothing changes.
    """
    rows = list(rows)
    place = rows.index(row) if row in rows else -1
    if place < 0 or not 0 <= place + by < len(rows):
        return
    # By their own numbers, some of which may be the same: two may have put something at once.
    numbers = sorted({one.position for one in rows})
    numbers += range(numbers[-1] + 1, numbers[-1] + 1 + len(rows) - len(numbers))
    rows.insert(place + by, rows.pop(place))
    for one, number in zip(rows, numbers, strict=True):
        one.position = number
    type(row).objects.bulk_update(rows, ["position"])
