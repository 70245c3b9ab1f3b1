"""How far two rankings agree: Spearman, Kendall tau-b, weighted Spearman and WS."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats
from criteria.errors import MethodError

_BLOCK_CELLS = 4_000_000


def average_ranks(values: ArrayLike) -> Floats:
    """Ascending ranks from 1 of n values; exact ties share the mean of the places they take."""
    given = np.asarray(values, dtype=np.float64)
    _, place, counts = np.unique(given, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - 0.5 * (counts - 1))[place])


def spearman(first: ArrayLike, second: ArrayLike) -> float | None:
    """Spearman's rho, the correlation of average ranks; None below two items or if one side is constant.

    The arguments may be ranks or any values; both are ranked here.
    """
    pair = _comparable(first, second)
    if pair is None:
        return None
    x, y = (ranks - ranks.mean() for ranks in pair)
    return float(x.dot(y) / np.sqrt(x.dot(x) * y.dot(y)))


def kendall(first: ArrayLike, second: ArrayLike) -> float | None:
    """Kendall's tau-b, which corrects for ties; None below two items or if one side is constant."""
    pair = _comparable(first, second)
    if pair is None:
        return None
    x, y = pair
    rows = max(1, _BLOCK_CELLS // len(x))
    concordance = tied_x = tied_y = 0.0
    for start in range(0, len(x), rows):
        sign_x = np.sign(x[start : start + rows, None] - x)
        sign_y = np.sign(y[start : start + rows, None] - y)
        concordance += float((sign_x * sign_y).sum())
        tied_x += float(np.abs(sign_x).sum())
        tied_y += float(np.abs(sign_y).sum())
    return concordance / float(np.sqrt(tied_x * tied_y))


def weighted_spearman(reference: ArrayLike, compared: ArrayLike) -> float | None:
    """Weighted Spearman r_w of two rank vectors, 1 = best (Pinto da Costa & Soares 2005), tops counting more.

    r_w = 1 - 6 sum (x-y)^2 ((N-x+1)+(N-y+1)) / (N^4+N^3-N^2-N). Ties take average ranks; None as for
    Spearman.
    """
    pair = _comparable(reference, compared)
    if pair is None:
        return None
    x, y = pair
    count = len(x)
    weighted = np.square(x - y) * ((count - x + 1) + (count - y + 1))
    return 1.0 - 6.0 * float(weighted.sum()) / (count**4 + count**3 - count**2 - count)


def ws(reference: ArrayLike, compared: ArrayLike) -> float | None:
    """Rank similarity WS of two rank vectors, 1 = best (Salabun & Urbaniak 2020); not symmetric.

    WS = 1 - sum 2^-x |x-y| / max(|1-x|, |N-x|) with x the reference. Ties take average ranks; None as for
    Spearman.
    """
    pair = _comparable(reference, compared)
    if pair is None:
        return None
    x, y = pair
    furthest = np.maximum(np.abs(1.0 - x), np.abs(len(x) - x))
    return 1.0 - float((np.exp2(-x) * np.abs(x - y) / furthest).sum())


def _comparable(first: ArrayLike, second: ArrayLike) -> tuple[Floats, Floats] | None:
    given = (np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64))
    if given[0].shape != given[1].shape or given[0].ndim != 1:
        raise MethodError("Two rankings can be compared only if they rank the same items.")
    if not all(np.isfinite(side).all() for side in given):
        raise MethodError("A ranking to be compared holds something that is not a number.")
    if len(given[0]) < 2 or any((side == side[0]).all() for side in given):
        return None
    return average_ranks(given[0]), average_ranks(given[1])
