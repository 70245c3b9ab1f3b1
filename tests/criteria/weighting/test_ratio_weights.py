"""Weights from swings, shared points and ratings."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from criteria.errors import MethodError
from criteria.weighting.ratio_weights import (
    PointFinding,
    PointWeights,
    point_weights,
    rating_weights,
    swing_weights,
)

METHODS: list[Callable[[list[float]], PointWeights]] = [swing_weights, point_weights, rating_weights]

points = st.lists(st.floats(0.0, 1000.0), min_size=1, max_size=12)


def test_that_weights_are_the_shares_of_the_points() -> None:
    """Swings are divided by their sum (von Winterfeldt & Edwards 1986), here 250."""
    result = swing_weights([100, 80, 50, 20])
    np.testing.assert_allclose(result.weights, [0.40, 0.32, 0.20, 0.08], rtol=1e-15)
    assert result.findings == ()


def test_that_ratings_above_ten_give_their_ratios() -> None:
    """SMART (Edwards 1977): ratings 10, 20, 30 and 40."""
    result = rating_weights([20, 10, 40, 30])
    np.testing.assert_allclose(result.weights, [0.2, 0.1, 0.4, 0.3], rtol=1e-15)
    assert result.findings == ()


def test_that_a_hundred_points_are_percentages() -> None:
    result = point_weights([33.3, 33.3, 33.4])
    np.testing.assert_allclose(result.weights, [0.333, 0.333, 0.334], rtol=1e-15)
    assert result.findings == ()


def test_that_swings_above_the_best_are_found() -> None:
    result = swing_weights([100, 120, 130])
    assert result.findings == (PointFinding("above_best_swing", 130.0, 100.0, (1, 2)),)
    np.testing.assert_allclose(result.weights, np.array([100, 120, 130]) / 350)


def test_that_a_missing_best_swing_is_found_at_the_largest_ones() -> None:
    assert swing_weights([80, 20, 80]).findings == (PointFinding("no_best_swing", 80.0, 100.0, (0, 2)),)


def test_that_several_best_swings_are_allowed() -> None:
    assert swing_weights([100, 100, 0]).findings == ()


@pytest.mark.parametrize(("shares", "total", "sum_"), [([50, 30], 100, 80), ([6, 5], 10, 11)])
def test_that_points_that_miss_the_total_are_found_and_still_weighed(
    shares: list[float], total: float, sum_: float
) -> None:
    result = point_weights(shares, total)
    (finding,) = result.findings
    assert (finding.code, finding.expected, finding.items) == ("points_total", total, ())
    assert finding.found == pytest.approx(sum_)
    np.testing.assert_allclose(result.weights, np.array(shares) / sum_)


def test_that_a_least_rating_other_than_ten_is_found() -> None:
    assert rating_weights([40, 20, 20]).findings == (PointFinding("least_rating", 20.0, 10.0, (1, 2)),)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    ("given_points", "sentence"),
    [
        ([10, -1], "Entry 2 of the points is -1"),
        ([10, float("nan")], "Entry 2 of the points is nan"),
        ([float("inf"), 10], "Entry 1 of the points is inf"),
        ([0, 0], "All points are zero"),
        ([], "no points"),
        ([[1, 2]], "one of the points"),
    ],
)
def test_that_points_that_give_no_weights_are_refused(
    method: Callable[[object], PointWeights], given_points: object, sentence: str
) -> None:
    with pytest.raises(MethodError, match=sentence):
        method(given_points)


@pytest.mark.parametrize("total", [0, -5, float("nan"), float("inf")])
def test_that_a_total_must_be_above_zero(total: float) -> None:
    with pytest.raises(MethodError, match="above zero"):
        point_weights([1, 2], total)


@pytest.mark.parametrize("method", METHODS)
def test_that_the_largest_and_smallest_numbers_do_not_overflow(
    method: Callable[[list[float]], PointWeights],
) -> None:
    np.testing.assert_allclose(method([1e308, 1e308, 5e-324]).weights, [0.5, 0.5, 0.0])
    np.testing.assert_allclose(method([5e-324, 5e-324]).weights, [0.5, 0.5])


@pytest.mark.parametrize("method", METHODS)
@given(values=points, data=st.data())
def test_that_weights_do_not_depend_on_the_order_to_the_last_digit(
    method: Callable[[list[float]], PointWeights], values: list[float], data: st.DataObject
) -> None:
    assume(max(values) > 0)
    order = data.draw(st.permutations(range(len(values))))
    weights = method(values).weights
    assert weights.sum() == pytest.approx(1.0, abs=1e-12)
    np.testing.assert_array_equal(method([values[i] for i in order]).weights, weights[order])


@pytest.mark.parametrize("method", METHODS)
@given(values=points, item=st.integers(0, 11), more=st.floats(0.0, 1000.0))
def test_that_more_points_never_mean_less_weight(
    method: Callable[[list[float]], PointWeights], values: list[float], item: int, more: float
) -> None:
    assume(max(values) > 0 and item < len(values))
    raised = [value + more * (i == item) for i, value in enumerate(values)]
    before, after = method(values).weights, method(raised).weights
    assert after[item] >= before[item] - 1e-15
    others = np.arange(len(values)) != item
    assert (after[others] <= before[others] + 1e-15).all()
