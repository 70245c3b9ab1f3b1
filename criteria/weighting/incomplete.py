"""Priorities from pairwise comparisons of which some were never made (NaN in the matrix)."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.weighting.eigenvector import principal
from criteria.weighting.judgements import check_pairwise, components, linked_laplacian, missing_count

METHODS = ("least_squares", "harker", "lambda_max")
_MOST_STEPS = 2000
_SETTLED = 1e-13

__all__ = ["complete", "components", "missing_count", "missing_link", "priorities_incomplete"]


def priorities_incomplete(
    matrix: ArrayLike, method: str = "least_squares", *, allow_disconnected: bool = False
) -> Floats:
    """The priorities (sum 1) of n items from the comparisons that were made.

    `least_squares` fits logarithms on the graph of known pairs (Bozoki, Fulop & Ronyai 2010), `harker` takes
    the eigenvector of Harker's (1987) matrix, `lambda_max` that of the least inconsistent completion (Bozoki
    et al. 2010). Items that no chain of comparisons links raise MethodError naming a missing link, or with
    `allow_disconnected` are weighed inside each linked group, every group centred at the same level (the
    least-squares solution of smallest norm).
    """
    values = check_pairwise(matrix, allow_missing=True)
    if method not in METHODS:
        raise MethodError(f"There is no method '{method}' for missing judgements; use {', '.join(METHODS)}.")
    groups = components(values)
    if len(groups) > 1 and not allow_disconnected:
        raise MethodError(_link_sentence(groups))
    logs = np.zeros(len(values))
    for group in groups:
        part = values[np.ix_(group, group)]
        fitted = _least_squares(part) if method == "least_squares" else np.log(_by_eigenvector(part, method))
        logs[list(group)] = fitted - fitted.mean()
    weights = np.exp(logs - logs.max())
    return np.asarray(weights / weights.sum())


def complete(matrix: ArrayLike) -> Floats:
    """The matrix with its missing cells filled so that lambda_max is smallest (Bozoki et al. 2010).

    At the optimum a_ij = sqrt(x_i y_j / (x_j y_i)) with x, y the right and left eigenvectors; the problem is
    convex in logarithms, so damped steps towards that value reach it. Cells between groups that no comparison
    links have many optima; the one nearest to equal levels is taken.
    """
    values = check_pairwise(matrix, allow_missing=True)
    missing = np.isnan(values)
    if not missing.any():
        return values
    start = np.exp(_least_squares(values))
    filled = np.where(missing, start[:, None] / start, values)
    right, largest = principal(filled)
    for _ in range(_MOST_STEPS):
        ratio = np.sqrt(right / principal(filled.T)[0])
        step = np.where(missing, np.log(ratio[:, None] / ratio / filled), 0.0)
        if np.abs(step).max() <= _SETTLED:
            break
        damping = 1.0
        while True:
            trial = filled * np.exp(damping * step)
            right, reached = principal(trial)
            if reached <= largest * (1.0 + _SETTLED) or damping < 1e-3:
                break
            damping *= 0.5
        filled, largest = trial, reached
    return filled


def _by_eigenvector(part: Floats, method: str) -> Floats:
    if method == "lambda_max":
        return principal(complete(part))[0]
    missing = np.isnan(part)
    auxiliary = np.where(missing, 0.0, part)
    np.fill_diagonal(auxiliary, 1.0 + missing.sum(axis=1))
    return principal(auxiliary)[0]


def _least_squares(values: Floats) -> Floats:
    """Logarithms of the priorities, centred in every linked group: L u = r with the Laplacian L."""
    known = ~np.isnan(values)
    laplacian, level = linked_laplacian(known)
    row_sums = np.where(known, np.log(np.where(known, values, 1.0)), 0.0).sum(axis=1)
    return np.linalg.solve(laplacian + level, row_sums)


def missing_link(matrix: ArrayLike) -> tuple[int, int] | None:
    """Two items (from 0) that no chain of known comparisons links, None where all are linked.

    They are the first item of all and the first that it is not linked with.
    """
    groups = components(check_pairwise(matrix, allow_missing=True))
    return (groups[0][0], groups[1][0]) if len(groups) > 1 else None


def _link_sentence(groups: tuple[tuple[int, ...], ...]) -> str:
    first, rest = groups[0], groups[1]
    names = " and ".join("{" + ", ".join(str(item + 1) for item in group) + "}" for group in (first, rest))
    return (
        f"No comparison links the items {names}, so their priorities cannot be told; "
        f"compare at least one of each, for example item {first[0] + 1} with item {rest[0] + 1}."
    )
