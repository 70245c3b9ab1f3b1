"""Ranks, ties and intervals of ranks."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.errors import MethodError
from criteria.ranking.ranks import competition_ranks, interval_ranks, ranks_of_rows

SCORES = st.lists(st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.75, 1.0]), min_size=1, max_size=12)


def test_that_ties_share_the_best_rank() -> None:
    assert competition_ranks([0.4, 0.9, 0.9, 0.1]).tolist() == [3, 1, 1, 4]


def test_that_rounding_does_not_break_a_tie() -> None:
    assert competition_ranks([0.1 + 0.2, 0.3, 0.5]).tolist() == [2, 2, 1]
    assert competition_ranks([3e6 * 0.1, 3e5 * (1 + 1e-13), 0.0]).tolist() == [1, 1, 3]


def test_that_a_difference_above_the_tolerance_counts() -> None:
    assert competition_ranks([0.5, 0.5 + 1e-11]).tolist() == [2, 1]
    assert competition_ranks([0.5, 0.5 + 1e-11], tolerance=1e-9).tolist() == [1, 1]


def test_that_no_scores_have_no_ranks() -> None:
    assert competition_ranks([]).tolist() == []
    assert ranks_of_rows(np.empty((0, 3))).shape == (0, 3)


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf])
def test_that_a_score_that_is_no_number_is_refused_by_its_row(wrong: float) -> None:
    with pytest.raises(MethodError, match="row 2"):
        competition_ranks([0.5, wrong])
    with pytest.raises(MethodError, match="row 2"):
        ranks_of_rows(np.array([[0.5, wrong]]))


@settings(max_examples=50, deadline=None)
@given(SCORES)
def test_that_a_rank_is_one_more_than_the_number_of_better_ones(scores: list[float]) -> None:
    expected = [1 + sum(other > score for other in scores) for score in scores]
    assert competition_ranks(scores).tolist() == expected
    assert ranks_of_rows(np.array([scores, scores]))[1].tolist() == expected


@pytest.mark.parametrize("count", [1, 24, 200, 2048, 2049])
def test_that_rows_are_ranked_as_single_lists_are(count: int) -> None:
    scores = np.random.default_rng(count).random((6, count))
    scores[1] = np.round(scores[1], 2)
    scores[2] *= 1e5
    scores[3] -= 2.0
    scores[4] = 0.5
    np.testing.assert_array_equal(ranks_of_rows(scores), [competition_ranks(row) for row in scores])


def test_that_an_uncertain_score_has_a_best_and_a_worst_rank() -> None:
    best, worst = interval_ranks([0.1, 0.5, 0.5, 0.7], [0.2, 0.5, 0.6, 0.9])
    assert best.tolist() == [4, 2, 2, 1]
    assert worst.tolist() == [4, 3, 2, 1]


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from([0.0, 0.2, 0.5, 1.0]), st.sampled_from([0.0, 0.3, 1.0])), max_size=8)
)
def test_that_interval_ranks_count_what_is_surely_and_what_may_be_above(
    pairs: list[tuple[float, float]],
) -> None:
    low, high = [min(pair) for pair in pairs], [max(pair) for pair in pairs]
    best, worst = interval_ranks(low, high)
    everyone = range(len(pairs))
    assert best.tolist() == [1 + sum(low[j] > high[i] for j in everyone) for i in everyone]
    assert worst.tolist() == [1 + sum(high[j] > low[i] for j in everyone if j != i) for i in everyone]


@settings(max_examples=30, deadline=None)
@given(SCORES)
def test_that_certain_scores_have_one_rank(scores: list[float]) -> None:
    best, worst = interval_ranks(scores, scores)
    assert best.tolist() == worst.tolist() == competition_ranks(scores).tolist()


def test_that_swapped_bounds_are_refused() -> None:
    with pytest.raises(MethodError, match="row 1"):
        interval_ranks([0.6], [0.5])
    with pytest.raises(MethodError, match="as many"):
        interval_ranks([0.6], [0.7, 0.8])
