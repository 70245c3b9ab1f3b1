"""Group judgements: aggregating individual judgements (AIJ) or individual priorities (AIP)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats, weight_vector
from criteria.errors import MethodError
from criteria.weighting.judgements import check_pairwise


def judgement_stack(matrices: Sequence[ArrayLike] | Floats) -> Floats:
    """The checked comparisons of K members as one array (K x n x n), NaN where one did not answer."""
    checked = [check_pairwise(matrix, allow_missing=True) for matrix in matrices]
    if not checked or any(matrix.shape != checked[0].shape for matrix in checked):
        raise MethodError("A group needs at least one comparison, and all must compare the same items.")
    return np.stack(checked)


def aij(matrices: Sequence[ArrayLike], shares: ArrayLike | None = None) -> Floats:
    """The group's matrix: the weighted geometric mean of each judgement (Aczel & Saaty 1983).

    `shares` weigh the members, equally if absent. A judgement that some did not make (NaN) is the mean of
    those who did; it stays missing where nobody made it. Raises MethodError for unequal sizes.
    """
    stack = judgement_stack(matrices)
    weights = member_shares(shares, len(stack))
    logs = np.log(stack)
    known = ~np.isnan(logs)
    voices = np.tensordot(weights, known.astype(np.float64), axes=1)
    total = np.tensordot(weights, np.where(known, logs, 0.0), axes=1)
    heard = voices > 0.0
    return np.where(heard, np.exp(total / np.where(heard, voices, 1.0)), np.nan)


def aip(priorities: ArrayLike, shares: ArrayLike | None = None, *, mean: str = "geometric") -> Floats:
    """The group's priorities (sum 1) from those of k members (k x n), by `geometric` or `arithmetic` mean.

    `shares` weigh the members, equally if absent (Forman & Peniwati 1998). A geometric mean is scaled back to
    sum 1, which some programs omit. Raises MethodError for a priority below zero or an unknown mean.
    """
    rows = np.asarray(priorities, dtype=np.float64)
    if rows.ndim != 2 or not len(rows):
        raise MethodError("Group priorities need one row of priorities for each member.")
    rows = np.stack([weight_vector(row, rows.shape[1], "priorities") for row in rows])
    weights = member_shares(shares, len(rows))
    if mean == "geometric":
        # A zero priority of a member without a share must not turn into 0 * log(0).
        with np.errstate(divide="ignore", invalid="ignore"):
            joint = np.exp((weights[:, None] * np.log(rows)).sum(axis=0, where=weights[:, None] > 0.0))
    elif mean == "arithmetic":
        joint = weights @ rows
    else:
        raise MethodError(f"There is no group mean '{mean}'; use geometric or arithmetic.")
    total = joint.sum()
    if total <= 0.0:
        raise MethodError("Every item has a zero priority from some member, so no geometric mean is left.")
    return np.asarray(joint / total)


def member_shares(shares: ArrayLike | None, members: int) -> Floats:
    """The shares of the members (sum 1), equal ones if absent; MethodError where all are zero."""
    given = np.ones(members) if shares is None else weight_vector(shares, members, "shares of the members")
    total = given.sum()
    if total <= 0.0:
        raise MethodError("All members of the group have a share of zero; give at least one a share.")
    return np.asarray(given / total)


def member_rows(rows: Floats, name: str) -> Floats:
    """The weights of each member (k x n) scaled to sum 1; MethodError for one that has none to scale."""
    checked = np.stack([weight_vector(row, rows.shape[1], name) for row in rows])
    totals = checked.sum(axis=1, keepdims=True)
    if (totals <= 0.0).any():
        raise MethodError(f"A member of the group has only zero {name}; leave that member out.")
    return np.asarray(checked / totals)
