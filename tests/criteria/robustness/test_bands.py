"""Winner bands."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.robustness.bands import winner_bands
from criteria.robustness.scorers import AdditiveScorer
from criteria.robustness.weight_path import group_masks, weight_paths
from tests.support.problems import KINDS, VARIED, problem


def test_that_the_envelope_of_three_lines_has_three_bands() -> None:
    """Lines 1 - t, t and 0.6: the third is best between 0.4 and 0.6."""
    scorer = AdditiveScorer(np.array([[0.0, 1.0], [1.0, 0.0], [0.6, 0.6]]))
    found = winner_bands(scorer, [0.5, 0.5], [0])
    assert [band.winners for band in found] == [(0,), (2,), (1,)]
    np.testing.assert_allclose([band.upper for band in found], [0.4, 0.6, 1.0])


def test_that_all_that_tie_throughout_are_named() -> None:
    scorer = AdditiveScorer(np.array([[0.7, 0.2], [0.1, 0.1], [0.7, 0.2]]))
    assert [band.winners for band in winner_bands(scorer, [0.5, 0.5], [0])] == [(0, 2)]


def test_that_those_level_at_the_start_are_told_apart_right_after_it() -> None:
    scorer = AdditiveScorer(np.array([[0.1, 0.5], [0.9, 0.5], [0.3, 0.5]]))
    assert [band.winners for band in winner_bands(scorer, [0.5, 0.5], [0])] == [(1,)]


@settings(max_examples=50, deadline=None)
@given(
    seed=st.integers(0, 100_000),
    kind=st.sampled_from(KINDS),
    group=st.sampled_from(VARIED),
    levels=st.sampled_from([0, 4]),
)
def test_that_bands_cover_the_axis_and_name_the_best_in_their_middle(
    seed: int, kind: str, group: list[int], levels: int
) -> None:
    scorer, weights = problem(kind, seed, levels=levels)
    found = winner_bands(scorer, weights, group)
    assert found[0].lower == 0.0
    assert found[-1].upper == 1.0
    assert [band.upper for band in found[:-1]] == [band.lower for band in found[1:]]
    for band in found:
        if band.upper - band.lower < 1e-6:
            continue
        middle = np.array([(band.lower + band.upper) / 2])
        scores = scorer.scores(weight_paths(weights, group_masks([group], 8)).at(middle))[0]
        assert scores[list(band.winners)] == pytest.approx(scores.max(), abs=1e-11)
