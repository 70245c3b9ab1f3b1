"""Everywhere a result holds along one weight, against what a fine grid of weights shows."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from criteria.edits.scores import set_scores
from criteria.model.projects import Score
from criteria.ranking.ranks import ranks_of_rows
from criteria.ranking.results import rank
from criteria.robustness.bands import winner_bands
from criteria.robustness.kept_ranges import Kept, KeptRanges, kept_ranges, study_kept
from criteria.robustness.scorers import AdditiveScorer, Scorer
from criteria.robustness.stability import Interval, stabilities
from criteria.robustness.study_sensitivity import elements, study_stability
from criteria.robustness.sweep import sweep_weights
from criteria.robustness.weight_path import group_masks, weight_paths
from tests.support.problems import KINDS, VARIED, problem
from tests.support.studies import example, project, study_with

STEPS = 1501


def holds(ranks: Any, before: Any, kind: Kept, top: int) -> Any:
    """At which of many rankings a result is that of another one."""
    if kind == "order":
        return (ranks == before).all(axis=1)
    limit = 1 if kind == "winner" else top
    return ((ranks <= limit) == (before <= limit)).all(axis=1)


def every_range(found: KeptRanges) -> list[Interval]:
    return sorted((found.now, *found.again), key=lambda item: item.lower)


def expected_and_found(scorer: Scorer, weights: Any, group: Any, kind: Kept, top: int) -> tuple[Any, Any]:
    """Along a grid, away from the ends of ranges: what holds, and what the ranges say holds."""
    (found,) = kept_ranges(scorer, weights, [group], kind, top)
    t = np.linspace(0.0, 1.0, STEPS)
    ranks = ranks_of_rows(scorer.scores(sweep_weights(weights, group, STEPS)))
    before = ranks_of_rows(scorer.scores(weights[None, :]))[0]
    inside, clear = np.zeros(STEPS, dtype=bool), np.ones(STEPS, dtype=bool)
    for item in every_range(found):
        inside |= (t >= item.lower) & (t <= item.upper)
        clear &= (np.abs(t - item.lower) > 1e-6) & (np.abs(t - item.upper) > 1e-6)
    clear &= (t > 0) & (t < 1)
    return holds(ranks, before, kind, top)[clear], inside[clear]


@pytest.mark.parametrize("method", KINDS)
@pytest.mark.parametrize(("kind", "top"), [("winner", 1), ("top", 2), ("top", 3), ("order", 0)])
def test_that_the_ranges_are_those_of_a_grid(method: str, kind: Kept, top: int) -> None:
    for seed in range(12):
        scorer, weights = problem(method, seed, alternatives=6)
        for group in VARIED:
            np.testing.assert_array_equal(*expected_and_found(scorer, weights, group, kind, top))


def test_that_a_winner_that_lost_the_lead_can_regain_it() -> None:
    """Curves of TOPSIS and of benefit and risk may cross twice; straight lines cannot."""
    scorer, weights = problem("vector", 16, alternatives=4)
    (found,) = kept_ranges(scorer, weights, [[0, 3, 5]], "winner")
    (again,) = found.again
    assert (found.now.upper_pair, again.lower_pair) == ((2, 0), (2, 0))
    assert found.now.upper < again.lower < again.upper == 1.0
    scorer, weights = problem("benefit_risk", 6, alternatives=5)
    (found,) = kept_ranges(scorer, weights, [[2]], "order")
    (again,) = found.again
    assert (again.lower_pair, again.upper_pair) == ((2, 3), (1, 2))
    for seed in range(30):
        scorer, weights = problem("additive", seed)
        assert not any(item.again for item in kept_ranges(scorer, weights, list(VARIED), "order"))


@pytest.mark.parametrize("method", KINDS)
@pytest.mark.parametrize("kind", ["winner", "top", "order"])
def test_that_the_range_around_the_weight_is_the_stability_interval(method: str, kind: Kept) -> None:
    for seed in range(8):
        scorer, weights = problem(method, seed)
        found = kept_ranges(scorer, weights, list(VARIED), kind, 3)
        stable = stabilities(scorer, weights, list(VARIED), 3)
        parts = {"winner": [s.winner for s in stable], "order": [s.order for s in stable]}
        parts["top"] = [s.top_k for s in stable if s.top_k is not None]
        assert [item.now for item in found] == parts[kind]


@pytest.mark.parametrize(("method", "seed"), [("vector", 16), ("benefit_risk", 87), ("fixed", 2)])
def test_that_each_end_names_who_is_overtaken_and_by_whom(method: str, seed: int) -> None:
    scorer, weights = problem(method, seed, alternatives=4)
    group = [0, 3, 5]
    (found,) = kept_ranges(scorer, weights, [group], "winner")
    path = weight_paths(weights, group_masks([group], 8))
    ends = 0
    for item in every_range(found):
        scores = scorer.scores(path.at(np.array([item.lower - 1e-6, item.upper + 1e-6]).clip(0.0, 1.0)))
        for pair, row in ((item.lower_pair, scores[0]), (item.upper_pair, scores[1])):
            if pair is not None:
                ends += 1
                assert row[pair[1]] > row[pair[0]]
    assert ends > 0


def test_that_the_winners_ranges_are_their_bands() -> None:
    for seed in range(30):
        scorer, weights = problem("fixed", seed, alternatives=5)
        (found,) = kept_ranges(scorer, weights, [[2]], "winner")
        bands = winner_bands(scorer, weights, [2])
        here = next(band.winners for band in bands if band.lower <= found.weight <= band.upper)
        expected = [(band.lower, band.upper) for band in bands if band.winners == here]
        got = [(item.lower, item.upper) for item in every_range(found)]
        np.testing.assert_allclose(got, expected, atol=1e-9)


def test_that_a_tie_that_any_weight_parts_holds_at_that_weight_alone() -> None:
    scorer = AdditiveScorer(np.array([[1.0, 0.0], [0.0, 1.0], [0.1, 0.1]]))
    (found,) = kept_ranges(scorer, np.array([0.5, 0.5]), [[0]], "winner")
    assert (found.now.lower, found.now.upper, found.again) == (0.5, 0.5, ())


def test_that_without_another_alternative_everything_holds() -> None:
    scorer = AdditiveScorer(np.array([[1.0, 0.0], [0.0, 1.0]]))
    (found,) = kept_ranges(scorer, np.array([0.7, 0.3]), [[0]], "top", 2)
    assert (found.now.lower, found.now.upper, found.again) == (0.0, 1.0, ())
    assert kept_ranges(scorer, np.array([0.7, 0.3]), [], "winner") == ()


def test_that_a_study_has_a_row_for_every_premise_and_criterion() -> None:
    results = rank(example())
    found = study_kept(results, "topsis", "winner", 3)
    assert tuple(item.element for item in found) == elements(results)
    intervals = [item.stability.winner for item in study_stability(results) if item.method == "topsis"]
    assert [item.ranges.now for item in found] == intervals
    for item in found:
        assert item.bands[0].lower == 0.0
        assert item.bands[-1].upper == 1.0
    assert study_kept(results, "topsis", "winner", 3) is found


def test_that_gaps_take_no_part() -> None:
    study = study_with(project("P1"), project("P2", N3=None))
    assert study_kept(rank(study), "ahp", "order", 1) == ()
    three = set_scores(example(), {("P05", "A2"): Score()})
    assert "P05" not in study_kept(rank(three), "ahp", "order", 1)[0].projects
