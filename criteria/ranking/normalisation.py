"""Normalisation of a decision matrix for TOPSIS, written so that it does not depend on the weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Bools, Floats, direction_vector, require_finite
from criteria.errors import MethodError

Domain: TypeAlias = tuple[ArrayLike, ArrayLike]
NORMALISATIONS = ("fixed", "vector", "minmax")

# Columns whose spread is mere rounding (0.1 + 0.2 against 0.3) must not be blown up to 0..1.
_CONSTANT = 1e-12
_OUTSIDE = 1e-9


@dataclass(frozen=True, slots=True)
class Reference:
    """Per criterion: the best and worst raw value distances are measured from, the unit, and what is idle.

    A distance from the ideal is (best - x) / unit times the weight; idle criteria (constant columns) have an
    infinite unit in effect: they are left out.
    """

    best: Floats
    worst: Floats
    unit: Floats
    idle: Bools


def reference(
    matrix: Floats, directions: ArrayLike, normalisation: str = "fixed", domain: Domain | None = None
) -> Reference:
    """What a finite m x n matrix is normalised by; MethodError for NaN, or a value outside a fixed domain.

    `fixed`: the declared domain (lowest, highest) of each criterion, 0..1 when none is given (R-TOPSIS, Aires
    & Ferreira 2019); `vector`: the column's Euclidean norm (Hwang & Yoon 1981); `minmax`: its range.
    """
    count = matrix.shape[1]
    upward = direction_vector(directions, count) > 0.0
    low, high = _column_extremes(matrix)
    if not (np.isfinite(low).all() and np.isfinite(high).all()):
        require_finite(matrix, "decision matrix")
    idle = high - low <= _CONSTANT * np.maximum(np.abs(low), np.abs(high))
    if normalisation == "fixed":
        bottom, top = _domain(domain, count)
        _check_inside(matrix, bottom, top, bool((low >= bottom).all() and (high <= top).all()))
        low, high, unit, idle = bottom, top, top - bottom, np.zeros(count, dtype=bool)
    elif normalisation == "vector":
        unit = np.sqrt(np.einsum("ij,ij->j", matrix, matrix))
    elif normalisation == "minmax":
        unit = high - low
    else:
        raise MethodError(f"There is no normalisation '{normalisation}'; use {', '.join(NORMALISATIONS)}.")
    best, worst = np.where(upward, high, low), np.where(upward, low, high)
    return Reference(best, worst, np.where(idle, 1.0, unit), idle)


def _column_extremes(matrix: Floats, fold: int = 64) -> tuple[Floats, Floats]:
    """Column minima and maxima; long tables are folded so that the inner loops are long (5x faster)."""
    rows, columns = matrix.shape
    quotient = rows // fold
    if quotient < 16 or not matrix.flags.c_contiguous:
        return matrix.min(axis=0), matrix.max(axis=0)
    folded = matrix[: quotient * fold].reshape(quotient, fold * columns)
    low = folded.min(axis=0).reshape(fold, columns).min(axis=0)
    high = folded.max(axis=0).reshape(fold, columns).max(axis=0)
    rest = matrix[quotient * fold :]
    if len(rest):
        low, high = np.minimum(low, rest.min(axis=0)), np.maximum(high, rest.max(axis=0))
    return low, high


def _domain(domain: Domain | None, count: int) -> tuple[Floats, Floats]:
    if domain is None:
        return np.zeros(count), np.ones(count)
    bottom, top = (np.asarray(bound, dtype=np.float64) for bound in domain)
    if bottom.shape != (count,) or top.shape != (count,):
        raise MethodError(f"The domain must give a lowest and a highest value for each of {count} columns.")
    wrong = ~(np.isfinite(bottom) & np.isfinite(top) & (bottom < top))
    if wrong.any():
        place = int(wrong.argmax())
        raise MethodError(
            f"The domain of column {place + 1} runs from {bottom[place]:g} to {top[place]:g}; "
            "the lowest value must lie below the highest."
        )
    return bottom, top


def _check_inside(matrix: Floats, bottom: Floats, top: Floats, surely_inside: bool) -> None:
    if surely_inside:
        return
    slack = _OUTSIDE * (top - bottom)
    outside = (matrix < bottom - slack) | (matrix > top + slack)
    if outside.any():
        row, column = np.argwhere(outside)[0]
        raise MethodError(
            f"Row {row + 1}, column {column + 1} is {matrix[row, column]:g}, outside the declared range "
            f"{bottom[column]:g} to {top[column]:g}; correct the value or widen the range."
        )
