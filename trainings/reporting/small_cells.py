"""Which rows of a table would say too much of too few people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

#: A number of persons below this one is not shown: in a small institution a colleague would know who is meant. Five is
#: what statistical offices commonly take for tables without sensitive topics.
FEWEST: Final = 5


def hidden_rows(persons: Sequence[int]) -> frozenset[int] | None:
    """Places of the rows that are not shown, given the number of persons of each; None: the table is not shown at all.

    Rows with fewer than FEWEST persons, and then the smallest of the others until the small ones cannot be worked out
    from the total: until each of them could be at least two numbers. Rows without anybody hide nothing.
    """
    small = [place for place, count in enumerate(persons) if 0 < count < FEWEST]
    if not small:
        return frozenset()
    others = sorted((count, place) for place, count in enumerate(persons) if count >= FEWEST)
    for taken in range(1, len(others) + 1):
        beside = [place for _count, place in others[:taken]]
        together = sum(persons[place] for place in (*small, *beside))
        largest = others[taken][0] if taken < len(others) else together
        if _stay_unknown(together, len(small), taken, largest):
            return frozenset((*small, *beside))
    return None


def _stay_unknown(together: int, small: int, beside: int, largest: int) -> bool:
    """Whether nobody can tell the small rows from what all hidden rows have together.

    They know that each small one has from 1 to FEWEST - 1 persons, and each hidden beside them from FEWEST to
    `largest`, the smallest that is shown.
    """
    least = max(small, together - beside * largest)
    most = min(small * (FEWEST - 1), together - beside * FEWEST)
    if small == 1:
        return most > least
    return most > small and least < small * (FEWEST - 1)
