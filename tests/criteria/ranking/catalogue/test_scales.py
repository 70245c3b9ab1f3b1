"""Normalisations by ratios."""

from __future__ import annotations

import numpy as np

from criteria.ranking.catalogue.problem import problem_of
from criteria.ranking.catalogue.scales import ratio_scaled, ratio_to_best, share_of_sum


def test_that_ratios_are_taken_to_the_best() -> None:
    np.testing.assert_allclose(ratio_to_best(np.array([0.0, 2, 4])), [0, 0.5, 1])
    np.testing.assert_allclose(ratio_to_best(np.array([1.0, 2, 4]), cost=True), [1, 0.5, 0.25])


def test_that_shares_add_up_to_one_and_low_costs_have_the_larger_ones() -> None:
    np.testing.assert_allclose(share_of_sum(np.array([0.0, 1, 3])), [0, 0.25, 0.75])
    np.testing.assert_allclose(share_of_sum(np.array([1.0, 3]), cost=True), [0.75, 0.25])


def test_that_each_criterion_of_a_problem_is_scaled_by_its_direction() -> None:
    problem = problem_of("X", [[1, 1], [2, 4]], [1, 1], [1, -1])
    np.testing.assert_allclose(ratio_scaled(problem), [[0.5, 1], [1, 0.25]])
