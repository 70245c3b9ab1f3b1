"""Array types of the numeric modules, and the checks every method makes before it computes."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from criteria.errors import MethodError

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]
Bools: TypeAlias = NDArray[np.bool_]


def finite_matrix(values: ArrayLike, name: str) -> Floats:
    """The values as a finite m x n array; MethodError names the first cell that holds no number."""
    matrix = np.asarray(values, dtype=np.float64)
    if matrix.ndim != 2 or 0 in matrix.shape:
        shape = " x ".join(str(size) for size in matrix.shape) or "a single number"
        raise MethodError(f"The {name} must be a table with rows and columns; this one is {shape}.")
    require_finite(matrix, name)
    return matrix


def require_finite(matrix: Floats, name: str) -> None:
    """Raise MethodError naming the first row and column (from 1) of an m x n array that is not a number."""
    finite = np.isfinite(matrix)
    if finite.all():
        return
    row, column = np.argwhere(~finite)[0]
    raise MethodError(
        f"The {name} holds {matrix[row, column]} in row {row + 1}, column {column + 1}; "
        "give a number there or leave the row out."
    )


def weight_vector(values: ArrayLike, length: int, name: str = "weights") -> Floats:
    """The values as `length` finite weights of at least zero; MethodError names the one that is not."""
    weights = np.asarray(values, dtype=np.float64)
    if weights.shape != (length,) or not length:
        raise MethodError(
            f"There must be one of the {name} for each of {length} columns; {weights.size} given."
        )
    # Extremes carry every NaN, so two reductions pass what is right; only what is wrong is looked at closely.
    if not (weights.min() >= 0.0 and weights.max() < np.inf):
        wrong = ~(np.isfinite(weights) & (weights >= 0.0))
        place = int(wrong.argmax())
        raise MethodError(
            f"Entry {place + 1} of the {name} is {weights[place]}; it must be a number of at least zero."
        )
    return weights


def direction_vector(values: ArrayLike, length: int) -> Floats:
    """The values as `length` directions, 1 for a benefit and -1 for a cost; MethodError for anything else."""
    directions = np.asarray(values, dtype=np.float64)
    if directions.shape != (length,):
        raise MethodError(
            f"There must be one direction for each of {length} columns; {directions.size} given."
        )
    if not (directions * directions == 1.0).all():
        wrong = np.abs(directions) != 1.0
        place = int(wrong.argmax())
        raise MethodError(
            f"The direction of column {place + 1} is {directions[place]:g}; use 1 (benefit) or -1 (cost)."
        )
    return directions
