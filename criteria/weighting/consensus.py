"""Goepel's consensus indicator: how alike the priorities of a group are, from Shannon entropies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats, weight_vector
from criteria.errors import MethodError


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


def consensus(priorities: ArrayLike, scale_maximum: float = 9.0) -> Consensus | None:
    """Goepel's (2013, 2018) S* = (1/exp(H_beta) - cor)/(1 - cor) of k members' priorities (k x n).

    cor = exp(H_alpha,min)/n with the most extreme priorities of a scale up to `scale_maximum`; 1 = all alike,
    0 = as opposed as the scale allows. None for a single member or a single item.
    """
    rows = np.asarray(priorities, dtype=np.float64)
    if rows.ndim != 2:
        raise MethodError("A consensus needs one row of priorities for each member.")
    members, n = rows.shape
    if members < 2 or n < 2:
        return None
    rows = np.stack([weight_vector(row, n, "priorities") for row in rows])
    if (rows.sum(axis=1) <= 0.0).any():
        raise MethodError("A member of the group has only zero priorities; leave that member out.")
    rows = rows / rows.sum(axis=1, keepdims=True)
    alpha = float(_entropy(rows).mean())
    gamma = float(_entropy(rows.mean(axis=0)))
    beta = max(0.0, gamma - alpha)
    extreme = np.full(n, 1.0 / (n + scale_maximum - 1.0))
    extreme[0] *= scale_maximum
    cor = float(np.exp(_entropy(extreme))) / n
    indicator = (float(np.exp(-beta)) - cor) / (1.0 - cor)
    return Consensus(alpha, beta, gamma, min(1.0, max(0.0, indicator)), indicator < -1e-9)


def _entropy(shares: Floats) -> Floats:
    """Shannon entropy along the last axis, natural logarithms, 0 ln 0 = 0."""
    return np.asarray(-(shares * np.log(np.where(shares > 0.0, shares, 1.0))).sum(axis=-1))
