"""Consistency of pairwise comparisons: lambda_max, CI, CR against a named random index, and GCI."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats, weight_vector
from criteria.weighting.eigenvector import principal
from criteria.weighting.incomplete import complete, priorities_incomplete
from criteria.weighting.judgements import check_pairwise, components, missing_count
from criteria.weighting.random_index import random_index, random_index_source

_ROUNDING = 1e-12

# Close to RI(n) 2n/(n-2), which GCI / CR tends to for small errors; as printed in 2003.
_GCI_BY_RATIO: Mapping[int, float] = MappingProxyType({3: 3.147, 4: 3.526})
_GCI_BY_RATIO_ABOVE = 3.7

#: Saaty's rule of thumb (1980): a consistency ratio above this calls for a second look.
ACCEPTABLE_RATIO = 0.10


@dataclass(frozen=True, slots=True)
class Consistency:
    """How consistent the judgements on n items are, with the random index table the CR refers to.

    `cr` is None where it is not defined: too few judgements (a tree of comparisons contradicts nothing) or
    items that no chain of comparisons links. `gci` is None where no judgement could contradict another.
    """

    n: int
    missing: int
    lambda_max: float
    ci: float
    cr: float | None
    random_index: float
    random_index_table: str
    gci: float | None


def consistency(
    matrix: ArrayLike, table: str = "alonso_lamata", weights: Floats | None = None
) -> Consistency:
    """The consistency of an n x n matrix: CI = (lambda_max - n)/(n-1), CR = CI/RI (Saaty 1977, 1980).

    Missing judgements (NaN) are completed at the smallest lambda_max and RI is lowered accordingly (Agoston &
    Csato 2022). With `weights`, lambda_max is the mean of (A w)_i / w_i instead of the eigenvalue.
    """
    values = check_pairwise(matrix, allow_missing=True)
    missing = missing_count(values)
    completed = complete(values) if missing else values
    if weights is None:
        largest = principal(completed)[1]
    else:
        given = weight_vector(weights, len(values))
        largest = float(np.mean((completed @ given) / given))
    return consistency_at(values, largest, missing, table)


def consistency_at(values: Floats, largest: float, missing: int, table: str) -> Consistency:
    """The consistency of a checked matrix whose lambda_max and number of missing judgements are known."""
    n = len(values)
    # Rounding must not print a consistent matrix as slightly (or negatively) inconsistent.
    lambda_max = largest if largest - n > _ROUNDING * n else float(n)
    groups = len(components(values)) if missing else 1
    index = random_index(n, table, missing)
    ci = (lambda_max - n) / (n - 1) if n > 1 else 0.0
    ratio: float | None = None
    if n <= 2:
        ratio = 0.0 if missing == 0 else None
    elif index > 0.0 and groups == 1:
        ratio = ci / index
    name = random_index_source(n, table)
    return Consistency(n, missing, lambda_max, ci, ratio, index, name, _gci(values, missing, groups))


def geometric_consistency_index(matrix: ArrayLike) -> float | None:
    """GCI = 2/((n-1)(n-2)) * sum over i<j of ln^2(a_ij w_j / w_i), w least squares (Aguaron & Moreno 2003).

    With missing judgements the sum runs over the known ones and is divided by their degrees of freedom, which
    is the same expression when none is missing; None where there are no degrees of freedom and n > 2.
    """
    values = check_pairwise(matrix, allow_missing=True)
    missing = missing_count(values)
    return _gci(values, missing, len(components(values)) if missing else 1)


def gci_threshold(n: int, cr: float = ACCEPTABLE_RATIO) -> float:
    """The GCI of n items that stands for this consistency ratio (Aguaron & Moreno-Jimenez 2003, table).

    For CR = 0.10: .3147 (n = 3), .3526 (n = 4), .370 above, in proportion for other ratios; 0 up to n = 2,
    where nothing can contradict.
    """
    return cr * _GCI_BY_RATIO.get(n, _GCI_BY_RATIO_ABOVE) if n > 2 else 0.0


def _gci(values: Floats, missing: int, groups: int) -> float | None:
    n = len(values)
    if n <= 2:
        return 0.0
    freedom = n * (n - 1) // 2 - missing - (n - groups)
    if freedom == 0:
        return None
    errors = np.log(values)
    if missing:
        levels = np.log(priorities_incomplete(values, allow_disconnected=True))
        errors = np.where(np.isnan(errors), 0.0, errors - (levels[:, None] - levels))
    else:
        levels = errors.sum(axis=1) / n
        errors -= levels[:, None] - levels
    # Both triangles hold every error once, with opposite signs.
    total = 0.5 * float(np.vdot(errors, errors)) / freedom
    return total if total > _ROUNDING**2 else 0.0
