"""Stability intervals against recomputed rankings."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.arrays import Floats, Ints
from criteria.errors import MethodError
from criteria.ranking.ranks import competition_ranks
from criteria.robustness.scorers import AdditiveScorer, BenefitRiskScorer, Scorer, TopsisScorer
from criteria.robustness.stability import Interval, stabilities, stability
from criteria.robustness.weight_path import group_masks, weight_paths
from tests.support.problems import GROUPS, KINDS, VARIED, problem

MARGIN = 1e-7
WHOLE = Interval(0.0, 1.0, None, None)
SEEDS = st.integers(0, 100_000)
KIND = st.sampled_from(KINDS)
GROUP = st.sampled_from(VARIED)


def ranks_at(scorer: Scorer, weights: Floats, group: list[int], t: float) -> Ints:
    """The ranks where the group weighs t."""
    path = weight_paths(weights, group_masks([group], weights.size))
    return competition_ranks(scorer.scores(path.at(np.array([t])))[0])


def places(ranks: Ints, worst: int) -> list[int]:
    """Who is among the best few; the ranks themselves if all six alternatives count."""
    return ranks.tolist() if worst == 6 else np.flatnonzero(ranks <= worst).tolist()


def inside(interval: Interval, current: float) -> list[float]:
    """Weights all over an interval, up to just inside its ends."""
    low, high = interval.lower + MARGIN, interval.upper - MARGIN
    spread = low + (high - low) * np.linspace(0, 1, 41)
    return [current, *spread.tolist()] if high > low else [current]


def just_outside(interval: Interval) -> list[float]:
    """The weights just beyond the ends that are not the ends of the axis."""
    found = [interval.lower - MARGIN] if interval.lower > MARGIN else []
    return found + ([interval.upper + MARGIN] if interval.upper < 1 - MARGIN else [])


@settings(max_examples=50, deadline=None)
@given(seed=SEEDS, kind=KIND, group=GROUP)
def test_that_the_winner_the_best_and_the_order_hold_inside_and_change_just_outside(
    seed: int, kind: str, group: list[int]
) -> None:
    scorer, weights = problem(kind, seed)
    found = stability(scorer, weights, group, top=2)
    now = ranks_at(scorer, weights, group, found.weight)
    assert found.weight == pytest.approx(weights[group].sum())
    views = ((found.winner, 1), (found.top_k, 2), (found.order, 6))
    for interval, worst in views:
        assert interval is not None
        assert interval.lower <= found.weight <= interval.upper
        for t in inside(interval, found.weight):
            assert places(ranks_at(scorer, weights, group, t), worst) == places(now, worst), (t, interval)
        for t in just_outside(interval):
            assert places(ranks_at(scorer, weights, group, t), worst) != places(now, worst), (t, interval)


@settings(max_examples=50, deadline=None)
@given(seed=SEEDS, kind=KIND, group=GROUP)
def test_that_each_end_names_who_is_overtaken_by_whom(seed: int, kind: str, group: list[int]) -> None:
    scorer, weights = problem(kind, seed)
    order = stability(scorer, weights, group).order
    for end, pair, step in (
        (order.lower, order.lower_pair, -MARGIN),
        (order.upper, order.upper_pair, MARGIN),
    ):
        assert (pair is None) == (end in (0.0, 1.0))
        if pair is not None:
            overtaken, overtaking = pair
            before = ranks_at(scorer, weights, group, end - step)
            after = ranks_at(scorer, weights, group, end + step)
            assert before[overtaken] < before[overtaking]
            assert after[overtaking] < after[overtaken]


@settings(max_examples=20, deadline=None)
@given(seed=SEEDS, kind=KIND)
def test_that_many_weights_at_once_have_the_stability_of_each(seed: int, kind: str) -> None:
    scorer, weights = problem(kind, seed)
    together = stabilities(scorer, weights, VARIED, top=3)
    for group, found in zip(VARIED, together, strict=True):
        alone = stability(scorer, weights, group)
        assert found.bands == ()
        assert found.top_k is not None
        assert alone.top_k is not None
        for one, other in ((found.order, alone.order), (found.top_k, alone.top_k)):
            assert (one.lower, one.upper) == pytest.approx((other.lower, other.upper))
            assert (one.lower_pair, one.upper_pair) == (other.lower_pair, other.upper_pair)
        assert any(band.lower <= found.weight <= band.upper for band in alone.bands)


def test_that_a_pair_that_crosses_twice_bounds_the_interval_on_both_sides() -> None:
    """Squared distances with z^2 - 2.5 z + 1 between them, z = (t/(1-t))^2: level at z = 1/2 and z = 2."""
    plus, minus = np.array([[0.0, 1.0], [1.0, 1.0]]), np.array([[1.0, 2.0], [5.5, 1.0]])
    found = stability(TopsisScorer(plus, minus), [0.5, 0.5], [0])
    ends = [np.sqrt(z) / (1 + np.sqrt(z)) for z in (0.5, 2.0)]
    assert found.order.lower == pytest.approx(ends[0])
    assert found.order.upper == pytest.approx(ends[1])
    assert found.order.lower_pair == found.order.upper_pair == (1, 0)
    assert [band.winners for band in found.bands] == [(0,), (1,), (0,)]


def test_that_two_lines_are_stable_up_to_where_they_meet() -> None:
    """Lines 1 - t and t at t = 0.3."""
    scorer = AdditiveScorer(np.array([[0.0, 1.0], [1.0, 0.0]]))
    found = stability(scorer, [0.3, 0.7], [0])
    assert found.winner == Interval(0.0, 0.5, None, (0, 1))
    assert found.order == found.winner
    assert found.top_k == WHOLE
    assert [band.winners for band in found.bands] == [(0,), (1,)]


def test_that_a_tie_that_ends_at_once_leaves_no_room() -> None:
    """Lines 1 - t and t at t = 0.5: on either side one of them wins."""
    scorer = AdditiveScorer(np.array([[0.0, 1.0], [1.0, 0.0], [0.1, 0.1]]))
    found = stability(scorer, [0.5, 0.5], [0], top=1)
    expected = Interval(0.5, 0.5, (1, 0), (0, 1))
    assert found.winner == expected
    assert found.top_k == expected
    assert found.order == expected


def test_that_a_tie_at_no_weight_ends_where_weight_begins() -> None:
    scorer = AdditiveScorer(np.array([[0.2, 0.5], [0.9, 0.5]]))
    found = stability(scorer, [0.0, 1.0], [0])
    assert found.weight == 0.0
    assert found.order == Interval(0.0, 0.0, None, (0, 1))


@pytest.mark.parametrize("kind", KINDS)
def test_that_alternatives_that_tie_throughout_do_not_disturb(kind: str) -> None:
    scorer, weights = problem(kind, 21)
    twins = scorer.subset(np.array([0, 1, 2, 3, 4, 5, 0, 5]))
    plain, doubled = (stability(one, weights, [2], top=0) for one in (scorer, twins))
    for before, after in ((plain.winner, doubled.winner), (plain.order, doubled.order)):
        assert after.lower == pytest.approx(before.lower, abs=1e-12)
        assert after.upper == pytest.approx(before.upper, abs=1e-12)


def test_that_places_shared_at_the_edge_belong_to_the_best_until_they_part() -> None:
    """Second place is shared at t = 0.5 by lines 1 - t and t; whoever falls behind leaves the best two."""
    scorer = AdditiveScorer(np.array([[0.9, 0.9], [0.0, 1.0], [1.0, 0.0], [0.1, 0.1]]))
    found = stability(scorer, [0.5, 0.5], [0], top=2).top_k
    assert found is not None
    assert (found.lower, found.upper) == (0.5, 0.5)


def test_that_one_alternative_is_stable_everywhere() -> None:
    found = stability(AdditiveScorer(np.array([[0.3, 0.4]])), [0.5, 0.5], [0])
    assert (found.winner, found.order) == (WHOLE, WHOLE)


def test_that_a_premise_that_jumps_in_value_with_its_first_weight_is_not_called_stable() -> None:
    """Without weight on rights its local weights decide, with a little on one criterion that one does."""
    values = np.full((2, 8), 0.5)
    values[0, 6:] = [0.0, 1.0]
    values[1, 6:] = [0.6, 0.1]
    scorer = BenefitRiskScorer(values, GROUPS)
    weights = np.array([0.2, 0.2, 0.1, 0.1, 0.2, 0.2, 0.0, 0.0])
    assert ranks_at(scorer, weights, [6], 0.0).tolist() == [1, 2]
    assert ranks_at(scorer, weights, [6], 1e-6).tolist() == [2, 1]
    assert stability(scorer, weights, [6]).order == Interval(0.0, 0.0, None, (0, 1))


def test_that_no_groups_have_no_stability() -> None:
    scorer, weights = problem("fixed", 1)
    assert stabilities(scorer, weights, []) == ()


def test_that_the_best_of_fewer_than_one_are_refused() -> None:
    scorer, weights = problem("fixed", 1)
    with pytest.raises(MethodError, match="at least 1"):
        stabilities(scorer, weights, [[0]], top=-1)
