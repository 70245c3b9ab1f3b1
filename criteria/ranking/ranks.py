"""Ranks from scores: ties share the best place, and intervals of scores give intervals of ranks."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats, Ints
from criteria.errors import MethodError

TIE_TOLERANCE = 1e-12

# 2^(11 - 52) is about 5e-13: more index bits would disorder scores that are not ties.
_PACKED_BITS = 11


def competition_ranks(scores: ArrayLike, tolerance: float = TIE_TOLERANCE) -> Ints:
    """The rank of each of m scores, 1 = highest; ties share the best rank (1, 1, 3).

    Neighbours in descending order that differ by no more than `tolerance` (relative above 1, absolute below)
    are ties, so rounding noise never invents a winner. Raises MethodError for a score that is not a number.
    """
    values = np.asarray(scores, dtype=np.float64)
    if values.size == 0:
        return np.empty(0, dtype=np.int64)
    order = np.argsort(-values)
    ordered = values[order]
    # What is no number sorts to one of the ends.
    if not (math.isfinite(ordered[0]) and math.isfinite(ordered[-1])):
        _finite(values)
    positions = np.arange(1, len(values) + 1)
    slack: float | Floats = tolerance
    if not -1.0 <= ordered[-1] <= ordered[0] <= 1.0:
        slack = tolerance * np.maximum(1.0, np.abs(ordered[1:]))
    tied = ordered[:-1] - ordered[1:] <= slack
    if tied.any():
        positions[1:][tied] = 0
        positions = np.maximum.accumulate(positions)
    ranks = np.empty(len(values), dtype=np.int64)
    ranks[order] = positions
    return ranks


def interval_ranks(low: ArrayLike, high: ArrayLike, tolerance: float = TIE_TOLERANCE) -> tuple[Ints, Ints]:
    """The best and the worst rank of each of m alternatives whose scores lie anywhere in low..high.

    Best = 1 + the number that are surely above (low_j > high_i), worst = 1 + the number that may be above
    (high_j > low_i). Where low equals high everywhere both are the competition ranks.
    """
    lowest, highest = _finite(low), _finite(high)
    if lowest.shape != highest.shape:
        raise MethodError("There must be as many lower as upper scores.")
    wrong = lowest > highest
    if wrong.any():
        place = int(wrong.argmax())
        raise MethodError(f"The lower score of row {place + 1} is above its upper score; swap them.")
    count = len(lowest)
    above_high = highest + tolerance * np.maximum(1.0, np.abs(highest))
    above_low = lowest + tolerance * np.maximum(1.0, np.abs(lowest))
    surely = count - np.searchsorted(np.sort(lowest), above_high, side="right")
    perhaps = count - np.searchsorted(np.sort(highest), above_low, side="right")
    perhaps -= highest > above_low
    return 1 + surely.astype(np.int64), 1 + perhaps.astype(np.int64)


def _finite(scores: ArrayLike) -> Floats:
    values = np.asarray(scores, dtype=np.float64)
    if values.size and not (values.min() > -np.inf and values.max() < np.inf):
        place = int(np.isfinite(values).argmin())
        raise MethodError(f"The score of row {place + 1} is not a number; leave it out before ranking.")
    return values


def ranks_of_rows(scores: Floats) -> Ints:
    """Competition ranks (S x m) of every row of finite scores (S x m), with the same tie rule.

    Distances from the row's best are sorted as integers whose low bits carry the place, several times faster
    than argsort; that orders only to about 1e-13, below the tolerance that makes ties of such neighbours.
    """
    count = scores.shape[1]
    bits = max(1, (count - 1).bit_length())
    if not scores.size:
        return np.zeros(scores.shape, dtype=np.int64)
    if bits > _PACKED_BITS or not (scores.min() > -np.inf and scores.max() < np.inf):
        return np.stack([competition_ranks(row) for row in scores])
    best = scores.max(axis=1, keepdims=True)
    mask = (1 << bits) - 1
    packed = (best - scores).view(np.int64)
    packed &= ~mask
    packed |= np.arange(count)
    packed.sort(axis=1)
    losses = (packed & ~mask).view(np.float64)
    packed &= mask
    positions = np.arange(1, count + 1, dtype=np.int32)
    tied = losses[:, 1:] - losses[:, :-1] <= TIE_TOLERANCE * np.maximum(1.0, np.abs(best))
    if tied.any():
        positions = np.repeat(positions[None], len(scores), axis=0)
        positions[:, 1:][tied] = 0
        positions = np.maximum.accumulate(positions, axis=1)
    # Sorting places that carry their rank in the low bits puts the ranks back in order of place.
    places = packed.astype(np.int32)
    places <<= _PACKED_BITS + 1
    places |= positions
    places.sort(axis=1)
    places &= (2 << _PACKED_BITS) - 1
    return np.asarray(places, dtype=np.int64)
