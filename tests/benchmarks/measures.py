"""What many measured values come to."""

from __future__ import annotations

import statistics
from collections.abc import Sequence


def p50(values: Sequence[float]) -> float:
    """The value that half of them do not exceed."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """The value that nineteen of twenty do not exceed; between two values, what lies in proportion between them."""
    return values[0] if len(values) == 1 else statistics.quantiles(values, n=20, method="inclusive")[-1]
