"""Many tables at once give what each method gives for one."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.ranking.ahp import synthesise
from criteria.ranking.benefit_risk import benefit_risk
from criteria.ranking.topsis import topsis
from criteria.robustness.score_stacks import AdditiveStack, BenefitRiskStack, StackMethod, TopsisStack

GROUPS = np.array([0, 0, 1, 2, 3, 3])
DIRECTIONS = np.array([1, -1, 1, 1, -1, 1])
LOCAL = np.array([0.3, 0.7, 1.0, 1.0, 0.4, 0.6])
METHODS: dict[str, StackMethod] = {
    "ideal": AdditiveStack("ideal"),
    "distributive": AdditiveStack("distributive"),
    "fixed": TopsisStack("fixed", DIRECTIONS),
    "vector": TopsisStack("vector", DIRECTIONS),
    "minmax": TopsisStack("minmax", DIRECTIONS),
    "benefit_risk": BenefitRiskStack(GROUPS, 0.4, LOCAL),
}


def one_by_one(name: str, table: Floats, weights: Floats) -> Floats:
    """The scores of one table by the method of the ranking."""
    if name == "benefit_risk":
        return benefit_risk(table, weights, GROUPS, 0.4, LOCAL).score
    if name in ("ideal", "distributive"):
        return synthesise(table, weights, name)[0]
    directions = np.ones(6) if name == "fixed" else DIRECTIONS
    return topsis(table, weights, directions, name).closeness


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("count", [1, 5, 13, 64])
def test_that_a_stack_is_scored_as_table_after_table(name: str, count: int) -> None:
    generator = np.random.default_rng(5)
    tables = generator.random((40, count, 6))
    tables[::3, :, 2] = 0.3  # idle
    tables[::5, :, 4] = 0.0  # a column of zeros
    tables[1] = tables[1, 0]  # all alike
    weights = generator.dirichlet(np.ones(6), 40)
    weights[::4, 2] = 0.0  # the only criterion of a premise
    weights /= weights.sum(axis=1, keepdims=True)
    found = METHODS[name].scores(tables.copy(), weights)
    expected = np.stack([one_by_one(name, table, row) for table, row in zip(tables, weights, strict=True)])
    np.testing.assert_allclose(found, expected, atol=1e-12)


@pytest.mark.parametrize("name", METHODS)
def test_that_the_scorer_of_one_table_agrees(name: str) -> None:
    generator = np.random.default_rng(6)
    table, weights = generator.random((5, 6)), generator.dirichlet(np.ones(6), 8)
    found = METHODS[name].scores(np.repeat(table[None], 8, axis=0), weights)
    np.testing.assert_allclose(METHODS[name].scorer(table).scores(weights), found, atol=1e-12)


@pytest.mark.parametrize("name", METHODS)
def test_that_only_relative_methods_look_at_the_others(name: str) -> None:
    table = np.random.default_rng(7).random((5, 6))
    weights = np.full((1, 6), 1 / 6)
    whole = METHODS[name].scores(table[None].copy(), weights)[0, :3]
    part = METHODS[name].scores(table[None, :3].copy(), weights)[0]
    assert np.allclose(whole, part, atol=1e-12) != METHODS[name].is_relative


def test_that_an_unknown_normalisation_is_refused() -> None:
    with pytest.raises(MethodError, match="no normalisation 'sum'"):
        TopsisStack("sum", DIRECTIONS)
