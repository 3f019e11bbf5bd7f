from math import log2

import pytest

from tests.search.relevance.measures import gain_at_depth, reciprocal_rank

RELEVANT = {"exactly this": 3, "touches it": 1}


def test_the_best_ranking_has_all_the_gain():
    assert gain_at_depth(["exactly this", "touches it", "other"], RELEVANT) == 1.0


def test_what_stands_further_down_counts_less():
    best = 7 + 1 / log2(3)
    assert gain_at_depth(["touches it", "exactly this"], RELEVANT) == pytest.approx((1 + 7 / log2(3)) / best)
    assert gain_at_depth(["other", "exactly this"], RELEVANT) == pytest.approx((7 / log2(3)) / best)


def test_nothing_found_and_nothing_that_answers_have_no_gain():
    assert gain_at_depth([], RELEVANT) == 0.0
    assert gain_at_depth(["other"] * 10 + ["exactly this"], RELEVANT) == 0.0


def test_more_than_ten_that_answer_can_all_be_ranked_best():
    many = {f"resource {number}": 2 for number in range(12)}
    assert gain_at_depth(list(many)[:10], many) == 1.0


def test_the_reciprocal_rank_is_that_of_the_first_that_answers():
    assert reciprocal_rank(["other", "touches it", "exactly this"], RELEVANT) == 0.5
    assert reciprocal_rank(["other"] * 10 + ["exactly this"], RELEVANT) == 0.0
    assert reciprocal_rank([], RELEVANT) == 0.0
