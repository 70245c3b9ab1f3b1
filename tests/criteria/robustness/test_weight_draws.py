"""Random weights: their distributions, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.robustness.weight_draws import (
    AroundWeights,
    HierarchicalWeights,
    OrderedWeights,
    UniformWeights,
    VotedWeights,
    WeightDraws,
    concentration_of,
    ordered_as,
    shares_of,
    uniform_hierarchy,
)

DRAWS = 40_000


def drawn(draws: WeightDraws, seed: int = 3) -> Floats:
    """Weights of sum 1."""
    return shares_of(draws.draw(np.random.default_rng(seed), DRAWS))


def test_that_uniform_weights_have_the_moments_of_the_simplex() -> None:
    """Dirichlet(1, ..., 1): mean 1/n, variance (n - 1) / (n^2 (n + 1))."""
    weights = drawn(UniformWeights(4))
    np.testing.assert_allclose(weights.mean(axis=0), 0.25, atol=0.004)
    np.testing.assert_allclose(weights.var(axis=0), 3 / 80, rtol=0.04)


def test_that_weights_vary_around_those_stated() -> None:
    stated = np.array([0.5, 0.3, 0.2, 0.0])
    weights = drawn(AroundWeights(2 * stated, 30.0))
    np.testing.assert_allclose(weights.mean(axis=0), stated, atol=0.003)
    np.testing.assert_allclose(weights.std(axis=0), np.sqrt(stated * (1 - stated) / 31), rtol=0.03)
    assert (weights[:, 3] == 0).all()
    assert not AroundWeights(stated, 30.0).is_generic
    assert AroundWeights(np.full(4, 0.25), 30.0).is_generic


def test_that_a_concentration_gives_the_spread_it_is_named_by() -> None:
    weights = drawn(AroundWeights(np.full(5, 0.2), concentration_of(0.25, 5)))
    np.testing.assert_allclose(weights.std(axis=0) / 0.2, 0.25, rtol=0.03)


def test_that_ordered_weights_keep_their_order_and_average_to_centroids() -> None:
    """The mean over all weightings that keep an order is the rank-order centroid (Barron & Barrett 1996)."""
    weights = drawn(OrderedWeights(np.array([2, 1, 3])))
    assert ((weights[:, 1] >= weights[:, 0]) & (weights[:, 0] >= weights[:, 2])).all()
    np.testing.assert_allclose(weights.mean(axis=0), [5 / 18, 11 / 18, 2 / 18], atol=0.004)


def test_that_criteria_on_one_rank_stay_unordered() -> None:
    weights = drawn(OrderedWeights(np.array([1, 2, 2])))
    assert (weights[:, 0] >= weights[:, 1:].max(axis=1)).all()
    np.testing.assert_allclose((weights[:, 1] > weights[:, 2]).mean(), 0.5, atol=0.01)
    np.testing.assert_allclose(weights.mean(axis=0), [11 / 18, 7 / 36, 7 / 36], atol=0.004)


def test_that_stakeholders_are_picked_by_voting_power() -> None:
    people = np.array([[8.0, 2.0], [1.0, 4.0], [5.0, 5.0]])
    voted = VotedWeights(people, np.array([3.0, 1.0, 0.0]))
    weights = drawn(voted)
    assert np.unique(weights[:, 0]).tolist() == [0.2, 0.8]
    np.testing.assert_allclose((weights[:, 0] == 0.8).mean(), 0.75, atol=0.01)
    assert not voted.is_generic
    around = drawn(VotedWeights(people, np.array([3.0, 1.0, 0.0]), 200.0))
    np.testing.assert_allclose(around[:, 0].mean(), 0.75 * 0.8 + 0.25 * 0.2, atol=0.01)
    assert len(np.unique(around[:, 0])) == DRAWS


def test_that_premises_and_criteria_are_drawn_apart() -> None:
    """A premise of one criterion and one of three then get half of all weight each."""
    weights = drawn(uniform_hierarchy([1, 0, 1, 1]))
    np.testing.assert_allclose(weights.mean(axis=0), [1 / 6, 0.5, 1 / 6, 1 / 6], atol=0.005)
    premise = weights[:, 1]
    inside = weights[:, [0, 2, 3]] / (1 - premise)[:, None]
    np.testing.assert_allclose(np.corrcoef(premise, inside[:, 0])[0, 1], 0, atol=0.02)
    np.testing.assert_allclose(premise.var(), 1 / 12, rtol=0.03)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: AroundWeights(np.zeros(3), 5.0), "All weights are zero"),
        (lambda: AroundWeights(np.ones(3), 0.2), "must be at least 1"),
        (lambda: AroundWeights(np.array([1.0, np.nan]), 5.0), "must be a number"),
        (lambda: VotedWeights(np.ones((2, 3)), np.zeros(2)), "voting power"),
        (lambda: VotedWeights(np.zeros((1, 3)), np.ones(1)), "all zero"),
        (lambda: VotedWeights(np.ones((1, 3)), np.ones(1), 0.0), "at least 1"),
        (lambda: VotedWeights(np.ones((0, 3)), np.ones(0)), "at least one of them"),
        (lambda: OrderedWeights(np.empty(0, dtype=np.int64)), "one rank for each"),
        (lambda: concentration_of(0.0, 4), "two criteria or more"),
        (
            lambda: HierarchicalWeights(np.array([0, 0]), UniformWeights(1), [UniformWeights(1)]),
            "exactly the criteria",
        ),
    ],
)
def test_that_what_cannot_be_drawn_is_refused(make: object, message: str) -> None:
    with pytest.raises(MethodError, match=message):
        make()  # type: ignore[operator]


def test_that_stated_weights_give_their_order() -> None:
    weights = drawn(ordered_as([0.2, 0.5, 0.2, 0.1]))
    assert (weights[:, 1] >= weights[:, [0, 2]].max(axis=1)).all()
    assert (weights[:, [0, 2]].min(axis=1) >= weights[:, 3]).all()
    np.testing.assert_allclose((weights[:, 0] > weights[:, 2]).mean(), 0.5, atol=0.01)
