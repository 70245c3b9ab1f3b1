"""Goepel's consensus indicator: how alike the priorities of a group are, from Shannon entropies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats, weight_vector
from criteria.errors import MethodError
from criteria.weighting.group import member_rows, member_shares

Band = Literal["very-low", "low", "moderate", "high", "very-high"]
#: Goepel (2018), table 2: from these values of S* on; up to and including 0.5 it is very low.
BANDS: tuple[tuple[float, Band], ...] = ((0.85, "very-high"), (0.75, "high"), (0.65, "moderate"))
VERY_LOW = 0.5
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Consensus:
    """Entropies of the group (alpha within members, gamma of the mean, beta between) and S* on 0..1.

    `below_scale` says that S* came out negative and was set to 0: the priorities are more extreme than the
    judgement scale allows.
    """

    alpha: float
    beta: float
    gamma: float
    indicator: float
    below_scale: bool

    @property
    def band(self) -> Band:
        """The word for the indicator."""
        return consensus_band(self.indicator)


def consensus_band(indicator: float) -> Band:
    """The word of Goepel (2018, table 2) for an S*; his program and manual draw some lines elsewhere."""
    for lower, band in BANDS:
        if indicator >= lower - _ROUNDING:
            return band
    return "low" if indicator > VERY_LOW + _ROUNDING else "very-low"


def overall_consensus(nodes: Sequence[Consensus | None], priorities: ArrayLike) -> float | None:
    """The mean S* of the nodes of a hierarchy, weighted by the global priority of each (the goal's is 1).

    As Goepel (2018) asks for; nodes without a consensus are left out. None where no weighty node has one.
    """
    weights = weight_vector(priorities, len(nodes), "priorities") if nodes else np.empty(0)
    known = [(weight, node.indicator) for weight, node in zip(weights, nodes, strict=True) if node]
    total = sum(weight for weight, _ in known)
    if total <= 0.0:
        return None
    return float(sum(weight * indicator for weight, indicator in known) / total)


def consensus(
    priorities: ArrayLike, scale_maximum: float = 9.0, shares: ArrayLike | None = None
) -> Consensus | None:
    """Goepel's (2013, 2018) S* = (1/exp(H_beta) - cor)/(1 - cor) of k members' priorities (k x n).

    cor = exp(H_alpha,min)/n with the most extreme priorities of a scale up to `scale_maximum`; 1 = all alike,
    0 = as opposed as the scale allows. With `shares` a member counts in proportion in both means. None for a
    single item or fewer than two members with a share.
    """
    rows = np.asarray(priorities, dtype=np.float64)
    if rows.ndim != 2:
        raise MethodError("A consensus needs one row of priorities for each member.")
    members, n = rows.shape
    voices = member_shares(shares, members) if members else np.empty(0)
    rows, voices = rows[voices > 0.0], voices[voices > 0.0]
    if len(rows) < 2 or n < 2:
        return None
    rows = member_rows(rows, "priorities")
    alpha = float(voices @ _entropy(rows))
    gamma = float(_entropy(voices @ rows))
    beta = max(0.0, gamma - alpha)
    extreme = np.full(n, 1.0 / (n + scale_maximum - 1.0))
    extreme[0] *= scale_maximum
    cor = float(np.exp(_entropy(extreme))) / n
    indicator = (float(np.exp(-beta)) - cor) / (1.0 - cor)
    return Consensus(alpha, beta, gamma, min(1.0, max(0.0, indicator)), indicator < -1e-9)


def _entropy(shares: Floats) -> Floats:
    """Shannon entropy along the last axis, natural logarithms, 0 ln 0 = 0."""
    return np.asarray(-(shares * np.log(np.where(shares > 0.0, shares, 1.0))).sum(axis=-1))
