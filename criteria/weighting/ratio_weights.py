"""Weights from points: swings, shares of a total, and ratings above the least important (SMART)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import msgspec
import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats, weight_vector
from criteria.errors import MethodError

BEST_SWING = 100.0
ALL_POINTS = 100.0
LEAST_RATING = 10.0

# Points typed with decimals add up to the total but for rounding.
_SAME = 1e-9

FindingCode = Literal["above_best_swing", "no_best_swing", "points_total", "least_rating"]


class PointFinding(msgspec.Struct, frozen=True):
    """Points that break the rule of their method: what was found, what was expected, and at which items."""

    code: FindingCode
    found: float
    expected: float
    items: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class PointWeights:
    """Weights (n, sum 1) in proportion to points, and what the points break of the rules of their method."""

    weights: Floats
    findings: tuple[PointFinding, ...]


def swing_weights(points: ArrayLike) -> PointWeights:
    """Weights from swings: w_j = p_j / sum p, the best swing has 100 (von Winterfeldt & Edwards 1986).

    Finds `above_best_swing` where points exceed 100 and `no_best_swing` where none reaches it. Raises
    MethodError for points that are negative, missing or all zero.
    """
    values, weights = _shares(points)
    largest = float(values.max())
    findings = []
    if largest > BEST_SWING * (1.0 + _SAME):
        above = _places(values > BEST_SWING * (1.0 + _SAME))
        findings.append(PointFinding("above_best_swing", largest, BEST_SWING, above))
    elif largest < BEST_SWING * (1.0 - _SAME):
        findings.append(PointFinding("no_best_swing", largest, BEST_SWING, _places(values == largest)))
    return PointWeights(weights, tuple(findings))


def point_weights(points: ArrayLike, total: float = ALL_POINTS) -> PointWeights:
    """Weights from a total shared out among the items: w_j = p_j / sum p (Bottomley et al. 2000).

    Finds `points_total` where the sum is not the total; weights are in proportion all the same. Raises
    MethodError for points that are negative, missing or all zero, and for a total not above zero.
    """
    if not 0.0 < total < math.inf:
        raise MethodError(f"The points to share out must be a number above zero, not {total:g}.")
    values, weights = _shares(points)
    largest = float(values.max())
    found = largest * math.fsum(values / largest)
    if math.isclose(found, total, rel_tol=_SAME):
        return PointWeights(weights, ())
    return PointWeights(weights, (PointFinding("points_total", found, total),))


def rating_weights(points: ArrayLike) -> PointWeights:
    """Weights from ratings: w_j = p_j / sum p, the least important item has 10 (SMART, Edwards 1977).

    Finds `least_rating` where the smallest is not 10. Raises MethodError for points that are negative,
    missing or all zero.
    """
    values, weights = _shares(points)
    least = float(values.min())
    if math.isclose(least, LEAST_RATING, rel_tol=_SAME):
        return PointWeights(weights, ())
    finding = PointFinding("least_rating", least, LEAST_RATING, _places(values == least))
    return PointWeights(weights, (finding,))


def _shares(points: ArrayLike) -> tuple[Floats, Floats]:
    """The points as checked numbers, and in proportion to their sum."""
    given = np.asarray(points, dtype=np.float64)
    if not given.size:
        raise MethodError("There are no points to make weights of; name at least one item.")
    values = weight_vector(given, given.size, "points")
    largest = float(values.max())
    if largest == 0.0:
        raise MethodError("All points are zero; give at least one item more than zero.")
    shares = values / largest
    # An exact sum: the weights are the same to the last digit in whatever order the items come.
    return values, shares / math.fsum(shares)


def _places(flags: ArrayLike) -> tuple[int, ...]:
    return tuple(int(place) for place in np.flatnonzero(flags))
