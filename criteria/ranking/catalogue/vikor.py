"""VIKOR (Opricovic & Tzeng 2004): group utility S, individual regret R, both in Q, and the compromise set."""

from __future__ import annotations

import numpy as np

from criteria.arrays import Floats
from criteria.ranking.catalogue.options import Options
from criteria.ranking.catalogue.outcome import Acceptance, Outcome
from criteria.ranking.catalogue.problem import Problem
from criteria.ranking.ranks import TIE_TOLERANCE, competition_ranks


def vikor(problem: Problem, options: Options) -> Outcome:
    """Q of each alternative, lower is better; where all are equal in S or in R, that part of Q is zero."""
    regrets = problem.weights * (1.0 - problem.scaled)
    S = regrets.sum(axis=1)
    R = regrets.max(axis=1, initial=0.0)
    Q = options.v * _share(S) + (1.0 - options.v) * _share(R)
    return Outcome(Q, {"S": S, "R": R, "Q": Q}, _acceptance(S, R, Q))


def _share(values: Floats) -> Floats:
    """Where each value lies between the lowest and the highest; zero where they differ by rounding only."""
    low, high = values.min(), values.max()
    if high - low <= TIE_TOLERANCE * max(abs(high), abs(low)):
        return np.zeros(len(values))
    return np.asarray((values - low) / (high - low))


def _acceptance(S: Floats, R: Floats, Q: Floats) -> Acceptance:
    count = len(Q)
    if count == 1:
        return Acceptance(has_advantage=True, is_stable=True, threshold=1.0, compromise=(0,))
    threshold = 1.0 / (count - 1)
    ranks = competition_ranks(-Q)
    winners = ranks == 1
    ordered = np.sort(Q)
    has_advantage = bool(ordered[1] - ordered[0] >= threshold - TIE_TOLERANCE)
    best_elsewhere = (competition_ranks(-S) == 1) | (competition_ranks(-R) == 1)
    is_stable = bool(best_elsewhere[winners].all())
    if not has_advantage:
        chosen = Q - ordered[0] < threshold - TIE_TOLERANCE
    elif is_stable:
        chosen = winners
    else:
        chosen = ranks <= 2
    return Acceptance(has_advantage, is_stable, threshold, tuple(int(row) for row in np.flatnonzero(chosen)))
