"""Weight sweeps and crossings."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.errors import MethodError
from criteria.ranking.ranks import competition_ranks
from criteria.robustness.sweep import AdditiveScorer, crossings, sweep, sweep_weights
from tests.support.problems import KINDS, VARIED, problem


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10_000), group=st.sampled_from(VARIED))
def test_that_all_others_keep_their_proportions(seed: int, group: list[int]) -> None:
    weights = np.random.default_rng(seed).dirichlet(np.ones(8))
    rows = sweep_weights(weights, group, 11)
    np.testing.assert_allclose(rows.sum(axis=1), 1)
    np.testing.assert_allclose(rows[:, group].sum(axis=1), np.linspace(0, 1, 11), atol=1e-15)
    rest = [place for place in range(8) if place not in group]
    np.testing.assert_allclose(rows[3, rest] * weights[rest].sum(), weights[rest] * rows[3, rest].sum())
    np.testing.assert_allclose(rows[3, group] * weights[group].sum(), weights[group] * rows[3, group].sum())


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_sweep_scores_and_ranks_every_step(kind: str) -> None:
    scorer, weights = problem(kind, 1)
    found = sweep(scorer, weights, [2], 21)
    assert found.t[4] == pytest.approx(0.2)
    np.testing.assert_allclose(found.scores, scorer.scores(sweep_weights(weights, [2], 21)))
    np.testing.assert_array_equal(found.ranks, [competition_ranks(row) for row in found.scores])


def test_that_a_sweep_of_one_step_is_refused() -> None:
    with pytest.raises(MethodError, match="two steps"):
        sweep_weights([0.5, 0.5], [0], 1)


def test_that_a_crossing_names_who_gives_way_to_whom_at_which_rank() -> None:
    """Lines 1 - t, t and 0.4: the third is overtaken at 0.4 and overtakes at 0.6."""
    scorer = AdditiveScorer(np.array([[0.0, 1.0], [1.0, 0.0], [0.4, 0.4]]))
    found = crossings(scorer, [0.5, 0.5], [0])
    assert [(one.upper_before, one.upper_after, one.rank) for one in found] == [
        (2, 1, 2),
        (0, 1, 1),
        (0, 2, 2),
    ]
    np.testing.assert_allclose([one.t for one in found], [0.4, 0.5, 0.6])


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 100_000), kind=st.sampled_from(KINDS), group=st.sampled_from(VARIED))
def test_that_ranks_swap_at_each_crossing(seed: int, kind: str, group: list[int]) -> None:
    scorer, weights = problem(kind, seed)
    found = crossings(scorer, weights, group)
    times = [0.0, *(one.t for one in found), 1.0]
    assert times == sorted(times)
    for one in found:
        near = min((abs(one.t - t) for t in times if t != one.t), default=1.0)
        if near < 1e-6:
            continue
        around = np.array([one.t - near / 2, one.t + near / 2])
        from criteria.robustness.weight_path import group_masks, weight_paths

        before, after = scorer.scores(weight_paths(weights, group_masks([group], 8)).at(around))
        assert before[one.upper_before] > before[one.upper_after]
        assert after[one.upper_before] < after[one.upper_after]
        assert competition_ranks(before)[one.upper_before] == one.rank


def test_that_only_the_pairs_asked_for_are_looked_at() -> None:
    scorer, weights = problem("fixed", 6)
    everything = crossings(scorer, weights, [2])
    chosen = crossings(scorer, weights, [2], [(0, 3), (5, 1)])
    wanted = [{0, 3}, {1, 5}]
    expected = [one for one in everything if {one.upper_before, one.upper_after} in wanted]
    assert [one.t for one in chosen] == pytest.approx([one.t for one in expected])
    assert crossings(scorer, weights, [2], []) == ()


def test_that_one_alternative_crosses_nobody() -> None:
    assert crossings(AdditiveScorer(np.array([[0.3, 0.4]])), [0.5, 0.5], [0]) == ()
