"""Methods of ratios and distances of our own: COPRAS, MOORA, MABAC and CODAS."""

from __future__ import annotations

import numpy as np

from criteria.ranking.catalogue.options import Options
from criteria.ranking.catalogue.outcome import Outcome
from criteria.ranking.catalogue.problem import (
    Problem,
    UndefinedMethodError,
    require_at_least_zero,
    require_ratios,
)
from criteria.ranking.catalogue.scales import ratio_scaled, share_of_sum
from criteria.ranking.ranks import TIE_TOLERANCE


def copras(problem: Problem, _: Options) -> Outcome:
    """Utility Q / max Q of COPRAS, with Q = S+ + sum(S-) / (S- sum(1 / S-)) (Zavadskas et al. 1994).

    S+ and S- are the weighted shares of benefits and costs. Without costs Q is S+.
    """
    if problem.is_empty:
        return Outcome(np.zeros(len(problem.values)))
    require_at_least_zero(problem)
    shares = problem.weights * np.apply_along_axis(share_of_sum, 0, problem.values)
    cost = problem.directions < 0.0
    plus, minus = shares[:, ~cost].sum(axis=1), shares[:, cost].sum(axis=1)
    if not cost.any():
        return Outcome(plus / plus.max(), {"S_plus": plus, "S_minus": minus})
    free = np.flatnonzero(minus == 0.0)
    if free.size:
        raise UndefinedMethodError(
            f"{problem.method} divides by the costs of an alternative; those of row {free[0] + 1} are all "
            "zero. Use unit values, or a method that forms no ratios.",
            "zero-cost",
            tuple(int(column) for column in problem.columns[cost]),
            tuple(int(row) for row in free),
        )
    Q = plus + minus.sum() / (minus * (1.0 / minus).sum())
    return Outcome(Q / Q.max(), {"S_plus": plus, "S_minus": minus})


def moora(problem: Problem, _: Options) -> Outcome:
    """Benefits less costs, each criterion divided by its Euclidean norm (Brauers & Zavadskas 2006)."""
    if problem.is_empty:
        return Outcome(np.zeros(len(problem.values)))
    ratios = problem.levelled / np.sqrt(np.square(problem.levelled).sum(axis=0))
    return Outcome(ratios @ (problem.weights * problem.directions))


def mabac(problem: Problem, _: Options) -> Outcome:
    """Distances from the border of approximation, added up (Pamucar & Cirovic 2015); above zero is inside.

    The border, a geometric mean over the alternatives, is taken by logarithms: a product of 200 small
    numbers would be zero.
    """
    raised = 1.0 + problem.scaled
    border = np.exp(np.log(raised).mean(axis=0))
    return Outcome((raised - border) @ problem.weights)


def codas(problem: Problem, options: Options) -> Outcome:
    """Distances from the worst (Keshavarz Ghorabaee et al. 2016): Euclidean, and taxicab if tau apart."""
    if problem.is_empty:
        return Outcome(np.zeros(len(problem.values)))
    require_ratios(problem)
    weighted = ratio_scaled(problem) * problem.weights
    gaps = weighted - weighted.min(axis=0)
    E, T = np.sqrt(np.square(gaps).sum(axis=1)), gaps.sum(axis=1)
    further = E[:, None] - E
    apart = np.abs(further) >= options.tau - TIE_TOLERANCE
    assessment = further + np.where(apart, T[:, None] - T, 0.0)
    return Outcome(assessment.sum(axis=1), {"E": E, "T": T})
