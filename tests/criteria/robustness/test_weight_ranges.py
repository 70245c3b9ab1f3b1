"""Random weights within ranges, by rejection and by a walk."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.errors import MethodError
from criteria.robustness.weight_ranges import RangedWeights, ranges_around

DRAWS = 30_000


def test_that_the_walk_gives_what_rejection_gives() -> None:
    """Means, spreads, correlations and quantiles of both samples agree within sampling error."""
    draws = RangedWeights(np.array([0.1, 0.0, 0.05, 0.1]), np.array([0.5, 0.6, 0.2, 1.0]))
    assert draws.acceptance > 0.05
    rejected = draws.draw(np.random.default_rng(1), DRAWS)
    walked = draws.walk(np.random.default_rng(2), DRAWS)
    error = rejected.std(axis=0) / np.sqrt(DRAWS)
    assert (np.abs(rejected.mean(axis=0) - walked.mean(axis=0)) < 5 * error).all()
    np.testing.assert_allclose(walked.std(axis=0), rejected.std(axis=0), rtol=0.03)
    np.testing.assert_allclose(np.corrcoef(walked.T), np.corrcoef(rejected.T), atol=0.03)
    for share in (0.05, 0.5, 0.95):
        np.testing.assert_allclose(
            np.quantile(walked, share, axis=0), np.quantile(rejected, share, axis=0), atol=0.01
        )


def test_that_the_walk_reaches_the_whole_simplex() -> None:
    """Without bounds: Dirichlet(1, ..., 1) with variance (n - 1) / (n^2 (n + 1))."""
    walked = RangedWeights(np.zeros(16), np.ones(16)).walk(np.random.default_rng(2), DRAWS)
    np.testing.assert_allclose(walked.sum(axis=1), 1)
    np.testing.assert_allclose(walked.mean(axis=0), 1 / 16, rtol=0.04)
    np.testing.assert_allclose(walked.var(axis=0), 15 / (256 * 17), rtol=0.06)
    # Draws are apart from each other: the mean of a sample is as far off as independent draws would put it.
    means = walked.reshape(300, 100, 16).mean(axis=1)
    np.testing.assert_allclose(means.var(axis=0).mean() * 100, 15 / (256 * 17), rtol=0.1)


def test_that_narrow_ranges_of_many_criteria_are_walked_and_kept() -> None:
    stated = np.random.default_rng(4).dirichlet(np.full(16, 4.0))
    draws = ranges_around(stated, 0.2)
    assert draws.acceptance < 0.05
    weights = draws.draw(np.random.default_rng(3), 4000)
    np.testing.assert_allclose(weights.sum(axis=1), 1)
    assert (np.abs(weights / stated - 1) <= 0.2 + 1e-9).all()
    np.testing.assert_allclose(weights.mean(axis=0), stated, rtol=0.02)


def test_that_ranges_that_leave_one_weighting_give_it() -> None:
    draws = RangedWeights(np.array([0.2, 0.3, 0.1]), np.array([0.2, 0.3, 0.9]))
    assert draws.high.tolist() == pytest.approx([0.2, 0.3, 0.5])
    assert not draws.is_generic
    for weights in (draws.draw(np.random.default_rng(0), 5), draws.walk(np.random.default_rng(0), 5)):
        np.testing.assert_allclose(weights, np.tile([0.2, 0.3, 0.5], (5, 1)))


def test_that_ranges_no_weights_fit_are_refused() -> None:
    with pytest.raises(MethodError, match="above its highest"):
        RangedWeights(np.array([0.5, 0.1]), np.array([0.4, 0.9]))
    with pytest.raises(MethodError, match=r"add up to 1\.2"):
        RangedWeights(np.array([0.6, 0.6]), np.ones(2))
    with pytest.raises(MethodError, match=r"the highest to 0\.8"):
        RangedWeights(np.zeros(2), np.array([0.4, 0.4]))
    with pytest.raises(MethodError, match="share of zero or more"):
        ranges_around([0.0, 0.0], 0.1)
