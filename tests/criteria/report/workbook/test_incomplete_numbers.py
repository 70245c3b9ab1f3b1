"""The numbers behind weights from incomplete judgements by Harker and by the smallest λmax."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.arrays import Floats
from criteria.model.settings import Incomplete
from criteria.report.workbook.incomplete_numbers import completed
from criteria.report.workbook.node_numbers import node_numbers
from criteria.weighting.incomplete import priorities_incomplete


def chain(count: int) -> Floats:
    """Contradictory neither nor complete: each item compared with the next one only."""
    matrix = np.full((count, count), np.nan)
    np.fill_diagonal(matrix, 1.0)
    for i in range(count - 1):
        matrix[i, i + 1], matrix[i + 1, i] = 1.0 + i % 5, 1.0 / (1.0 + i % 5)
    return matrix


@pytest.mark.parametrize("method", ["harker", "lambda_max"])
@pytest.mark.parametrize("count", [3, 5, 9])
def test_that_weights_are_the_program_s_even_for_a_mere_chain(method: Incomplete, count: int) -> None:
    matrix = chain(count)
    matrix[0, 2], matrix[2, 0] = 7.0, 1 / 7
    found = node_numbers(matrix, method).incomplete
    assert found is not None
    assert found.weights == pytest.approx(priorities_incomplete(matrix, method), abs=1e-11)


@pytest.mark.parametrize("method", ["harker", "lambda_max"])
def test_that_linked_groups_are_weighed_for_themselves(method: Incomplete) -> None:
    matrix = np.full((5, 5), np.nan)
    np.fill_diagonal(matrix, 1.0)
    for i, j, value in ((0, 1, 3.0), (1, 2, 3.0), (3, 4, 2.0)):
        matrix[i, j], matrix[j, i] = value, 1 / value
    found = node_numbers(matrix, method).incomplete
    assert found is not None
    expected = priorities_incomplete(matrix, method, allow_disconnected=True)
    assert found.weights == pytest.approx(expected, abs=1e-12)
    if method == "lambda_max":
        assert completed(matrix, method)[0, 4] == 0.0


def test_that_least_squares_need_no_further_tables() -> None:
    assert node_numbers(chain(4)).incomplete is None
