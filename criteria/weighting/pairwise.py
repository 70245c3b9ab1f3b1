"""Pairwise comparisons in one place: priorities, consistency and the judgement to look at again."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.weighting.consistency import Consistency, consistency, consistency_at
from criteria.weighting.eigenvector import principal, principal_stack
from criteria.weighting.judgements import check_pairwise
from criteria.weighting.repair import Inconsistency, circular_triads, most_inconsistent

__all__ = [
    "Consistency",
    "Inconsistency",
    "check_pairwise",
    "circular_triads",
    "consistency",
    "most_inconsistent",
    "priorities",
    "priorities_stack",
    "weigh",
]


def priorities(matrix: ArrayLike, method: str = "eigenvector") -> Floats:
    """The priorities (sum 1) of n items from a complete reciprocal n x n matrix.

    `eigenvector`: A w = lambda_max w (Saaty 1977); `geometric_mean`: row geometric means (Crawford & Williams
    1985). Raises MethodError for a broken or incomplete matrix.
    """
    values = check_pairwise(matrix)
    if method == "eigenvector":
        return principal(values)[0]
    if method == "geometric_mean":
        logs = np.log(values).mean(axis=1)
        weights = np.exp(logs - logs.max())
        return np.asarray(weights / weights.sum())
    raise MethodError(f"There is no prioritisation '{method}'; use eigenvector or geometric_mean.")


def weigh(
    matrix: ArrayLike, method: str = "eigenvector", table: str = "alonso_lamata"
) -> tuple[Floats, Consistency]:
    """The priorities and the consistency of a complete matrix, from one eigenvector and one check."""
    values = check_pairwise(matrix)
    vector, largest = principal(values)
    weights = vector if method == "eigenvector" else priorities(values, method)
    return weights, consistency_at(values, largest, 0, table)


def priorities_stack(stack: Floats) -> Floats:
    """The eigenvector priorities (k x n) of k complete reciprocal matrices at once, unchecked."""
    return principal_stack(stack)[0]
