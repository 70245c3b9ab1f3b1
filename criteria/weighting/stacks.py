"""Many pairwise matrices that share their gaps at once: completions, lambda_max and priorities."""

from __future__ import annotations

import numpy as np

from criteria.arrays import Bools, Floats
from criteria.weighting.eigenvector import principal_stack
from criteria.weighting.judgements import components, linked_laplacian

_MOST_STEPS = 500
_SETTLED = 1e-12


def complete_stack(stack: Floats, missing: Bools) -> Floats:
    """Each of k n x n matrices with the missing cells moved to where lambda_max is smallest.

    The cells must hold a first guess. The fixed point a_ij = sqrt(x_i y_j / (x_j y_i)) of `complete`, for
    all matrices together; those that have settled are left alone.
    """
    filled = stack.copy()
    at_work = np.arange(len(stack))
    for _ in range(_MOST_STEPS):
        part = filled[at_work]
        right, _ = principal_stack(part)
        left, _ = principal_stack(part.transpose(0, 2, 1))
        ratio = np.sqrt(right / left)
        step = np.where(missing, np.log(ratio[:, :, None] / ratio[:, None, :] / part), 0.0)
        filled[at_work] = part * np.exp(step)
        at_work = at_work[np.abs(step).max(axis=(1, 2)) > _SETTLED]
        if not len(at_work):
            break
    return filled


def least_squares_stack(stack: Floats) -> Floats:
    """Logarithms of the least-squares priorities (k x n) of k matrices with the same gaps (NaN).

    As in `priorities_incomplete`: every linked group is centred at 0.
    """
    known = ~np.isnan(stack[0])
    logs = np.where(known, np.log(np.where(known, stack, 1.0)), 0.0).sum(axis=2)
    return np.asarray(logs @ solver(known))


def solver(known: Bools) -> Floats:
    """The symmetrical matrix (n x n) that turns row sums of known logarithms into centred log-priorities."""
    laplacian, level = linked_laplacian(known)
    return np.asarray(np.linalg.inv(laplacian + level) - level)


def priorities_of_stack(
    stack: Floats, prioritisation: str = "eigenvector", incomplete: str = "least_squares"
) -> Floats:
    """The priorities (k x n, rows sum 1) of k matrices with the same gaps, as one by one, but unchecked.

    Complete ones by `prioritisation`, others by `incomplete`; groups of items that nothing links are each
    weighed for themselves and centred at the same level.
    """
    missing = np.isnan(stack[0])
    if not missing.any():
        if prioritisation == "eigenvector":
            return principal_stack(stack)[0]
        return _shares(np.log(stack).mean(axis=2))
    if incomplete == "least_squares":
        return _shares(least_squares_stack(stack))
    logs = np.zeros(stack.shape[:2])
    for group in components(stack[0]):
        places = np.ix_(range(len(stack)), group, group)
        part = np.log(_by_eigenvector(stack[places], incomplete))
        logs[:, list(group)] = part - part.mean(axis=1, keepdims=True)
    return _shares(logs)


def _by_eigenvector(stack: Floats, incomplete: str) -> Floats:
    missing = np.isnan(stack[0])
    if incomplete == "lambda_max":
        return principal_stack(completed_stack(stack))[0]
    auxiliary = np.where(missing, 0.0, stack)
    every = np.arange(len(missing))
    auxiliary[:, every, every] = 1.0 + missing.sum(axis=1)
    return principal_stack(auxiliary)[0]


def completed_stack(stack: Floats) -> Floats:
    """The matrices of `complete` (k x n x n) for k matrices with the same gaps (NaN)."""
    missing = np.isnan(stack[0])
    if not missing.any():
        return stack
    logs = least_squares_stack(stack)
    return complete_stack(np.where(missing, np.exp(logs[:, :, None] - logs[:, None, :]), stack), missing)


def _shares(logs: Floats) -> Floats:
    raw = np.exp(logs - logs.max(axis=1, keepdims=True))
    return np.asarray(raw / raw.sum(axis=1, keepdims=True))
