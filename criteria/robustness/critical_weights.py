"""Critical weight changes for every method: how far one weight alone must move before two change places."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats, Ints, weight_vector
from criteria.robustness.critical_change import CriticalChange
from criteria.robustness.scorers import Scorer
from criteria.robustness.weight_path import weight_paths


@dataclass(frozen=True, slots=True)
class CriticalWeights:
    """For each criterion the smallest change against the winner and between any two, None where infeasible.

    `percent_top` and `percent_any` are the smallest of these.
    """

    top: tuple[CriticalChange | None, ...]
    any_two: tuple[CriticalChange | None, ...]
    percent_top: CriticalChange | None
    percent_any: CriticalChange | None


def critical_weights(scorer: Scorer, weights: ArrayLike) -> CriticalWeights:
    """The smallest critical changes as Triantaphyllou & Sanchez (1997) define them, for any method.

    One weight changes and the others do not make up for it. The methods look at proportions alone, so this
    is a point of the path on which the others keep theirs: w' = t (1 - w) / (1 - t), and t is an exact root.
    For weighted sums these are the changes of `critical_changes`.
    """
    count = scorer.shape[1]
    given = weight_vector(weights, count)
    shares = given / given.sum() if given.sum() > 0.0 else given
    order = np.argsort(-scorer.scores(shares[None])[0], kind="stable")
    first, second = np.triu_indices(len(order), 1)
    if count < 2 or not len(first):
        nothing = (None,) * count
        return CriticalWeights(nothing, nothing, None, None)
    ahead, behind = order[first], order[second]
    paths = scorer.paths(weight_paths(shares, np.eye(count, dtype=bool)))
    # Only the nearest of the roots of each pair counts (g x p).
    roots = paths.roots(ahead, behind)
    now = shares[None, :, None]
    changes = now - roots * (1.0 - now) / (1.0 - roots)
    changes[np.isnan(changes) | (now <= 0.0)] = np.inf
    nearest = np.take_along_axis(changes, np.abs(changes).argmin(axis=0)[None], axis=0)[0]
    any_two = tuple(_smallest(row, shares, j, ahead, behind) for j, row in enumerate(nearest))
    leading = first == 0
    top = tuple(
        _smallest(row[leading], shares, j, ahead[leading], behind[leading]) for j, row in enumerate(nearest)
    )
    return CriticalWeights(top, any_two, _least(top), _least(any_two))


def _smallest(
    changes: Floats, shares: Floats, criterion: int, ahead: Ints, behind: Ints
) -> CriticalChange | None:
    place = int(np.abs(changes).argmin())
    change = float(changes[place])
    if not np.isfinite(change):
        return None
    percent = 100.0 * change / float(shares[criterion])
    return CriticalChange(criterion, int(ahead[place]), int(behind[place]), change, percent)


def _least(changes: tuple[CriticalChange | None, ...]) -> CriticalChange | None:
    feasible = [change for change in changes if change is not None]
    return min(feasible, key=lambda change: abs(change.percent), default=None)
