"""Bounds on who scores higher hold for all weights within the limits."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import linprog

from criteria.robustness.scorers import AdditiveScorer, BenefitRiskScorer, Scorer, TopsisScorer
from criteria.sessions.score_bounds import WeightBox, least, least_leads

GROUPS = np.repeat(np.arange(4), 3)
GENERATOR = np.random.default_rng(11)
UNIT = GENERATOR.uniform(size=(6, 12)).round(2)
SCORERS: tuple[Scorer, ...] = (
    AdditiveScorer(UNIT),
    TopsisScorer.of(UNIT, np.ones(12), "fixed", (np.zeros(12), np.ones(12))),
    TopsisScorer.of(100 * UNIT, np.ones(12), "vector"),
    BenefitRiskScorer(UNIT, GROUPS, 0.5),
    BenefitRiskScorer(UNIT, GROUPS, 0.0),
    BenefitRiskScorer(UNIT, GROUPS, 1.0),
)
AHEAD, BEHIND = (place.ravel() for place in np.mgrid[0:6, 0:6])


def box_around(count: int, width: float, seed: int) -> tuple[WeightBox, np.ndarray]:
    """A box of weights and draws of global weights (count x 12) within it."""
    generator = np.random.default_rng(seed)

    def within(n: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        middle = generator.dirichlet(np.full(n, 4.0))
        draws = middle * np.exp(generator.uniform(-width, width, (count, n)))
        draws /= draws.sum(axis=1, keepdims=True)
        return draws.min(axis=0), draws.max(axis=0), draws

    goal_low, goal_high, goal = within(4)
    parts = [within(3) for _ in range(4)]
    low, high = (np.concatenate([part[side] for part in parts]) for side in (0, 1))
    weights = np.concatenate([goal[:, [place]] * part[2] for place, part in enumerate(parts)], axis=1)
    box = WeightBox(goal_low[None], goal_high[None], low[None], high[None], GROUPS)
    return box, weights


def measured(scorer: Scorer, weights: np.ndarray) -> np.ndarray:
    """What the bounds speak of: the lead in score, or for TOPSIS the products of squared distances."""
    if isinstance(scorer, TopsisScorer):
        minus, plus = (np.square(weights) @ table.T for table in (scorer.minus, scorer.plus))
        return np.asarray(minus[:, AHEAD] * plus[:, BEHIND] - minus[:, BEHIND] * plus[:, AHEAD])
    scores = scorer.scores(weights)
    return np.asarray(scores[:, AHEAD] - scores[:, BEHIND])


@pytest.mark.parametrize("scorer", SCORERS)
@pytest.mark.parametrize("width", [0.0, 0.05, 0.5, 2.0])
def test_that_no_weights_of_a_box_give_a_smaller_lead(scorer: Scorer, width: float) -> None:
    for seed in range(5):
        box, weights = box_around(300, width, seed)
        bound = least_leads(scorer, box, AHEAD, BEHIND)[0]
        bounded = bound < np.inf
        assert (measured(scorer, weights)[:, bounded] >= bound[bounded] - 1e-12).all()
        scores = scorer.scores(weights)
        assert (scores[:, AHEAD] > scores[:, BEHIND])[:, bound > 1e-12].all()


@pytest.mark.parametrize("scorer", SCORERS)
def test_that_known_weights_are_bounded_by_what_they_give(scorer: Scorer) -> None:
    box, weights = box_around(1, 0.0, 3)
    bound = least_leads(scorer, box, AHEAD, BEHIND)[0]
    np.testing.assert_allclose(
        bound[bound < np.inf], measured(scorer, weights)[0][bound < np.inf], atol=1e-12
    )


@pytest.mark.parametrize("scorer", SCORERS)
def test_that_the_slack_of_the_bounds_shrinks_with_the_box(scorer: Scorer) -> None:
    slack = []
    for width in (0.2, 0.02):
        box, weights = box_around(4000, width, 5)
        bound = least_leads(scorer, box, AHEAD, BEHIND)[0]
        slack.append(float((measured(scorer, weights).min(axis=0) - bound)[bound < np.inf].max()))
    assert slack[1] < 0.2 * slack[0]


def test_that_the_least_sum_is_that_of_a_linear_programme() -> None:
    generator = np.random.default_rng(0)
    for _ in range(20):
        middle = generator.dirichlet(np.ones(5))
        low, high = middle * generator.uniform(0, 1, 5), middle + generator.uniform(0, 0.3, 5)
        values = generator.normal(size=5)
        exact = linprog(values, A_eq=np.ones((1, 5)), b_eq=[1.0], bounds=list(zip(low, high, strict=True)))
        assert least(values[None, None], low[None], high[None])[0, 0] == pytest.approx(exact.fun, abs=1e-9)


def test_that_the_better_on_all_criteria_leads_whatever_the_weights() -> None:
    unit = np.array([[0.9] * 12, [0.4] * 12])
    wide = WeightBox(np.full((1, 4), 1e-6), np.ones((1, 4)), np.full((1, 12), 1e-6), np.ones((1, 12)), GROUPS)
    scorers = (AdditiveScorer(unit), TopsisScorer.of(unit, np.ones(12), "fixed", (np.zeros(12), np.ones(12))))
    for scorer in scorers:
        assert least_leads(scorer, wide, np.array([0]), np.array([1]))[0, 0] > 0.0
        assert least_leads(scorer, wide, np.array([1]), np.array([0]))[0, 0] < 0.0


def test_that_a_role_of_two_premises_is_left_unbounded() -> None:
    box = WeightBox(
        np.full((1, 5), 0.2), np.full((1, 5), 0.2), np.full((1, 12), 0.3), np.full((1, 12), 0.4),
        np.array([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4]),
    )  # fmt: skip
    found = least_leads(BenefitRiskScorer(UNIT, GROUPS), box, AHEAD, BEHIND)
    assert (found == -np.inf).all()
