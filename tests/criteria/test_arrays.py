"""The checks that every method makes before it computes."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.arrays import direction_vector, finite_matrix, weight_vector
from criteria.errors import MethodError


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf])
def test_that_a_cell_without_a_number_is_named_by_row_and_column(wrong: float) -> None:
    matrix = np.ones((3, 4))
    matrix[1, 2] = wrong
    with pytest.raises(MethodError, match="row 2, column 3"):
        finite_matrix(matrix, "decision matrix")


@pytest.mark.parametrize("shape", [(0, 3), (3, 0), (3,), (2, 2, 2)])
def test_that_only_a_table_is_a_matrix(shape: tuple[int, ...]) -> None:
    with pytest.raises(MethodError, match="rows and columns"):
        finite_matrix(np.ones(shape), "decision matrix")


@pytest.mark.parametrize("wrong", [-0.1, np.nan, np.inf])
def test_that_a_weight_below_zero_or_without_a_number_is_named(wrong: float) -> None:
    with pytest.raises(MethodError, match="Entry 2 of the weights"):
        weight_vector([0.5, wrong, 0.5], 3)


def test_that_very_large_weights_are_still_weights() -> None:
    assert weight_vector([1e200, 1e200], 2).tolist() == [1e200, 1e200]


def test_that_a_wrong_number_of_weights_is_refused() -> None:
    with pytest.raises(MethodError, match="for each of 3 columns; 2 given"):
        weight_vector([0.5, 0.5], 3)


@pytest.mark.parametrize("wrong", [0, 2, np.nan])
def test_that_a_direction_is_benefit_or_cost_and_nothing_else(wrong: float) -> None:
    with pytest.raises(MethodError, match="column 3"):
        direction_vector([1, -1, wrong], 3)
