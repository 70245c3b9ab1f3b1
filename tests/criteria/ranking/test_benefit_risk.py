"""Benefit and risk: likelihood times severity."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.ranking.benefit_risk import benefit_risk, benefit_risk_scores, local_shares

GROUPS = np.array([0, 0, 1, 1, 2, 2, 3, 3])
EQUAL = np.full(8, 1 / 8)
SEEDS = st.integers(0, 10_000)


def random_problem(seed: int) -> tuple[Floats, Floats]:
    """Unit values (6 x 8) and weights."""
    generator = np.random.default_rng(seed)
    return generator.random((6, 8)), generator.dirichlet(np.ones(8))


def test_that_the_score_follows_its_formula_step_by_step() -> None:
    """B = (w1 P1 + w3 P3)/(w1 + w3), R = S (theta + (1 - theta) L), V = (w1 + w3) B + (w2 + w4)(1 - R)."""
    unit = [[0.8, 0.6, 0.2, 0.4, 1.0, 0.5, 0.5, 0.3]]
    weights = [0.2, 0.2, 0.05, 0.15, 0.1, 0.1, 0.15, 0.05]
    result = benefit_risk(unit, weights, GROUPS, 0.5)
    np.testing.assert_allclose(result.premise_values, [[0.7, 0.35, 0.75, 0.45]])
    assert result.benefit[0] == pytest.approx((0.4 * 0.7 + 0.2 * 0.75) / 0.6)
    assert result.severity[0] == pytest.approx(0.55)
    assert result.likelihood[0] == pytest.approx(0.65)
    assert result.risk[0] == pytest.approx(0.55 * (0.5 + 0.5 * 0.65))
    assert result.score[0] == pytest.approx(0.6 * result.benefit[0] + 0.4 * (1 - result.risk[0]))


def test_that_the_regime_does_not_matter_where_nothing_severe_can_happen() -> None:
    unit = np.tile([0.5, 0.5, 0.0, 0.0, 0.5, 0.5, 1.0, 1.0], (2, 1))
    unit[1, 2:4] = 1.0
    result = benefit_risk(unit, EQUAL, GROUPS)
    assert result.risk.tolist() == [0, 0]
    assert result.score[0] == result.score[1]


def test_that_even_the_best_structures_keep_a_share_theta_of_the_severity() -> None:
    unit = np.tile([0.5, 0.5, 1.0, 1.0, 0.5, 0.5, 0.0, 0.0], (1, 1))
    assert benefit_risk(unit, EQUAL, GROUPS, 0.3).risk[0] == pytest.approx(0.3)


def test_that_doing_nothing_scores_one_half_with_equal_weights() -> None:
    """No benefit and no risk at all: V = 0.5."""
    assert benefit_risk([[0, 0, 1, 1, 0, 0, 1, 1]], EQUAL, GROUPS).score[0] == pytest.approx(0.5)


def test_that_a_premise_without_weight_keeps_a_value_by_its_local_weights() -> None:
    unit = [[0.8, 0.4, 0.2, 0.6, 0.5, 0.5, 0.5, 0.5]]
    weights = [0.25, 0.25, 0, 0, 0.25, 0.25, 0, 0]
    local = [0.5, 0.5, 0.75, 0.25, 0.5, 0.5, 0.5, 0.5]
    assert benefit_risk(unit, weights, GROUPS).premise_values[0, 1] == pytest.approx(0.4)
    result = benefit_risk(unit, weights, GROUPS, local=local)
    assert result.premise_values[0, 1] == pytest.approx(0.3)
    assert result.score[0] == pytest.approx(result.benefit[0])


def test_that_without_weight_on_need_and_aims_the_benefit_is_their_plain_mean() -> None:
    unit = [[0.8, 0.4, 0.2, 0.6, 0.2, 0.2, 0.5, 0.5]]
    result = benefit_risk(unit, [0, 0, 0.25, 0.25, 0, 0, 0.25, 0.25], GROUPS)
    assert result.benefit[0] == pytest.approx(0.4)
    assert result.score[0] == pytest.approx(1 - result.risk[0])


@settings(max_examples=50, deadline=None)
@given(seed=SEEDS, theta=st.floats(0, 1))
def test_that_all_values_lie_between_zero_and_one(seed: int, theta: float) -> None:
    unit, weights = random_problem(seed)
    result = benefit_risk(unit, weights, GROUPS, theta)
    for values in (result.premise_values, result.benefit, result.risk, result.score):
        assert values.min() >= -1e-12
        assert values.max() <= 1 + 1e-12


@settings(max_examples=50, deadline=None)
@given(seed=SEEDS, column=st.integers(0, 7), theta=st.floats(0, 1))
def test_that_improving_one_value_never_lowers_the_score(seed: int, column: int, theta: float) -> None:
    unit, weights = random_problem(seed)
    better = unit.copy()
    better[:, column] = np.sqrt(better[:, column])
    change = (
        benefit_risk(better, weights, GROUPS, theta).score - benefit_risk(unit, weights, GROUPS, theta).score
    )
    assert change.min() >= -1e-12


@settings(max_examples=50, deadline=None)
@given(seed=SEEDS, order=st.permutations(range(6)), factor=st.floats(0.1, 10))
def test_that_order_and_the_sum_of_weights_do_not_matter(seed: int, order: list[int], factor: float) -> None:
    unit, weights = random_problem(seed)
    scores = benefit_risk(unit, weights, GROUPS).score
    np.testing.assert_allclose(
        benefit_risk(unit[order], weights * factor, GROUPS).score, scores[order], rtol=1e-12
    )


def test_that_many_weight_vectors_at_once_give_what_each_gives() -> None:
    generator = np.random.default_rng(2)
    unit = generator.random((9, 8))
    weights = generator.dirichlet(np.ones(8), 20)
    weights[0] = [0.5, 0.5, 0, 0, 0, 0, 0, 0]
    weights[1] = [0, 0, 0.5, 0.5, 0, 0, 0, 0]
    local = np.array([0.5, 0.5, 0.9, 0.1, 0.5, 0.5, 0.2, 0.8])
    found = benefit_risk_scores(unit, weights * 3, GROUPS, 0.4, local)
    for row, given_weights in zip(found, weights, strict=True):
        np.testing.assert_allclose(
            row, benefit_risk(unit, given_weights, GROUPS, 0.4, local).score, atol=1e-13
        )


def test_that_local_shares_sum_to_one_in_each_premise() -> None:
    shares = local_shares([1, 3, 0, 0, 2, 2, 1, 0], GROUPS)
    assert shares.tolist() == [0.25, 0.75, 0.5, 0.5, 0.5, 0.5, 1, 0]


@pytest.mark.parametrize(
    ("unit", "weights", "groups", "theta", "sentence"),
    [
        ([[1.2] * 8], EQUAL, GROUPS, 0.5, "row 1, column 1 is 1.2"),
        ([[np.nan] * 8], EQUAL, GROUPS, 0.5, "row 1, column 1"),
        ([[0.5] * 8], np.zeros(8), GROUPS, 0.5, "All weights are zero"),
        ([[0.5] * 8], EQUAL, GROUPS, 1.5, "theta"),
        ([[0.5] * 8], EQUAL, GROUPS[:7], 0.5, "one of the four premises"),
        ([[0.5] * 8], EQUAL, np.zeros(8, dtype=int), 0.5, "premise 'structures'"),
        ([[0.5] * 8], EQUAL, GROUPS + 1, 0.5, "numbered 0 to 3"),
    ],
)
def test_that_input_for_which_it_is_not_defined_is_refused(
    unit: object, weights: Floats, groups: Floats, theta: float, sentence: str
) -> None:
    with pytest.raises(MethodError, match=sentence):
        benefit_risk(np.asarray(unit), weights, groups, theta)
