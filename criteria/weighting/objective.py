"""Objective weights: what the figures themselves tell apart, by entropy, deviation, CRITIC and MEREC."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec
import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Bools, Floats, finite_matrix
from criteria.errors import MethodError

# Figures that differ by less than this of their size differ by rounding only.
_CONSTANT = 1e-12


class ColumnFinding(msgspec.Struct, frozen=True):
    """A column (from 0) that was treated apart.

    `idle` holds one value throughout and weighs 0; `lossless` never loses, whatever is best elsewhere, and so
    takes all of the CILOS weight.
    """

    code: Literal["idle", "lossless"]
    column: int


@dataclass(frozen=True, slots=True, eq=False)
class ObjectiveWeights:
    """Weights (n, sum 1) of the columns of a decision matrix, and the columns that were treated apart."""

    weights: Floats
    findings: tuple[ColumnFinding, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """A checked decision matrix (m x n): which columns are benefits, and which hold more than one value."""

    values: Floats
    is_benefit: Bools
    varies: Bools

    def weighted(self, amounts: Floats, *findings: ColumnFinding) -> ObjectiveWeights:
        """Weights in proportion to the amounts (n) of the varying columns, 0 for the idle ones."""
        shares = np.where(self.varies, amounts, 0.0)
        idle = tuple(ColumnFinding("idle", int(column)) for column in np.flatnonzero(~self.varies))
        return ObjectiveWeights(shares / shares.sum(), idle + findings)

    def require(self, allowed: Bools, needs: str) -> None:
        """Raise MethodError naming the first cell of a varying column that is not allowed."""
        wrong = ~allowed & self.varies
        if wrong.any():
            row, column = np.argwhere(wrong)[0]
            raise MethodError(
                f"Row {row + 1}, column {column + 1} holds {self.values[row, column]:g}, but {needs}; "
                "leave the column out, or use CRITIC or the standard deviation."
            )

    def rescaled(self) -> Floats:
        """The varying columns (m x k) from 0, the worst figure, to 1, the best."""
        # Halves, lest the range of figures near the largest number overflow.
        values = 0.5 * self.values[:, self.varies]
        lowest, highest = values.min(axis=0), values.max(axis=0)
        shares = (values - lowest) / (highest - lowest)
        return np.asarray(np.where(self.is_benefit[self.varies], shares, 1.0 - shares))


def check_columns(matrix: ArrayLike, is_benefit: ArrayLike) -> Columns:
    """The decision matrix, checked; MethodError names what is wrong with it.

    At least two rows, finite figures, one True (more is better) or False for each column, and one column at
    least that holds more than one value.
    """
    values = finite_matrix(matrix, "decision matrix")
    if len(values) < 2:
        raise MethodError("Weights from data need at least two rows to compare; there is one.")
    benefit = np.asarray(is_benefit)
    # Directions 1 and -1 would both count as True.
    if benefit.dtype != np.bool_ or benefit.shape != values.shape[1:]:
        raise MethodError(f"Say for each of {values.shape[1]} columns whether more is better, True or False.")
    lowest, highest = 0.5 * values.min(axis=0), 0.5 * values.max(axis=0)
    varies = highest - lowest > _CONSTANT * np.maximum(np.abs(lowest), np.abs(highest))
    if not varies.any():
        raise MethodError("Every column holds one value throughout, so the data cannot tell them apart.")
    return Columns(values, benefit, varies)


def entropy_weights(matrix: ArrayLike, is_benefit: ArrayLike) -> ObjectiveWeights:
    """Entropy weights (Shannon 1948, Zeleny 1982): w_j in proportion to 1 - E_j, blind to the direction.

    E_j = -sum p ln p / ln m with p = x / sum x, and 0 ln 0 = 0. Figures below zero have no shares and raise
    MethodError: moving the zero would make the weights depend on the unit.
    """
    columns = check_columns(matrix, is_benefit)
    columns.require(columns.values >= 0.0, "entropy needs figures of zero or more")
    values = np.where(columns.varies, columns.values, 1.0)
    values = values / values.max(axis=0)
    mean = values.mean(axis=0)
    # 1 - E written as a sum of terms (1+e) ln(1+e) - e >= 0, which keeps its digits where E is nearly 1.
    excess = (values - mean) / mean
    inside = np.where(excess > -1.0, excess, 0.0)
    terms = np.where(excess > -1.0, (1.0 + inside) * np.log1p(inside) - inside, 1.0)
    return columns.weighted(np.maximum(terms, 0.0).mean(axis=0))


def standard_deviation_weights(
    matrix: ArrayLike, is_benefit: ArrayLike, *, rescale: bool = True
) -> ObjectiveWeights:
    """Weights in proportion to the standard deviation of each column (Diakoulaki et al. 1995).

    Columns are first brought to 0..1 between their smallest and largest figure; without `rescale` they are
    taken as they are, which only means something on a common scale: the weights then depend on the units.
    """
    columns = check_columns(matrix, is_benefit)
    amounts = np.zeros(len(columns.varies))
    if rescale:
        amounts[columns.varies] = columns.rescaled().std(axis=0, ddof=1)
    else:
        amounts = (columns.values / np.abs(columns.values).max()).std(axis=0, ddof=1)
    return columns.weighted(amounts)


def critic_weights(matrix: ArrayLike, is_benefit: ArrayLike) -> ObjectiveWeights:
    """CRITIC weights (Diakoulaki et al. 1995): w_j in proportion to s_j times the sum over k of 1 - r_jk.

    Standard deviation s and correlation r of the columns brought to 0..1 by direction; idle columns take no
    part. Raises MethodError where all columns that vary rise and fall together: they leave nothing to weigh.
    """
    columns = check_columns(matrix, is_benefit)
    scaled = columns.rescaled()
    amounts = np.zeros(len(columns.varies))
    if scaled.shape[1] == 1:
        amounts[columns.varies] = 1.0
        return columns.weighted(amounts)
    centred = scaled - scaled.mean(axis=0)
    deviation = np.sqrt(np.square(centred).sum(axis=0))
    centred /= deviation
    conflict = 1.0 - np.clip(centred.T @ centred, -1.0, 1.0)
    np.fill_diagonal(conflict, 0.0)
    if conflict.max() <= _CONSTANT:
        raise MethodError(
            "CRITIC weighs a column by what the others do not say already, but all of these rise and fall "
            "together; use entropy or the standard deviation."
        )
    amounts[columns.varies] = deviation * conflict.sum(axis=0)
    return columns.weighted(amounts)


def merec_weights(matrix: ArrayLike, is_benefit: ArrayLike) -> ObjectiveWeights:
    """MEREC weights (Keshavarz-Ghorabaee et al. 2021): how far scores move when a column is removed.

    S_i = ln(1 + (1/n) sum over j |ln x'_ij|) with x' = min / x for benefits and x / max for costs; w_j in
    proportion to the sum over i of |S_i without j - S_i|. Figures of zero or less raise MethodError.
    """
    columns = check_columns(matrix, is_benefit)
    columns.require(columns.values > 0.0, "MEREC needs figures above zero")
    logs = np.log(np.where(columns.varies, columns.values, 1.0))
    size = np.where(columns.is_benefit, logs - logs.min(axis=0), logs.max(axis=0) - logs)
    total = size.sum(axis=1, keepdims=True)
    n = size.shape[1]
    without = np.log1p(np.maximum(total - size, 0.0) / n)
    return columns.weighted(np.abs(without - np.log1p(total / n)).sum(axis=0))
