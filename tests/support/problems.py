"""Random decision problems for the tests of robustness."""

from __future__ import annotations

import numpy as np

from criteria.arrays import Floats
from criteria.robustness.scorers import AdditiveScorer, BenefitRiskScorer, Scorer, TopsisScorer

#: One scorer of each kind and normalisation.
KINDS = ("additive", "fixed", "vector", "minmax", "benefit_risk")
GROUPS = np.array([0, 0, 1, 1, 2, 2, 3, 3])
#: A criterion, a premise and a group across premises.
VARIED = ([2], [6, 7], [0, 3, 5])


def scorer(kind: str, values: Floats) -> Scorer:
    """The scorer of unit values (m x 8); every third criterion is a cost where the method knows costs."""
    if kind == "additive":
        return AdditiveScorer(values)
    if kind == "benefit_risk":
        return BenefitRiskScorer(values, GROUPS, 0.4)
    return TopsisScorer.of(values, np.where(np.arange(8) % 3 == 2, -1, 1), kind)


def problem(kind: str, seed: int, alternatives: int = 6, levels: int = 0) -> tuple[Scorer, Floats]:
    """A scorer of random unit values and random weights (8); with levels, values tie as rating scales do."""
    generator = np.random.default_rng(seed)
    values = generator.random((alternatives, 8))
    if levels:
        values = np.round(values * levels) / levels
    return scorer(kind, values), generator.dirichlet(np.full(8, 0.7))
