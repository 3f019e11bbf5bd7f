"""No number of a few persons is shown, and none can be worked out from what is."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainings.reporting.small_cells import FEWEST, hidden_rows


@pytest.mark.parametrize(
    ("persons", "hidden"),
    [
        ([], set()),
        ([0, 0], set()),
        ([5, 12], set()),
        # The next smallest goes too, or the total less the others would be the hidden one.
        ([3, 12, 9], {0, 2}),
        ([0, 3, 12], {1, 2}),
        # One and five are six in no other way; so another goes.
        ([1, 5, 9], {0, 1, 2}),
        ([2, 2, 20, 30], {0, 1, 2}),
    ],
)
def test_which_rows_are_not_shown(persons, hidden):
    assert hidden_rows(persons) == hidden


@pytest.mark.parametrize("persons", [[3], [1, 1, 1, 1, 1], [4, 4], [1, 5]])
def test_there_is_no_table_of_which_only_the_total_would_be_left(persons):
    assert hidden_rows(persons) is None


def could_be(persons, hidden):
    """All tables that look the same to whoever sees the total, the other rows, and which rows are small."""
    places = sorted(hidden)
    together = sum(persons[place] for place in places)
    shown = [count for place, count in enumerate(persons) if place not in hidden and count]
    largest = min(shown, default=together)
    ranges = [range(1, FEWEST) if persons[place] < FEWEST else range(FEWEST, largest + 1) for place in places]
    return [dict(zip(places, counts, strict=True)) for counts in itertools.product(*ranges) if sum(counts) == together]


@given(st.lists(st.integers(0, 9), max_size=5))
def test_each_small_row_could_be_at_least_two_numbers(persons):
    hidden = hidden_rows(persons)
    if hidden:
        tables = could_be(persons, hidden)
        small = [place for place in hidden if persons[place] < FEWEST]
        assert {place: len({table[place] for table in tables}) > 1 for place in small} == dict.fromkeys(small, True)
