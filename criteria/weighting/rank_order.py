"""Weights from nothing but an order of importance: centroid, rank sum, reciprocal and RANCOM."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats
from criteria.errors import MethodError

# The share of each place from 1 to n, before it is divided by the sum.
_SHARES: Mapping[str, Callable[[Floats], Floats]] = MappingProxyType(
    {
        "centroid": lambda place: np.cumsum(1.0 / place[::-1])[::-1],
        "sum": lambda place: len(place) + 1.0 - place,
        "reciprocal": lambda place: 1.0 / place,
        "rancom": lambda place: 2.0 * (len(place) - place) + 1.0,
    }
)
KINDS = tuple(_SHARES)


@dataclass(frozen=True, slots=True, eq=False)
class RankOrderWeights:
    """Weights (n, sum 1) and the items (from 0) in order of importance, equally important ones together."""

    weights: Floats
    order: tuple[tuple[int, ...], ...]


def rank_order_weights(ranks: ArrayLike, kind: str = "centroid") -> RankOrderWeights:
    """Weights of n items from their ranks, 1 = most important; only the order of the ranks counts.

    For place r of n: `centroid` (1/n) sum of 1/k over k = r..n (Barron & Barrett 1996), `sum`
    2(n+1-r) / (n(n+1)) and `reciprocal` (1/r) / sum of 1/k (Stillwell, Seaver & Edwards 1981), `rancom`
    (2(n-r)+1) / n^2, the wins over all items (Wieckowski et al. 2023). Equally ranked items share the mean
    weight of the places they take. Raises MethodError for an item without rank or an unknown kind.
    """
    if kind not in _SHARES:
        raise MethodError(f"There are no rank-order weights '{kind}'; choose one of {', '.join(KINDS)}.")
    given = np.asarray(ranks, dtype=np.float64)
    if given.ndim != 1 or not given.size:
        raise MethodError("Rank at least one item, with one rank for each.")
    if not np.isfinite(given).all():
        place = int(np.isfinite(given).argmin())
        raise MethodError(
            f"Item {place + 1} has no rank; rank every item once, with 1 for the most important."
        )
    order = tuple(
        tuple(int(item) for item in np.flatnonzero(given == rank)) for rank in np.unique(given).tolist()
    )
    shares = _SHARES[kind](np.arange(1.0, given.size + 1.0))
    shares /= math.fsum(shares)
    weights = np.empty(given.size)
    taken = 0
    for group in order:
        weights[list(group)] = math.fsum(shares[taken : taken + len(group)]) / len(group)
        taken += len(group)
    return RankOrderWeights(weights, order)
