"""Valid pairwise comparison matrices and the graph of known comparisons."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.errors import MethodError
from criteria.weighting.judgements import check_pairwise, components, missing_count
from tests.support.reference import CITY_CRITERIA, without


@pytest.mark.parametrize(
    ("row", "column", "value", "sentence"),
    [
        (0, 1, 0.3, "Row 1, column 2 is 0.3 and row 2, column 1 is 5"),
        (2, 2, 2.0, r"Item 3 compared with itself \(row 3, column 3\) must be 1"),
        (3, 0, -2.0, "row 4, column 1 is -2"),
        (3, 0, 0.0, "row 4, column 1 is 0"),
        (3, 0, np.inf, "row 4, column 1 is inf"),
        (3, 0, 1e-10, "row 4, column 1 is 1e-10.*at most a billion"),
        (1, 2, np.nan, "item 2 with item 3 is missing"),
    ],
)
def test_that_the_cell_that_breaks_a_matrix_is_named(
    row: int, column: int, value: float, sentence: str
) -> None:
    matrix = CITY_CRITERIA.copy()
    matrix[row, column] = value
    with pytest.raises(MethodError, match=sentence):
        check_pairwise(matrix)


def test_that_a_judgement_missing_in_one_direction_only_is_named() -> None:
    matrix = CITY_CRITERIA.copy()
    matrix[1, 2] = np.nan
    with pytest.raises(MethodError, match="Items 2 and 3 are compared in one direction only"):
        check_pairwise(matrix, allow_missing=True)


def test_that_a_broken_value_is_found_beside_missing_ones() -> None:
    matrix = without(CITY_CRITERIA, (0, 1))
    matrix[2, 3] = 0.5
    with pytest.raises(MethodError, match="Row 3, column 4"):
        check_pairwise(matrix, allow_missing=True)


@pytest.mark.parametrize("shape", [(2, 3), (0, 0), (4,)])
def test_that_only_a_square_table_is_a_comparison(shape: tuple[int, ...]) -> None:
    with pytest.raises(MethodError, match="square"):
        check_pairwise(np.ones(shape))


def test_that_judgements_rounded_in_the_seventh_digit_pass() -> None:
    assert check_pairwise([[1.0, 3.0], [0.3333333, 1.0]])[1, 0] == 0.3333333


def test_that_components_are_the_groups_that_comparisons_link() -> None:
    matrix = without(CITY_CRITERIA, (0, 1), (0, 3), (2, 1), (2, 3), (4, 1), (4, 3))
    assert components(matrix) == ((0, 2, 4), (1, 3))
    assert missing_count(matrix) == 6
    assert components(CITY_CRITERIA) == ((0, 1, 2, 3, 4),)
