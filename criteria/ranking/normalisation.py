"""Normalisation of a decision matrix for TOPSIS, written so that it does not depend on the weights."""

from __future__ import annotations

import math
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

    A distance from the ideal is (best - x) / unit times the weight; idle criteria (constant columns)
    are left out of every distance.
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
    # Extremes carry every NaN and infinity of their column.
    lowest, highest = float(low.min()), float(high.max())
    if not (lowest > -math.inf and highest < math.inf):
        require_finite(matrix, "decision matrix")
    if normalisation == "fixed":
        low, high = _checked_domain(matrix, low, high, domain)
        unit, idle = high - low, np.zeros(count, dtype=bool)
    elif normalisation in NORMALISATIONS:
        spread = high - low
        idle = np.zeros(count, dtype=bool)
        if not spread.min() > _CONSTANT * max(abs(lowest), abs(highest)):
            idle = spread <= _CONSTANT * np.maximum(np.abs(low), np.abs(high))
        unit = spread if normalisation == "minmax" else np.sqrt(np.einsum("ij,ij->j", matrix, matrix))
        unit[idle & (unit == 0.0)] = 1.0
    else:
        raise MethodError(f"There is no normalisation '{normalisation}'; use {', '.join(NORMALISATIONS)}.")
    return Reference(np.where(upward, high, low), np.where(upward, low, high), unit, idle)


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


def _checked_domain(
    matrix: Floats, low: Floats, high: Floats, domain: Domain | None
) -> tuple[Floats, Floats]:
    if domain is None:
        bottom, top = np.zeros(len(low)), np.ones(len(low))
    else:
        bottom, top = (np.asarray(bound, dtype=np.float64) for bound in domain)
        _check_domain(bottom, top, len(low))
    if (low < bottom).any() or (high > top).any():
        _check_inside(matrix, bottom, top)
    return bottom, top


def _check_domain(bottom: Floats, top: Floats, count: int) -> None:
    if bottom.shape != (count,) or top.shape != (count,):
        raise MethodError(f"The domain must give a lowest and a highest value for each of {count} columns.")
    wrong = ~(np.isfinite(bottom) & np.isfinite(top) & (bottom < top))
    if wrong.any():
        place = int(wrong.argmax())
        raise MethodError(
            f"The domain of column {place + 1} runs from {bottom[place]:g} to {top[place]:g}; "
            "the lowest value must lie below the highest."
        )


def _check_inside(matrix: Floats, bottom: Floats, top: Floats) -> None:
    slack = _OUTSIDE * (top - bottom)
    outside = (matrix < bottom - slack) | (matrix > top + slack)
    if outside.any():
        row, column = np.argwhere(outside)[0]
        raise MethodError(
            f"Row {row + 1}, column {column + 1} is {matrix[row, column]:g}, outside the declared range "
            f"{bottom[column]:g} to {top[column]:g}; correct the value or widen the range."
        )
