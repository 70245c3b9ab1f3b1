"""Harker's gradient and Saaty's errors."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.weighting.eigenvector import principal
from criteria.weighting.incomplete import complete
from criteria.weighting.repair import most_inconsistent
from criteria.weighting.suspects import (
    harker_gradient,
    saaty_errors,
    suspects_by_error,
    suspects_by_gradient,
)
from tests.support.reference import CITY_CRITERIA, reciprocal, without


def test_that_the_gradient_of_the_city_matrix_is_known() -> None:
    """Harker (1987): d lambda_max / d a_12 of Saaty's city matrix is -1.25979."""
    assert harker_gradient(CITY_CRITERIA)[0, 1] == pytest.approx(-1.25979, abs=5e-6)


@pytest.mark.parametrize("gaps", [[], [(0, 3), (1, 4)]])
def test_that_the_gradient_is_the_slope_of_lambda_max(gaps: list[tuple[int, int]]) -> None:
    matrix = without(CITY_CRITERIA, *gaps)
    slopes = harker_gradient(matrix)
    for i, j in ((0, 1), (1, 2), (2, 4), (3, 2)):
        largest = []
        for change in (-1e-5, 1e-5):
            moved = matrix.copy()
            moved[i, j] += change
            moved[j, i] = 1 / moved[i, j]
            largest.append(principal(complete(moved))[1])
        assert (largest[1] - largest[0]) / 2e-5 == pytest.approx(slopes[i, j], abs=1e-5)
    assert all(np.isnan(slopes[pair]) for pair in gaps)


def test_that_errors_are_one_where_everything_fits() -> None:
    """Saaty (2003): eps_ij = a_ij w_j / w_i."""
    np.testing.assert_allclose(saaty_errors(reciprocal([2, 6, 3], 3)), 1.0)
    errors = saaty_errors(CITY_CRITERIA)
    weights = principal(CITY_CRITERIA)[0]
    assert errors[0, 1] == pytest.approx(0.2 * weights[1] / weights[0])
    np.testing.assert_allclose(errors * errors.T, 1.0)


def test_that_all_rules_point_at_the_same_judgement_of_the_city_matrix() -> None:
    found = most_inconsistent(CITY_CRITERIA)
    assert found is not None
    for suspects in (suspects_by_gradient(CITY_CRITERIA), suspects_by_error(CITY_CRITERIA)):
        first = suspects[0]
        assert (first.row, first.column, first.value) == (found.row, found.column, 0.2) == (0, 1, 0.2)
        # Harker's weights without the judgement ask for about 1/2.
        assert first.fitting == pytest.approx(0.518, abs=1e-3)
        assert len(suspects) == 10
        figures = [entry.figure for entry in suspects]
        assert figures == sorted(figures, reverse=True)


def test_that_a_judgement_that_alone_links_two_groups_fits_as_it_is() -> None:
    tree = without(reciprocal([2, 5, 9], 3), (1, 2))
    assert [(entry.value, entry.fitting) for entry in suspects_by_error(tree)] == [(2, 2), (5, 5)]
    assert suspects_by_gradient(tree)[0].figure == pytest.approx(0.0, abs=1e-12)
