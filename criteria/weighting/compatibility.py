"""How near one member's answers and priorities are to those of the group."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats, weight_vector
from criteria.errors import MethodError
from criteria.weighting.judgements import check_pairwise


def weight_similarity(own: ArrayLike, group: ArrayLike) -> float:
    """1 - sum |w - v| / 2 of two weight vectors scaled to sum 1: the part of all weight placed alike.

    0.8 says that 20 of 100 points would have to be moved to turn one into the other; 1 = equal.
    """
    v, w = _shares(own), _shares(group)
    if v.shape != w.shape:
        raise MethodError("Two sets of weights can be compared only if they weigh the same items.")
    return max(0.0, 1.0 - 0.5 * float(np.abs(v - w).sum()))


def priority_compatibility(own: ArrayLike, group: ArrayLike) -> float | None:
    """The geometric compatibility index of one member's priorities with the group's; 0 = equal.

    That of `judgement_compatibility` for the judgements v_i/v_j that the priorities stand for. None for fewer
    than three items and where an item has no weight, since its ratio to others is then not defined.
    """
    v, w = _shares(own), _shares(group)
    if v.shape != w.shape:
        raise MethodError("Two sets of weights can be compared only if they weigh the same items.")
    if len(v) < 3 or min(v.min(), w.min()) <= 0.0:
        return None
    return _index(np.log(v)[:, None] - np.log(v), np.log(w))


def judgement_compatibility(matrix: ArrayLike, group: ArrayLike) -> float | None:
    """GCOMPI = 2/((n-1)(n-2)) sum over i<j of ln^2(a_ij w_j/w_i) of one member's judgements with the group.

    As Aguaron, Escobar, Moreno-Jimenez & Turon (2019): the geometric consistency index with the group's
    priorities w in place of the member's own. Judgements not made (NaN) are left out and the sum is scaled up
    to all pairs. None for fewer than three items, without judgements, and where the group weighs an item 0.
    """
    values = check_pairwise(matrix, allow_missing=True)
    w = _shares(group)
    if len(w) != len(values):
        raise MethodError("The judgements and the group's priorities must be about the same items.")
    if len(w) < 3 or w.min() <= 0.0:
        return None
    return _index(np.log(values), np.log(w))


def _index(logs: Floats, levels: Floats) -> float | None:
    count = len(levels)
    gaps = (logs - (levels[:, None] - levels))[np.triu_indices(count, 1)]
    known = gaps[~np.isnan(gaps)]
    if not known.size:
        return None
    # The mean over n(n-1)/2 pairs times n/(n-2) is the sum times 2/((n-1)(n-2)).
    return float(np.square(known).mean()) * count / (count - 2)


def _shares(values: ArrayLike) -> Floats:
    given = np.asarray(values, dtype=np.float64)
    weights = weight_vector(given, given.size, "weights")
    total = weights.sum()
    if total <= 0.0:
        raise MethodError("Weights that are all zero cannot be compared with others.")
    return np.asarray(weights / total)
