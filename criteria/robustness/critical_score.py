"""Critical score changes: the smallest change of one value that makes two alternatives level."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats, finite_matrix, weight_vector


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """Lowering the value of `alternative` under `criterion` by `absolute` (raising it if negative) levels it.

    It is then level with `rival`; `percent` is the change relative to the value.
    """

    alternative: int
    rival: int
    criterion: int
    absolute: float
    percent: float


@dataclass(frozen=True, slots=True, eq=False)
class ScoreChanges:
    """Thresholds tau'[i, j, k] in percent of a_ij (m x n x m), NaN where infeasible, and the smallest ones.

    `degrees` are the criticality degrees (m x n), min over k of |tau'|, NaN where none is feasible, and
    `sensitivities` their inverses, 0 there and infinite where two alternatives tie already. `percent_top`
    changes who is first, `percent_any` some two ranks.
    """

    thresholds: Floats
    degrees: Floats
    sensitivities: Floats
    percent_top: ScoreChange | None
    percent_any: ScoreChange | None


def score_changes(matrix: ArrayLike, weights: ArrayLike, *, shared: bool = False) -> ScoreChanges:
    """Every feasible threshold for weighted sums of an m x n table of values of at least zero.

    After Triantaphyllou & Sanchez (1997): tau = (P_i - P_k) / w_j, feasible while a_ij - tau stays at least
    zero. With `shared` the columns sum to 1 and do so again after the change, as AHP's distributive mode has
    it: tau = (P_i - P_k) / (P_i - P_k + w_j (a_kj - a_ij + 1)).
    """
    values = finite_matrix(matrix, "table of values")
    given = weight_vector(weights, values.shape[1])
    scores = values @ given
    lead = (scores[:, None] - scores[None, :])[:, None, :]
    own, others = values[:, :, None], values.T[None]
    scale = np.broadcast_to(given[None, :, None], (len(values), len(given), len(values)))
    divisor = lead + scale * (others - own + 1.0) if shared else scale
    with np.errstate(divide="ignore", invalid="ignore"):
        absolute = lead / divisor
        percent = 100.0 * absolute / own
    # A change that leads past the whole column, as shares do near the pole, levels nobody.
    feasible = np.isfinite(percent) & (absolute <= own) & (scale > 0.0)
    if shared:
        feasible &= absolute < 1.0
    feasible[np.arange(len(values)), :, np.arange(len(values))] = False
    thresholds = np.where(feasible, percent, np.nan)
    size = np.where(feasible, np.abs(percent), np.inf)
    smallest = size.min(axis=2)
    with np.errstate(divide="ignore"):
        sensitivities = 1.0 / smallest
    top = int(np.argmax(scores))
    against_top = size.copy()
    rows = np.arange(len(values)) != top
    against_top[np.ix_(rows, np.ones(len(given), dtype=bool), rows)] = np.inf
    return ScoreChanges(
        thresholds,
        np.where(np.isfinite(smallest), smallest, np.nan),
        sensitivities,
        _smallest(against_top, absolute, percent),
        _smallest(size, absolute, percent),
    )


def _smallest(size: Floats, absolute: Floats, percent: Floats) -> ScoreChange | None:
    alternative, criterion, rival = (int(place) for place in np.unravel_index(size.argmin(), size.shape))
    if not np.isfinite(size[alternative, criterion, rival]):
        return None
    cell = (alternative, criterion, rival)
    return ScoreChange(alternative, rival, criterion, float(absolute[cell]), float(percent[cell]))
