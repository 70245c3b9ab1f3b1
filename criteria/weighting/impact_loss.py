"""Objective weights by the loss that the best of one column brings to the others: CILOS, and IDOCRIW."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.weighting.objective import (
    ColumnFinding,
    Columns,
    ObjectiveWeights,
    check_columns,
    entropy_weights,
)

_TIED = 1e-12
_RANK = 1e-10


def cilos_weights(matrix: ArrayLike, is_benefit: ArrayLike) -> ObjectiveWeights:
    """CILOS weights (Mirkin 1974, Zavadskas & Podvezko 2016): columns that lose little elsewhere weigh more.

    p_ij = what column j loses, as a share, where column i is best; q solves sum over j of p_ij q_j =
    q_i sum over k of p_ki. Costs count as min / x. Where several rows are best in a column, their mean loss
    is taken, so that the order of rows does not matter. Raises MethodError for benefits below zero, costs of
    zero or less, and where the losses leave more than one solution.
    """
    columns = check_columns(matrix, is_benefit)
    values = columns.values
    columns.require((values >= 0.0) | ~columns.is_benefit, "CILOS needs benefits of zero or more")
    columns.require((values > 0.0) | columns.is_benefit, "CILOS needs costs above zero")
    loss = _losses(columns)
    never_loses = loss.sum(axis=0) == 0.0
    amounts = np.zeros(len(columns.varies))
    amounts[columns.varies] = _balance(loss)
    lossless = np.flatnonzero(columns.varies)[never_loses] if len(never_loses) > 1 else ()
    return columns.weighted(amounts, *(ColumnFinding("lossless", int(column)) for column in lossless))


def idocriw_weights(matrix: ArrayLike, is_benefit: ArrayLike) -> ObjectiveWeights:
    """IDOCRIW weights: entropy times CILOS weights, divided by the sum (Zavadskas & Podvezko 2016).

    Raises MethodError wherever one of the two does.
    """
    entropy = entropy_weights(matrix, is_benefit)
    cilos = cilos_weights(matrix, is_benefit)
    product = entropy.weights * cilos.weights
    return ObjectiveWeights(product / product.sum(), cilos.findings)


def _losses(columns: Columns) -> Floats:
    """The square table p_ij of the varying columns, zero on its diagonal."""
    values = columns.values[:, columns.varies]
    highest, lowest = values.max(axis=0), values.min(axis=0)
    is_benefit = columns.is_benefit[columns.varies]
    # 1 - x / max and 1 - min / x, without losing the digits of a small loss.
    shares = np.where(
        is_benefit, (highest - values) / highest, (values - lowest) / np.where(values, values, 1.0)
    )
    shares[shares <= _TIED] = 0.0
    is_best = (shares == 0.0).astype(np.float64)
    return np.asarray((is_best / is_best.sum(axis=0)).T @ shares)


def _balance(loss: Floats) -> Floats:
    """The one vector q >= 0 (sum 1) with F q = 0, where F is the loss table less its column sums."""
    system = loss - np.diag(loss.sum(axis=0))
    _, sizes, directions = np.linalg.svd(system)
    if len(sizes) > 1 and sizes[-2] <= _RANK * sizes[0]:
        raise MethodError(
            "CILOS cannot weigh these columns, because some of them lose nothing where others are best; "
            "use entropy, CRITIC or the standard deviation."
        )
    balance = np.abs(directions[-1])
    return np.asarray(balance / balance.sum())
