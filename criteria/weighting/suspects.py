"""Which judgement two published rules point at first: Harker's gradient and Saaty's error terms."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats
from criteria.weighting.eigenvector import principal
from criteria.weighting.incomplete import complete, priorities_incomplete
from criteria.weighting.judgements import check_pairwise, components


@dataclass(frozen=True, slots=True)
class Suspect:
    """Judgement a_row,column (row < column, from 0), a rule's figure for it, and what the others say."""

    row: int
    column: int
    value: float
    figure: float
    fitting: float


def harker_gradient(matrix: ArrayLike) -> Floats:
    """The slopes d lambda_max / d a_ij (n x n), each judgement moving its reciprocal along (Harker 1987).

    y_i x_j - y_j x_i / a_ij^2 with the right and left eigenvectors x, y and y'x = 1; missing judgements are
    completed at the smallest lambda_max, where they have no slope, and are NaN.
    """
    values = check_pairwise(matrix, allow_missing=True)
    filled = complete(values)
    right, left = principal(filled)[0], principal(filled.T)[0]
    left = left / (left @ right)
    slope = np.outer(left, right) - np.outer(right, left) / np.square(filled)
    return np.where(np.isnan(values), np.nan, slope)


def saaty_errors(matrix: ArrayLike) -> Floats:
    """eps_ij = a_ij w_j / w_i (n x n) with eigenvector weights, 1 where a judgement fits (Saaty 2003)."""
    values = check_pairwise(matrix, allow_missing=True)
    weights = principal(complete(values))[0]
    return np.asarray(values * weights / weights[:, None])


def suspects_by_gradient(matrix: ArrayLike) -> tuple[Suspect, ...]:
    """The known judgements by |a_ij d lambda_max / d a_ij|, the slope over logarithms, largest first."""
    values = check_pairwise(matrix, allow_missing=True)
    return _sorted(values, np.abs(values * harker_gradient(values)))


def suspects_by_error(matrix: ArrayLike) -> tuple[Suspect, ...]:
    """The known judgements by max(eps_ij, 1 / eps_ij), largest first."""
    values = check_pairwise(matrix, allow_missing=True)
    errors = saaty_errors(values)
    return _sorted(values, np.maximum(errors, 1.0 / errors))


def _sorted(values: Floats, figures: Floats) -> tuple[Suspect, ...]:
    known = [pair for pair in combinations(range(len(values)), 2) if not np.isnan(values[pair])]
    known.sort(key=lambda pair: (-round(float(figures[pair]), 9), pair))
    return tuple(
        Suspect(i, j, float(values[i, j]), float(figures[i, j]), _fitting(values, i, j)) for i, j in known
    )


def _fitting(values: Floats, row: int, column: int) -> float:
    """What the other judgements say of this pair: w_row / w_column by Harker's method without it.

    A judgement that alone links two groups is contradicted by nothing and fits as it is.
    """
    left = values.copy()
    left[row, column] = left[column, row] = np.nan
    if any(row in group and column not in group for group in components(left)):
        return float(values[row, column])
    weights = priorities_incomplete(left, "harker", allow_disconnected=True)
    return float(weights[row] / weights[column])
