"""Rank acceptability under random weights."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.errors import MethodError
from criteria.ranking.ranks import competition_ranks
from criteria.robustness.acceptability import STREAM_DRAWS, Acceptability, acceptability
from criteria.robustness.scorers import AdditiveScorer, Scorer, TopsisScorer
from tests.support.problems import KINDS, problem
from tests.support.reference import case


def run(scorer: Scorer, draws: int = 3000, seed: int = 1, threads: int = 1) -> Acceptability:
    """A simulation that nobody cancels."""
    found = acceptability(scorer, draws=draws, seed=seed, threads=threads)
    assert found is not None
    return found


def drawn_weights(draws: int, seed: int, criteria: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """The weights the simulation draws, made here from the documented streams."""
    streams = np.random.SeedSequence(seed).spawn(-(-draws // STREAM_DRAWS))
    raw = [
        np.random.Generator(np.random.SFC64(stream)).standard_exponential((STREAM_DRAWS, criteria))
        for stream in streams
    ]
    weights = np.concatenate(raw)[:draws]
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


@pytest.mark.parametrize("kind", KINDS)
def test_that_shares_are_those_of_ranking_under_every_drawn_weight(kind: str) -> None:
    """SMAA-2 (Lahdelma & Salminen 2001) spelled out draw by draw."""
    scorer, _ = problem(kind, 3, 7)
    weights = drawn_weights(5000, 9, 8)
    ranks = np.stack([competition_ranks(row) for row in scorer.scores(weights)])
    found = run(scorer, 5000, 9)
    for rank in range(7):
        np.testing.assert_array_equal(found.ranks[:, rank], (ranks == rank + 1).sum(axis=0) / 5000)
    np.testing.assert_allclose(found.expected_rank, ranks.mean(axis=0))
    for place, central in enumerate(found.central_weights):
        if central is None:
            assert not (ranks[:, place] == 1).any()
        else:
            np.testing.assert_allclose(central, weights[ranks[:, place] == 1].mean(axis=0))


def test_that_two_mirrored_alternatives_win_half_the_draws() -> None:
    """Each best on one of two criteria: b = 1/2 within sampling error, centres at 3/4 and 1/4."""
    found = run(AdditiveScorer(np.eye(2)), 20_000)
    np.testing.assert_allclose(found.ranks, 0.5, atol=0.015)
    np.testing.assert_allclose(found.ranks.sum(axis=1), 1)
    np.testing.assert_allclose(found.standard_error, np.sqrt(0.25 / 20_000), rtol=1e-3)
    assert found.central_weights[0] is not None
    np.testing.assert_allclose(found.central_weights[0], [0.75, 0.25], atol=0.01)


def test_that_equal_alternatives_share_the_first_rank_with_central_weights_in_the_middle() -> None:
    """JSMAA and R smaa unit tests: ties count as equal best rank."""
    example = case("smaa-ties-and-never-first")
    for scorer in (AdditiveScorer(np.full((2, 3), 0.4)), TopsisScorer.of(np.full((2, 3), 0.4), np.ones(3))):
        found = run(scorer, 20_000)
        assert found.ranks.tolist() == [[1, 0], [1, 0]]
        example.check("equal_central_weights", found.central_weights)
        assert found.expected_rank.tolist() == [1, 1]


def test_that_a_dominated_alternative_has_no_central_weights() -> None:
    """R smaa unit tests: undefined is not zero."""
    example = case("smaa-ties-and-never-first")
    found = run(AdditiveScorer(np.array(example.inputs["case_dominated"]["meas"], dtype=float)))
    assert found.central_weights[1] is None
    assert found.ranks.tolist() == [[1, 0], [0, 1]]


def test_that_those_behind_a_tie_come_after_all_who_tie() -> None:
    values = np.array([[0.2, 0.2], [0.9, 0.9], [0.5, 0.5], [0.9, 0.9]])
    found = run(AdditiveScorer(values), 100)
    assert found.expected_rank.tolist() == [4, 1, 3, 1]


@pytest.mark.parametrize("kind", ["fixed", "additive"])
def test_that_the_number_of_threads_changes_nothing(kind: str) -> None:
    scorer, _ = problem(kind, 5, 12)
    one, two = (run(scorer, 3 * STREAM_DRAWS + 17, 4, threads) for threads in (1, 2))
    np.testing.assert_array_equal(one.ranks, two.ranks)
    for first, second in zip(one.central_weights, two.central_weights, strict=True):
        assert (first is None) == (second is None)
        if first is not None and second is not None:
            np.testing.assert_array_equal(first, second)


def test_that_the_seed_decides() -> None:
    scorer, _ = problem("fixed", 5)
    assert (run(scorer, seed=4).ranks == run(scorer, seed=4).ranks).all()
    assert (run(scorer, seed=4).ranks != run(scorer, seed=5).ranks).any()


def test_that_many_alternatives_are_counted_in_larger_blocks() -> None:
    scorer, _ = problem("fixed", 5, 350)
    found = run(scorer, 2000)
    np.testing.assert_allclose(found.ranks.sum(axis=0), 1)
    np.testing.assert_allclose(found.ranks.sum(axis=1), 1)


def test_that_progress_is_told_and_a_cancelled_run_gives_nothing() -> None:
    scorer, _ = problem("fixed", 5)
    heard: list[float] = []
    assert acceptability(scorer, draws=4 * STREAM_DRAWS, progress=heard.append) is not None
    assert heard == [0.25, 0.5, 0.75, 1.0]
    heard.clear()
    for threads in (1, 2):
        found = acceptability(
            scorer,
            draws=40 * STREAM_DRAWS,
            threads=threads,
            progress=heard.append,
            cancelled=lambda: len(heard) % 2 == 0,
        )
        assert found is None
    assert len(heard) == 4


def test_that_one_alternative_is_always_first() -> None:
    found = run(AdditiveScorer(np.array([[0.3, 0.4]])), 10)
    assert found.ranks.tolist() == [[1.0]]


def test_that_a_simulation_without_draws_is_refused() -> None:
    with pytest.raises(MethodError, match="at least one draw"):
        run(AdditiveScorer(np.eye(2)), 0)
