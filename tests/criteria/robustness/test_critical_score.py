"""Critical score changes."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.arrays import Floats
from criteria.ranking.ahp import synthesise
from criteria.robustness.critical_score import score_changes
from tests.support.reference import case, table


def example() -> tuple[Floats, Floats]:
    """Triantaphyllou & Sanchez (1997), Decision Sciences 28(1) 151-194, first example."""
    inputs = case("sensitivity-critical-weight-4x4").inputs
    return table(inputs["matrix"]), np.array(inputs["weights"])


def test_that_the_changed_value_makes_the_two_level() -> None:
    """Substituting every feasible threshold back, as Triantaphyllou & Sanchez (1997) define it."""
    matrix, weights = example()
    found = score_changes(matrix, weights)
    places = np.argwhere(~np.isnan(found.thresholds))
    assert len(places) > 20
    for i, j, k in places:
        changed = matrix.copy()
        changed[i, j] *= 1 - found.thresholds[i, j, k] / 100
        assert changed[i, j] >= -1e-12
        scores = changed @ weights
        assert scores[i] == pytest.approx(scores[k], abs=1e-12)


def test_that_shares_stay_shares() -> None:
    """AHP's distributive mode: the column sums to 1 again after the change."""
    matrix, weights = example()
    shares = matrix / matrix.sum(axis=0)
    found = score_changes(shares, weights, shared=True)
    places = np.argwhere(~np.isnan(found.thresholds))
    assert len(places) > 20
    for i, j, k in places:
        changed = shares.copy()
        changed[i, j] *= 1 - found.thresholds[i, j, k] / 100
        scores, _ = synthesise(changed, weights, "distributive")
        assert scores[i] == pytest.approx(scores[k], abs=1e-12)


def test_that_infeasible_ones_would_need_a_negative_value() -> None:
    matrix, weights = example()
    found = score_changes(matrix, weights)
    scores = matrix @ weights
    for i, j, k in np.argwhere(np.isnan(found.thresholds)):
        if i != k:
            assert matrix[i, j] - (scores[i] - scores[k]) / weights[j] < 0


def test_that_the_smallest_changes_are_the_critical_ones() -> None:
    matrix, weights = example()
    found = score_changes(matrix, weights)
    np.testing.assert_array_equal(found.degrees, np.fmin.reduce(np.abs(found.thresholds), axis=2))
    feasible = ~np.isnan(found.degrees)
    np.testing.assert_allclose(found.sensitivities[feasible], 1 / found.degrees[feasible])
    assert (found.sensitivities[~feasible] == 0).all()
    assert found.percent_any is not None
    assert found.percent_top is not None
    assert abs(found.percent_any.percent) == pytest.approx(np.nanmin(found.degrees))
    assert 0 in (found.percent_top.alternative, found.percent_top.rival)
    top = np.concatenate([found.thresholds[0].ravel(), found.thresholds[:, :, 0].ravel()])
    assert abs(found.percent_top.percent) == pytest.approx(np.nanmin(np.abs(top)))


def test_that_what_no_value_can_level_has_no_threshold() -> None:
    """A weight of zero, or a value of zero, which has no percentage."""
    found = score_changes([[0.9, 0.5], [0.0, 0.4]], [1.0, 0.0])
    assert np.isnan(found.thresholds[:, 1]).all()
    assert np.isnan(found.degrees[1, 0])
    assert found.sensitivities[1, 0] == 0
    assert found.thresholds[0, 0, 1] == pytest.approx(100)
    alone = score_changes([[0.9, 0.5]], [1.0, 0.0])
    assert (alone.percent_top, alone.percent_any) == (None, None)


def test_that_those_who_tie_already_need_no_change() -> None:
    found = score_changes([[0.2, 0.8], [0.8, 0.2]], [0.5, 0.5])
    assert (found.degrees == 0).all()
    assert np.isinf(found.sensitivities).all()
