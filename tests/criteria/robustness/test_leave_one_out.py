"""Scores without each alternative, against scoring what is left."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.arrays import Floats
from criteria.robustness.leave_one_out import scores_without_each
from criteria.robustness.score_stacks import AdditiveStack, BenefitRiskStack, StackMethod, TopsisStack

DIRECTIONS = np.array([1, -1, 1, 1, -1])
METHODS: dict[str, StackMethod] = {
    "ideal": AdditiveStack(),
    "distributive": AdditiveStack("distributive"),
    "fixed": TopsisStack("fixed", DIRECTIONS),
    "vector": TopsisStack("vector", DIRECTIONS),
    "minmax": TopsisStack("minmax", DIRECTIONS),
    "benefit_risk": BenefitRiskStack(np.array([0, 1, 2, 3, 3])),
}


def plain(method: StackMethod, table: Floats, weights: Floats) -> Floats:
    """Every removal by scoring the others as if they were all there are."""
    found = np.full((len(table), len(table)), np.nan)
    for row in range(len(table)):
        others = np.delete(np.arange(len(table)), row)
        found[row, others] = method.scores(table[others][None].copy(), weights[None])[0]
    return found


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("count", [2, 3, 8, 40])
def test_that_leaving_out_is_scoring_the_others(name: str, count: int) -> None:
    generator = np.random.default_rng(count)
    table, weights = generator.random((count, 5)), generator.dirichlet(np.ones(5))
    found = scores_without_each(METHODS[name], table, weights)
    np.testing.assert_allclose(found, plain(METHODS[name], table, weights), atol=1e-11)


@pytest.mark.parametrize("name", METHODS)
def test_that_one_alternative_may_be_all_of_a_column(name: str) -> None:
    """Others are zero there, or equal; without it the column is idle."""
    table = np.random.default_rng(3).random((6, 5))
    table[:, 0] = [0, 0, 1, 0, 0, 0]
    table[:, 1] = [0.3, 0.3, 0.3, 0.9, 0.3, 0.3]
    table[:, 2] = [1e-9, 2e-9, 0, 1e-9, 3e-9, 1]
    table[:, 3] = 0.5
    weights = np.full(5, 0.2)
    found = scores_without_each(METHODS[name], table, weights)
    np.testing.assert_allclose(found, plain(METHODS[name], table, weights), atol=1e-11)


def test_that_nobody_is_left_of_one() -> None:
    for method in METHODS.values():
        found = scores_without_each(method, np.full((1, 5), 0.5), np.full(5, 0.2))
        assert np.isnan(found).tolist() == [[True]]
