"""Exact crossings against a brute-force scan."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.robustness.score_paths import CubicPaths, LinearPaths, QuadraticPaths, ScorePaths
from criteria.robustness.weight_path import group_masks, weight_paths
from tests.support.problems import KINDS, VARIED, problem

FIRST, SECOND = np.triu_indices(6, 1)
# At the ends a premise may lose all weight, where its value is that of its local weights.
GRID = np.linspace(1e-6, 1 - 1e-6, 4001)
ONE = np.array([0]), np.array([1])


def found_roots(paths: ScorePaths) -> list[float]:
    """The crossings of alternatives 0 and 1 on the first path."""
    roots = paths.roots(*ONE)[:, 0, 0]
    return sorted(roots[~np.isnan(roots)].tolist())


@settings(max_examples=50, deadline=None)
@given(seed=st.integers(0, 100_000), kind=st.sampled_from(KINDS), group=st.sampled_from(VARIED))
def test_that_every_crossing_a_scan_sees_is_found_and_no_other(
    seed: int, kind: str, group: list[int]
) -> None:
    scorer, weights = problem(kind, seed)
    path = weight_paths(weights, group_masks([group], 8))
    roots = scorer.paths(path).roots(FIRST, SECOND)[:, 0]
    scores = scorer.scores(path.at(GRID))
    gaps = scores[:, FIRST] - scores[:, SECOND]
    for pair in range(len(FIRST)):
        exact = roots[(roots[:, pair] > GRID[0]) & (roots[:, pair] < GRID[-1]), pair]
        flips = np.flatnonzero(gaps[1:, pair] * gaps[:-1, pair] < 0)
        seen = [np.sum((exact >= GRID[flip]) & (exact <= GRID[flip + 1])) % 2 for flip in flips]
        assert all(seen), (exact, GRID[flips])
        # Beyond what the grid can see there are only pairs of crossings between two of its steps.
        assert (len(exact) - len(flips)) % 2 == 0
        assert len(exact) - len(flips) <= 2


@settings(max_examples=50, deadline=None)
@given(seed=st.integers(0, 100_000), kind=st.sampled_from(KINDS), group=st.sampled_from(VARIED))
def test_that_two_alternatives_are_level_where_they_cross(seed: int, kind: str, group: list[int]) -> None:
    scorer, weights = problem(kind, seed)
    path = weight_paths(weights, group_masks([group], 8))
    paths = scorer.paths(path)
    for place, pair in np.argwhere(~np.isnan(roots := paths.roots(FIRST, SECOND)[:, 0])):
        scores = scorer.scores(path.at(np.array([roots[place, pair]])))[0]
        assert scores[FIRST[pair]] == pytest.approx(scores[SECOND[pair]], abs=1e-10)


@pytest.mark.parametrize("kind", KINDS)
def test_that_the_sign_of_a_pair_is_that_of_its_scores(kind: str) -> None:
    scorer, weights = problem(kind, 77)
    path = weight_paths(weights, group_masks([[2]], 8))
    for t in (0.1, 0.5, 0.9):
        scores = scorer.scores(path.at(np.array([t])))[0]
        sign = scorer.paths(path).sign(FIRST, SECOND, np.array([[t]]))[0]
        np.testing.assert_array_equal(sign, np.sign(scores[FIRST] - scores[SECOND]))


@pytest.mark.parametrize("kind", KINDS)
def test_that_equal_alternatives_never_cross_and_do_not_differ(kind: str) -> None:
    scorer, weights = problem(kind, 5)
    twins = scorer.subset(np.array([3, 3, 1]))
    paths = twins.paths(weight_paths(weights, group_masks(VARIED, 8)))
    assert np.isnan(paths.roots(*ONE)).all()
    assert not paths.differ(*ONE).any()
    assert paths.differ(np.array([0]), np.array([2])).all()


@pytest.mark.parametrize(("slope", "crossings"), [(5.5, [0.5, 2.0]), (5.0, []), (4.0, [])])
def test_that_a_pair_may_cross_twice_on_a_quadratic_and_touching_does_not_count(
    slope: float, crossings: list[float]
) -> None:
    """The first leads where (z + 2)(z + 1) > slope z + 1, with z = (t/(1-t))^2."""
    rows = ([0.0, 1.0], [1.0, 1.0], [1.0, slope], [2.0, 1.0])
    paths = QuadraticPaths(*(np.array([row]) for row in rows))
    assert found_roots(paths) == pytest.approx([np.sqrt(z) / (1 + np.sqrt(z)) for z in crossings])


def test_that_a_cubic_may_cross_three_times_and_touching_does_not_count() -> None:
    three = np.poly([0.2, 0.5, 0.9])[::-1]
    touching = np.poly([0.3, 0.3, 0.8])[::-1]
    saddle = np.poly([0.4, 0.4, 0.4])[::-1]
    for roots, curve in (([0.2, 0.5, 0.9], three), ([0.8], touching), ([0.4], saddle)):
        paths = CubicPaths(np.stack([curve, np.zeros(4)])[None])
        assert found_roots(paths) == pytest.approx(roots, abs=1e-5)


@pytest.mark.parametrize(
    ("curve", "roots"),
    [([-0.3, 1, 0, 0], [0.3]), ([0.06, -0.5, 1, 0], [0.2, 0.3]), ([0.1, 0, 0, 0], []), ([0, 1, 0, 0], [])],
)
def test_that_lower_degrees_are_cubics_too(curve: list[float], roots: list[float]) -> None:
    assert found_roots(CubicPaths(np.array([[curve, [0.0] * 4]]))) == pytest.approx(roots, abs=1e-12)


def test_that_lines_that_meet_at_an_end_do_not_cross() -> None:
    paths = LinearPaths(np.array([[0.5, 0.5]]), np.array([[0.2, 0.8]]))
    assert found_roots(paths) == []
    assert paths.differ(*ONE).all()
