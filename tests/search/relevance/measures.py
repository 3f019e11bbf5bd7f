"""How good a ranking is, from 0 to 1."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

#: Ranks that count: what is on the first screens.
DEPTH = 10


def gain_at_depth(found: Sequence[str], relevant: Mapping[str, int]) -> float:
    """nDCG@10 with a gain of 2^grade - 1, as share of the best ranking that the judgements allow."""
    best = sorted(relevant.values(), reverse=True)
    return _discounted([relevant.get(key, 0) for key in found]) / _discounted(best)


def reciprocal_rank(found: Sequence[str], relevant: Mapping[str, int]) -> float:
    """One by the rank of the first resource that answers; 0 when none is among the first ten."""
    for rank, key in enumerate(found[:DEPTH], start=1):
        if key in relevant:
            return 1 / rank
    return 0.0


def _discounted(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades[:DEPTH], start=1))
