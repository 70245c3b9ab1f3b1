"""Rank acceptability under random weights."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.ranking.ranks import competition_ranks
from criteria.ranking.topsis import topsis
from criteria.robustness.acceptability import (
    STREAM_DRAWS,
    Acceptability,
    Partial,
    Plan,
    acceptability,
    acceptability_of,
    centroid_weights,
    simulate,
)
from criteria.robustness.open_figures import OpenFigures
from criteria.robustness.rank_sources import CertainScores, score_source
from criteria.robustness.rank_tallies import counts_of
from criteria.robustness.score_stacks import AdditiveStack, BenefitRiskStack, StackMethod, TopsisStack
from criteria.robustness.scorers import AdditiveScorer, Scorer, TopsisScorer
from criteria.robustness.weight_draws import AroundWeights, UniformWeights, VotedWeights, WeightDraws
from tests.support.problems import GROUPS, KINDS, problem
from tests.support.reference import FOLDER, case


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


DIRECTIONS = np.where(np.arange(8) % 3 == 2, -1, 1)
STACKS: dict[str, StackMethod] = {
    "additive": AdditiveStack(),
    "distributive": AdditiveStack("distributive"),
    "fixed": TopsisStack("fixed", DIRECTIONS),
    "vector": TopsisStack("vector", DIRECTIONS),
    "minmax": TopsisStack("minmax", DIRECTIONS),
    "benefit_risk": BenefitRiskStack(GROUPS, 0.4),
}


def figures(seed: int = 8, alternatives: int = 6) -> OpenFigures:
    """Unit values, half of them open, one of those a gap."""
    generator = np.random.default_rng(seed)
    low = generator.random((alternatives, 8)) * 0.6
    is_open = generator.random(low.shape) < 0.5
    mode = low + 0.1 * is_open
    high = low + 0.4 * is_open
    low[1, 3], mode[1, 3], high[1, 3] = 0.0, np.nan, 1.0
    return OpenFigures.of(low, mode, high)


def run_open(
    given: OpenFigures, method: StackMethod, plan: Plan, weights: WeightDraws | None = None
) -> Acceptability:
    """A simulation with open figures that nobody cancels."""
    found = simulate(score_source(given, method), weights or UniformWeights(8), plan)
    assert found is not None
    return found


def drawn_plainly(given: OpenFigures, method: StackMethod, draws: int) -> tuple[Floats, Floats]:
    """Ranks (S x m) and weights written out draw by draw with the library's own triangular distribution."""
    generator = np.random.default_rng(77)
    ranks, weights = [], []
    for _ in range(draws):
        table = np.empty(given.low.shape)
        for row, column in np.ndindex(table.shape):
            low, mode, high = (part[row, column] for part in (given.low, given.mode, given.high))
            if low == high:
                table[row, column] = low
            elif np.isnan(mode):
                table[row, column] = generator.uniform(low, high)
            else:
                table[row, column] = generator.triangular(low, mode, high)
        weight = generator.dirichlet(np.ones(8))
        if isinstance(method, TopsisStack) and method.normalisation == "vector":
            scores = topsis(table, weight, DIRECTIONS, "vector").closeness
        else:
            scores = method.scorer(table).scores(weight[None])[0]
        ranks.append(competition_ranks(scores))
        weights.append(weight)
    return np.array(ranks), np.array(weights)


@pytest.mark.parametrize("name", STACKS)
def test_that_open_figures_agree_with_a_plain_simulation(name: str) -> None:
    """Within five standard errors of the difference, for ranks, central weights and winning indices."""
    draws = 1500
    ranks, weights = drawn_plainly(figures(), STACKS[name], draws)
    found = run_open(figures(), STACKS[name], Plan(40_000, 3, pairs=True))
    shares = np.stack([(ranks == rank + 1).mean(axis=0) for rank in range(6)], axis=1)
    error = np.sqrt(found.ranks * (1 - found.ranks) * (1 / draws + 1 / 40_000))
    assert (np.abs(shares - found.ranks) <= 5 * error + 1 / draws).all()
    assert found.pairwise is not None
    wins = (ranks[:, :, None] < ranks[:, None, :]).mean(axis=0)
    assert np.abs(wins - found.pairwise).max() < 5 * np.sqrt(0.25 / draws)
    for place, central in enumerate(found.central_weights):
        mine = weights[ranks[:, place] == 1]
        if central is not None and len(mine) > 50:
            assert (np.abs(mine.mean(axis=0) - central) < 5 * mine.std(axis=0) / np.sqrt(len(mine))).all()


def test_that_published_numbers_are_met_on_the_published_samples() -> None:
    """Van Valkenhoef, R package smaa: 10,000 given samples of two drugs on three criteria."""
    example, samples = case("smaa-thrombo"), np.load(FOLDER / "smaa-thrombo.npz")
    scores = np.einsum("smn,sn->sm", samples["meas"], samples["weights"])
    ranks = np.stack([competition_ranks(row) for row in scores])
    found = acceptability_of(counts_of(ranks, samples["weights"], pairs=True))
    example.check("rank_acceptability", found.ranks)
    example.check("central_weights", found.central_weights)
    example.check("pairwise_winning", found.pairwise)
    example.check("ranking_entropy_bits", found.entropy)
    fixed = samples["meas"] @ np.array([0.5, 0.2, 0.3])
    again = acceptability_of(
        counts_of(np.stack([competition_ranks(row) for row in fixed]), samples["weights"], pairs=False)
    )
    example.check("fixed_weights_rank_acceptability", again.ranks)


def test_that_nine_wins_in_ten_draws_are_counted_so() -> None:
    """R smaa unit tests, pairwise winning indices."""
    example = case("smaa-ties-and-never-first")
    ranks = np.array([[1, 2]] * 9 + [[2, 1]])
    found = acceptability_of(counts_of(ranks, np.full((10, 2), 0.5), pairs=True))
    example.check("pwi", found.pairwise)
    dominated = np.array(example.inputs["case_dominated"]["meas"], dtype=float)
    sure = run(AdditiveScorer(dominated))
    assert sure.confidence[1] is None
    example.check("dominated_first_confidence", sure.confidence[0])


@pytest.mark.parametrize("name", STACKS)
def test_that_shares_add_up_and_the_dominated_never_win(name: str) -> None:
    given = figures()
    low, mode, high = given.low.copy(), given.mode.copy(), given.high.copy()
    up = DIRECTIONS if name in ("vector", "minmax") else np.ones(8)
    # The last is worse than the first on every criterion, whatever is drawn.
    for part, source in ((low, low), (mode, low), (high, low)):
        part[5] = np.where(up > 0, source[0] - 0.01, high[0] + 0.01).clip(0, 1)
    low[0, up > 0] = np.maximum(low[0, up > 0], 0.02)
    mode[0], high[0] = np.maximum(mode[0], low[0]), np.maximum(high[0], low[0])
    found = run_open(OpenFigures.of(low, mode, high), STACKS[name], Plan(3000, 3, pairs=True))
    np.testing.assert_allclose(found.ranks.sum(axis=1), 1)
    np.testing.assert_allclose(found.ranks.sum(axis=0), 1)
    assert found.ranks[5, 0] == 0
    assert found.central_weights[5] is None
    assert found.pairwise is not None
    assert found.pairwise[0, 5] == 1
    off = ~np.eye(6, dtype=bool)
    np.testing.assert_allclose((found.pairwise + found.pairwise.T)[off], 1)


@pytest.mark.parametrize("name", STACKS)
def test_that_the_order_of_alternatives_changes_nothing(name: str) -> None:
    order = np.array([4, 2, 0, 5, 1, 3])
    plan = Plan(2000, 3, pairs=True)
    plain, mixed = (run_open(given, STACKS[name], plan) for given in (figures(), figures().rows(order)))
    np.testing.assert_allclose(mixed.ranks, plain.ranks[order])
    assert plain.pairwise is not None
    assert mixed.pairwise is not None
    np.testing.assert_allclose(mixed.pairwise, plain.pairwise[np.ix_(order, order)])


def test_that_the_order_of_criteria_changes_only_the_noise() -> None:
    given = figures()
    order = np.array([7, 2, 0, 5, 1, 3, 6, 4])
    turned = OpenFigures.of(given.low[:, order], given.mode[:, order], given.high[:, order])
    plain, mixed = (run_open(one, AdditiveStack(), Plan(40_000, 3)) for one in (given, turned))
    assert np.abs(plain.ranks - mixed.ranks).max() < 5 * np.sqrt(0.5 / 40_000)


@pytest.mark.parametrize("name", ["additive", "minmax"])
def test_that_threads_change_nothing_with_open_figures(name: str) -> None:
    one, two = (
        run_open(figures(), STACKS[name], Plan(2 * STREAM_DRAWS + 9, 4, threads, pairs=True, confidence=True))
        for threads in (1, 2)
    )
    np.testing.assert_array_equal(one.ranks, two.ranks)
    np.testing.assert_array_equal(one.pairwise, two.pairwise)
    assert one.confidence == two.confidence


def test_that_central_weights_favour_with_open_figures_too() -> None:
    """Under the weights that favour it an alternative is first more often than under any weights."""
    found = run_open(figures(), AdditiveStack(), Plan(20_000, 4, confidence=True))
    for share, factor in zip(found.ranks[:, 0], found.confidence, strict=True):
        assert factor is not None
        assert factor > share


def test_that_stakeholders_weights_are_counted_with_their_ties() -> None:
    values = np.array([[0.2, 0.8], [0.8, 0.2], [0.1, 0.1]])
    voted = VotedWeights(np.array([[0.5, 0.5], [0.9, 0.1]]), np.array([3.0, 1.0]))
    found = simulate(CertainScores(AdditiveScorer(values)), voted, Plan(20_000, pairs=True))
    assert found is not None
    np.testing.assert_allclose(found.ranks[:, 0], [0.75, 1, 0], atol=0.02)
    assert found.ranks[2].tolist() == [0, 0, 1]
    assert found.pairwise is not None
    assert found.pairwise[0, 1] == 0


def test_that_narrower_weights_leave_less_choice() -> None:
    scorer, weights = problem("fixed", 5)
    found = [
        simulate(CertainScores(scorer), draws, Plan(4000))
        for draws in (
            UniformWeights(8),
            AroundWeights(weights + 0.01, 40.0),
            AroundWeights(weights + 0.01, 4000.0),
        )
    ]
    entropies = [one.entropy for one in found if one is not None]
    assert entropies == sorted(entropies, reverse=True)
    assert entropies[0] > entropies[2]


def test_that_holistic_acceptability_weighs_ranks_by_centroids() -> None:
    """Lahdelma & Salminen (2001): (1 + 1/2 + 1/3, 1/2 + 1/3, 1/3) over the first; always first gives 1."""
    np.testing.assert_allclose(centroid_weights(3), np.array([11, 5, 2]) / 11)
    found = run(AdditiveScorer(np.array([[0.9, 0.9], [0.5, 0.5], [0.1, 0.1]])), 100)
    np.testing.assert_allclose(found.holistic, np.array([11, 5, 2]) / 11)
    assert found.entropy == 0
    mixed = run(problem("fixed", 5)[0])
    assert (mixed.holistic >= mixed.ranks[:, 0] - 1e-12).all()


def test_that_standard_errors_are_those_of_repeated_simulations() -> None:
    scorer, _ = problem("additive", 6, 4)
    runs = [
        simulate(CertainScores(scorer), UniformWeights(8), Plan(500, seed, pairs=True)) for seed in range(200)
    ]
    kept = [one for one in runs if one is not None]
    for values, errors in (
        ([one.ranks for one in kept], [one.standard_error for one in kept]),
        ([one.expected_rank for one in kept], [one.expected_rank_error for one in kept]),
        ([one.pairwise for one in kept], [one.pairwise_error for one in kept]),
    ):
        told = np.mean(np.array(errors, dtype=float), axis=0)
        np.testing.assert_allclose(np.std(np.array(values, dtype=float), axis=0), told, rtol=0.3, atol=2e-3)


def test_that_a_cancelled_simulation_keeps_its_draws() -> None:
    scorer, _ = problem("fixed", 5)
    heard: list[Partial] = []
    found = simulate(
        CertainScores(scorer),
        UniformWeights(8),
        Plan(10 * STREAM_DRAWS),
        partial=heard.append,
        cancelled=lambda: len(heard) >= 2,
    )
    assert found is not None
    assert (found.draws, found.asked, found.is_complete) == (2 * STREAM_DRAWS, 10 * STREAM_DRAWS, False)
    np.testing.assert_array_equal(found.ranks, heard[-1].ranks)
    assert acceptability(scorer, draws=STREAM_DRAWS + 1, cancelled=lambda: True) is None
