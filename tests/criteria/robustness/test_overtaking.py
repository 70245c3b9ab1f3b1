"""Who passes whom, against looking at every pair."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from criteria.robustness.overtaking import Passing, circular_triads, overtakings


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("levels", [0, 4])
def test_that_cases_are_counted_as_by_looking_at_every_pair(seed: int, levels: int) -> None:
    generator = np.random.default_rng(seed)
    base, after = generator.random(6), generator.random((30, 6))
    after[::2] = base + 0.1 * after[::2]
    if levels:
        base, after = np.round(base * levels), np.round(after * levels)
    after[np.arange(30), generator.integers(0, 6, 30)] = np.nan
    passed, winners = [], []
    for row in after:
        here = np.flatnonzero(~np.isnan(row))
        passed.append(any(base[i] > base[k] and row[i] < row[k] for i in here for k in here))
        best = [i for i in here if base[i] == base[here].max()]
        winners.append(row[here].max() > row[best].max())
    found = overtakings(base, after)
    assert (found.reversals, found.winner_changes) == (sum(passed), sum(winners))
    if any(passed):
        assert found.first is not None
        assert found.first.case == passed.index(True)
        row = after[found.first.case]
        assert base[found.first.overtaken] > base[found.first.overtaking]
        assert row[found.first.overtaken] < row[found.first.overtaking]
    if any(winners):
        assert found.first_winner is not None
        assert found.first_winner.case == winners.index(True)


def test_that_ties_that_part_or_form_reverse_nothing() -> None:
    found = overtakings(np.array([0.5, 0.5, 0.2]), np.array([[0.4, 0.5, 0.4], [0.5, 0.4, 0.45]]))
    assert (found.reversals, found.winner_changes) == (1, 0)
    assert found.first == Passing(1, 1, 2)
    assert overtakings(np.array([1.0]), np.empty((0, 1))).reversals == 0


@pytest.mark.parametrize("seed", range(4))
def test_that_circles_are_counted_as_by_looking_at_every_triple(seed: int) -> None:
    values = np.round(np.random.default_rng(seed).normal(size=(7, 7)))
    lead = values - values.T
    beats = lead > 0
    circles = sum(
        bool((beats[i, j] and beats[j, k] and beats[k, i]) or (beats[j, i] and beats[k, j] and beats[i, k]))
        for i, j, k in itertools.combinations(range(7), 3)
    )
    count, triad = circular_triads(lead)
    assert count == circles
    if count:
        assert triad is not None
        a, b, c = triad
        assert beats[a, b]
        assert beats[b, c]
        assert beats[c, a]


def test_that_an_order_has_no_circles() -> None:
    scores = np.array([3.0, 1.0, 2.0])
    assert circular_triads(scores[:, None] - scores[None]) == (0, None)
