"""Counting ranks, wins and the weights that win."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.ranking.ranks import competition_ranks
from criteria.robustness.rank_sources import CertainScores
from criteria.robustness.rank_tallies import KindTally, TieTally, counts_of, wins_of
from criteria.robustness.weight_draws import UniformWeights, VotedWeights
from tests.support.problems import KINDS, problem

SEED = np.random.SeedSequence(5)


def never() -> bool:
    """Nobody cancels."""
    return False


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("levels", [0, 1])
def test_that_both_tallies_count_alike(kind: str, levels: int) -> None:
    """One orders by packed losses and knows copies, the other ranks scores draw by draw."""
    scorer, _ = problem(kind, 3, 9, levels)
    fast = KindTally(scorer, UniformWeights(8), pairs=True).stream(SEED, 3000, never)
    slow = TieTally(CertainScores(scorer), UniformWeights(8), pairs=True).stream(SEED, 3000, never)
    assert fast is not None
    assert slow is not None
    np.testing.assert_array_equal(fast.ranks, slow.ranks)
    np.testing.assert_array_equal(fast.wins, slow.wins)
    np.testing.assert_allclose(fast.weights, slow.weights)


@pytest.mark.parametrize("draws", [1, 63, 64, 65, 500])
def test_that_wins_are_those_of_looking_at_every_pair(draws: int) -> None:
    ranks = np.stack([competition_ranks(row) for row in np.random.default_rng(2).integers(0, 4, (draws, 7))])
    plain = [[(ranks[:, i] < ranks[:, k]).sum() for k in range(7)] for i in range(7)]
    np.testing.assert_array_equal(wins_of(ranks, may_tie=True), plain)
    orders = np.stack([np.random.default_rng(row).permutation(7) for row in range(draws)])
    plain = [[(orders[:, i] < orders[:, k]).sum() for k in range(7)] for i in range(7)]
    np.testing.assert_array_equal(wins_of(orders), plain)


def test_that_given_ranks_are_counted() -> None:
    ranks = np.array([[1, 1, 3], [2, 1, 3]])
    found = counts_of(ranks, np.array([[0.4, 0.6], [1.0, 0.0]]), pairs=True)
    assert found.ranks.tolist() == [[1, 1, 0], [2, 0, 0], [0, 0, 2]]
    np.testing.assert_allclose(found.weights, [[0.4, 0.6], [1.4, 0.6], [0.0, 0.0]])
    assert found.wins is not None
    assert found.wins.tolist() == [[0, 0, 2], [1, 0, 2], [0, 0, 0]]


def test_that_weights_at_which_alternatives_tie_are_seen() -> None:
    """Under the weights of one stakeholder two alternatives score the same; they share the rank."""
    weights = VotedWeights(np.array([[0.5, 0.5]]), np.ones(1))
    scorer, _ = problem("additive", 1, 2)
    source = CertainScores(type(scorer)(np.array([[0.2, 0.8], [0.8, 0.2]])))  # type: ignore[call-arg]
    found = TieTally(source, weights, pairs=False).stream(SEED, 10, never)
    assert found is not None
    assert found.ranks.tolist() == [[10, 0], [10, 0]]


def test_that_a_stream_stops_between_blocks() -> None:
    scorer, _ = problem("fixed", 3, 300)
    for tally in (
        KindTally(scorer, UniformWeights(8), pairs=False),
        TieTally(CertainScores(scorer), UniformWeights(8), pairs=False),
    ):
        assert tally.stream(SEED, 2000, lambda: True) is None
