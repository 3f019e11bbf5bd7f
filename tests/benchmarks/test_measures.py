"""What the figures of a run mean."""

import pytest

from tests.benchmarks.measures import p50, p95


@pytest.mark.parametrize(
    ("values", "half", "most"),
    [
        ([7.0], 7.0, 7.0),
        ([1.0, 3.0], 2.0, 2.9),
        ([3.0, 1.0, 2.0], 2.0, 2.9),
        (list(range(1, 101)), 50.5, 95.05),
        ([*[1.0] * 96, *[1_000.0] * 4], 1.0, 1.0),
        ([*[1.0] * 90, *[1_000.0] * 10], 1.0, 1_000.0),
    ],
)
def test_percentiles(values, half, most):
    assert (p50(values), p95(values)) == (half, pytest.approx(most))
