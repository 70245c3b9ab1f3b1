"""The workings of pairwise comparisons, number by number."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.report.workbook.node_numbers import node_numbers
from criteria.weighting.incomplete import priorities_incomplete
from criteria.weighting.pairwise import consistency, priorities

SAATY = np.array([
    [1, 1 / 5, 3, 1 / 2, 5], [5, 1, 7, 1, 7], [1 / 3, 1 / 7, 1, 1 / 4, 3], [2, 1, 4, 1, 7],
    [1 / 5, 1 / 7, 1 / 3, 1 / 7, 1],
])  # fmt: skip


def test_that_the_iteration_ends_at_the_eigenvector() -> None:
    """Golden matrix after Saaty, priorities printed as 0.1522, 0.4335, 0.0716, 0.3050, 0.0378."""
    numbers = node_numbers(SAATY)
    assert numbers.eigenvector == pytest.approx([0.1522, 0.4335, 0.0716, 0.3050, 0.0378], abs=1e-4)
    assert numbers.eigenvector == pytest.approx(priorities(SAATY), abs=1e-13)
    assert numbers.image.sum() == pytest.approx(consistency(SAATY).lambda_max, abs=1e-12)


def test_that_even_very_inconsistent_judgements_settle() -> None:
    random = np.random.default_rng(5)
    for size in range(3, 10):
        matrix = np.ones((size, size))
        for i in range(size):
            for j in range(i + 1, size):
                matrix[i, j] = 9.0 ** random.choice([-1, 1])
                matrix[j, i] = 1 / matrix[i, j]
        assert node_numbers(matrix).eigenvector == pytest.approx(priorities(matrix), abs=1e-10)


def test_that_elimination_gives_the_geometric_mean_of_complete_judgements() -> None:
    numbers = node_numbers(SAATY)
    assert numbers.least_squares == pytest.approx(priorities(SAATY, "geometric_mean"), abs=1e-13)
    assert numbers.components == 1


def test_that_missing_judgements_are_left_out() -> None:
    matrix = SAATY.copy()
    for i, j in ((0, 3), (1, 4)):
        matrix[i, j] = matrix[j, i] = np.nan
    numbers = node_numbers(matrix)
    assert numbers.least_squares == pytest.approx(priorities_incomplete(matrix), abs=1e-13)
    assert np.isnan(numbers.filled).sum() == 0
    assert numbers.errors[0, 3] == 0.0


def test_that_unlinked_groups_are_found_and_centred() -> None:
    matrix = np.full((4, 4), np.nan)
    np.fill_diagonal(matrix, 1.0)
    matrix[0, 1], matrix[1, 0] = 4.0, 0.25
    matrix[2, 3], matrix[3, 2] = 4.0, 0.25
    numbers = node_numbers(matrix)
    assert numbers.components == 2
    assert numbers.least_squares == pytest.approx([0.4, 0.1, 0.4, 0.1])
