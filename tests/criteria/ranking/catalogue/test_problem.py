"""What the methods of the catalogue are given, and what they are spared."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.errors import MethodError
from criteria.ranking.catalogue.problem import (
    UndefinedMethodError,
    problem_of,
    require_at_least_zero,
    require_ratios,
)

FIGURES = [[1.0, 7.0, 4.0, 9.0], [2.0, 7.0, 3.0, 8.0], [4.0, 7.0, 1.0, 5.0]]


def test_that_weights_become_shares_and_a_criterion_equal_for_all_keeps_its_share_to_itself() -> None:
    found = problem_of("X", FIGURES, [1, 2, 5, 0], [1, 1, -1, 1])
    assert found.columns.tolist() == [0, 2]
    assert found.idle == (1,)
    np.testing.assert_allclose(found.weights, [1 / 8, 5 / 8])
    assert found.directions.tolist() == [1, -1]
    assert found.count == 4
    np.testing.assert_allclose(found.scaled, [[0.0, 0.0], [1 / 3, 1 / 3], [1.0, 1.0]])


def test_that_rounding_does_not_tell_alternatives_apart() -> None:
    found = problem_of("X", [[0.1 + 0.2, 1], [0.3, 2]], [1, 1], [1, 1])
    assert found.idle == (0,)
    nothing = problem_of("X", [[3.0, 1], [3.0, 1]], [1, 1], [1, 1])
    assert nothing.is_empty
    assert nothing.scaled.shape == nothing.levelled.shape == (2, 0)


def test_that_equal_criteria_stay_where_a_fixed_scale_gives_them_a_meaning() -> None:
    found = problem_of("X", FIGURES, [1, 2, 5, 0], [1, 1, -1, 1], keep_equal=True)
    assert found.columns.tolist() == [0, 1, 2]
    assert found.idle == ()


def test_that_the_largest_figures_can_be_added_up_in_units_of_their_own() -> None:
    found = problem_of("X", [[1e308, -4], [1.5e308, 2]], [1, 1], [1, 1])
    np.testing.assert_allclose(found.levelled, [[2 / 3, -1], [1, 0.5]])


def test_that_enormous_weights_are_shares_too() -> None:
    assert problem_of("X", [[1, 2], [2, 1]], [1e308, 1e308], [1, 1]).weights.tolist() == [0.5, 0.5]


@pytest.mark.parametrize(
    ("matrix", "weights", "directions", "words"),
    [
        ([[1, np.nan], [2, 3]], [1, 1], [1, 1], "nan in row 1, column 2"),
        ([[1, 2], [np.inf, 3]], [1, 1], [1, 1], "inf in row 2, column 1"),
        ([1, 2], [1, 1], [1, 1], "table with rows and columns"),
        (np.empty((0, 2)), [1, 1], [1, 1], "table with rows and columns"),
        ([[1, 2], [2, 3]], [1, -1], [1, 1], "Entry 2 of the weights is -1"),
        ([[1, 2], [2, 3]], [1], [1, 1], "each of 2 columns"),
        ([[1, 2], [2, 3]], [0, 0], [1, 1], "All weights are zero"),
        ([[1, 2], [2, 3]], [1, 1], [1, 0], "direction of column 2 is 0"),
        ([[1, 2], [2, 3]], [1, 1], [1, 2], "direction of column 2 is 2"),
    ],
)
def test_that_what_is_no_problem_is_refused_by_its_place(
    matrix: object, weights: list[float], directions: list[int], words: str
) -> None:
    with pytest.raises(MethodError, match=words):
        problem_of("X", np.asarray(matrix), weights, directions)


def test_that_a_figure_without_ratio_is_named_with_method_criterion_and_row() -> None:
    costs = problem_of("ARAS", [[1, 5, 0], [2, 5, 3], [0, 5, 1]], [1, 1, 1], [1, 1, -1])
    with pytest.raises(UndefinedMethodError, match=r"ARAS .* criterion 3 is 0 in row 1") as caught:
        require_ratios(costs)
    assert caught.value.ground == "zero-cost"
    assert caught.value.criteria == (2,)
    assert caught.value.alternatives == (0,)
    require_at_least_zero(costs)
    negative = problem_of("ARAS", [[1, -5], [-2, 5], [0, 6]], [1, 1], [1, 1])
    for check in (require_ratios, require_at_least_zero):
        with pytest.raises(UndefinedMethodError, match="criterion 2 is -5 in row 1") as caught:
            check(negative)
        assert caught.value.ground == "negative"
        assert caught.value.criteria == (0, 1)
        assert caught.value.alternatives == (0, 1)
