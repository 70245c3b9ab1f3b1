"""Normalisations of one criterion by ratios, which also take benefits of zero."""

from __future__ import annotations

import numpy as np

from criteria.arrays import Floats
from criteria.ranking.catalogue.problem import Problem


def ratio_to_best(figures: Floats, cost: bool = False) -> Floats:
    """Benefits as x / max, costs as min / x: 1 is the best of all (linear normalisation)."""
    return np.asarray(figures.min() / figures if cost else figures / figures.max())


def share_of_sum(figures: Floats, cost: bool = False) -> Floats:
    """Benefits as x / sum(x), costs as their reciprocals in the same way."""
    upward = ratio_to_best(figures, cost)
    return np.asarray(upward / upward.sum())


def ratio_scaled(problem: Problem) -> Floats:
    """All figures of a problem as ratios to the best."""
    columns = [
        ratio_to_best(figures, direction < 0.0)
        for figures, direction in zip(problem.values.T, problem.directions, strict=True)
    ]
    return np.stack(columns, axis=1)
