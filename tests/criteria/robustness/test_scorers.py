"""Scorers give the scores of their methods, many weight vectors at once."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.errors import MethodError
from criteria.ranking.ahp import synthesise
from criteria.ranking.benefit_risk import benefit_risk
from criteria.ranking.topsis import topsis
from criteria.robustness.scorers import AdditiveScorer, BenefitRiskScorer, Scorer, TopsisScorer
from tests.support.problems import GROUPS, KINDS, problem

GENERATOR = np.random.default_rng(11)
VALUES = GENERATOR.random((9, 8))
WEIGHTS = GENERATOR.dirichlet(np.ones(8), 5)
DIRECTIONS = np.array([1, -1, 1, 1, -1, 1, 1, 1])


@pytest.mark.parametrize("kind", ["fixed", "vector", "minmax"])
def test_that_the_topsis_scorer_gives_the_closeness_of_topsis(kind: str) -> None:
    found = TopsisScorer.of(VALUES, DIRECTIONS, kind).scores(WEIGHTS)
    expected = [topsis(VALUES, weights, DIRECTIONS, kind).closeness for weights in WEIGHTS]
    np.testing.assert_allclose(found, expected, atol=1e-13)


def test_that_the_additive_scorer_gives_the_scores_of_synthesis() -> None:
    found = AdditiveScorer(VALUES).scores(WEIGHTS)
    np.testing.assert_allclose(found, [synthesise(VALUES, weights)[0] for weights in WEIGHTS], atol=1e-14)


def test_that_the_benefit_and_risk_scorer_gives_the_scores_of_its_method() -> None:
    found = BenefitRiskScorer(VALUES, GROUPS, 0.3).scores(WEIGHTS)
    expected = [benefit_risk(VALUES, weights, GROUPS, 0.3).score for weights in WEIGHTS]
    np.testing.assert_allclose(found, expected, atol=1e-13)


@pytest.mark.parametrize("kind", KINDS)
def test_that_losses_reverse_the_order_of_scores_for_weights_of_any_sum(kind: str) -> None:
    scorer, _ = problem(kind, 4, 12)
    weights = np.random.default_rng(4).standard_exponential((20, 8))
    losses = scorer.losses(weights)
    assert losses.min() >= 0
    scores = scorer.scores(weights / weights.sum(axis=1, keepdims=True))
    np.testing.assert_array_equal(np.argsort(losses, axis=1), np.argsort(-scores, axis=1))


@pytest.mark.parametrize("kind", ["vector", "minmax"])
def test_that_equal_alternatives_score_one_half_and_lose_alike(kind: str) -> None:
    scorer = TopsisScorer.of(np.full((3, 8), 2.0), DIRECTIONS, kind)
    assert scorer.scores(WEIGHTS).tolist() == [[0.5] * 3] * 5
    assert scorer.losses(WEIGHTS).tolist() == [[0.5] * 3] * 5


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_subset_scores_as_within_the_whole(kind: str) -> None:
    scorer, weights = problem(kind, 8)
    rows = np.array([4, 1])
    found = scorer.subset(rows).scores(weights[None])
    np.testing.assert_allclose(found, scorer.scores(weights[None])[:, rows])
    assert scorer.subset(rows).shape == (2, 8)


def equal_rows(scorer: Scorer) -> bool:
    """Whether the first two alternatives have the same signature."""
    key = scorer.signature()
    return bool((key[0] == key[1]).all())


def test_that_equal_signatures_mean_equal_scores_under_all_weights() -> None:
    values = np.tile(VALUES[0], (2, 1))
    assert equal_rows(AdditiveScorer(values))
    assert equal_rows(TopsisScorer.of(values, DIRECTIONS))
    assert equal_rows(BenefitRiskScorer(values, GROUPS))
    values[1, 0] += 0.01
    assert not equal_rows(AdditiveScorer(values))
    assert not equal_rows(TopsisScorer.of(values, DIRECTIONS))
    assert not equal_rows(BenefitRiskScorer(values, GROUPS))


@pytest.mark.parametrize(
    ("theta", "same", "differing"), [(0.5, {6: 1.0, 7: 1.0}, 2), (1.0, {}, 3), (0.0, {2: 1.0, 3: 1.0}, 6)]
)
def test_that_structures_and_rights_tie_alternatives_where_one_cannot_matter(
    theta: float, same: dict[int, float], differing: int
) -> None:
    """Structures do not count without severity or with theta 1; rights do not count without likelihood."""
    values = np.tile(VALUES[0], (2, 1))
    for column, value in same.items():
        values[:, column] = value
    values[1, differing] *= 0.5
    scorer = BenefitRiskScorer(values, GROUPS, theta)
    assert equal_rows(scorer)
    scores = scorer.scores(WEIGHTS)
    np.testing.assert_allclose(scores[:, 0], scores[:, 1], atol=1e-14)


def test_that_a_missing_figure_is_refused() -> None:
    gapped = VALUES.copy()
    gapped[2, 3] = np.nan
    for make in (
        lambda: AdditiveScorer(gapped),
        lambda: TopsisScorer.of(gapped, DIRECTIONS),
        lambda: BenefitRiskScorer(gapped, GROUPS),
    ):
        with pytest.raises(MethodError, match="row 3, column 4"):
            make()


def test_that_each_criterion_needs_its_premise() -> None:
    with pytest.raises(MethodError, match="four premises"):
        BenefitRiskScorer(VALUES, GROUPS[:5])
