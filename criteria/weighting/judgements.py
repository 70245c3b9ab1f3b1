"""Pairwise comparison matrices: what makes one valid, and which of its comparisons are known."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Bools, Floats
from criteria.errors import MethodError

RECIPROCAL_TOLERANCE = 1e-6

# Powers of more extreme matrices run out of the range of floating point numbers.
SMALLEST_RATIO = 1e-9


def check_pairwise(matrix: ArrayLike, *, allow_missing: bool = False) -> Floats:
    """The n x n reciprocal matrix as floats; MethodError names the cell that breaks it.

    Square, positive, ones on the diagonal, a_ij * a_ji = 1 within 1e-6; with `allow_missing`, NaN in both
    cells of a pair means that the comparison was not made.
    """
    values = np.asarray(matrix, dtype=np.float64)
    if values.ndim != 2 or values.shape[0] != values.shape[1] or values.size == 0:
        shape = " x ".join(str(size) for size in values.shape)
        raise MethodError(f"A pairwise comparison must be a square table; this one is {shape}.")
    if _is_sound(values):
        return values
    missing = np.isnan(values)
    if missing.any() and not allow_missing:
        row, column = _first(missing)
        raise MethodError(f"The comparison of item {row} with item {column} is missing; answer it first.")
    if not np.array_equal(missing, missing.T):
        row, column = _first(missing & ~missing.T)
        raise MethodError(
            f"Items {row} and {column} are compared in one direction only; give both or neither."
        )
    _check_values(values, missing)
    return values


def _is_sound(values: Floats) -> bool:
    """Whether a complete matrix has no fault at all, in one quick look.

    Reciprocity also settles the diagonal (a_ii^2 = 1) and the largest value (1 / the smallest).
    """
    if not values.min() >= SMALLEST_RATIO:
        return False
    error = values * values.T
    error -= 1.0
    return bool(max(error.max(), -error.min()) <= RECIPROCAL_TOLERANCE)


def _check_values(values: Floats, missing: Bools) -> None:
    wrong = ~missing & ~((values >= SMALLEST_RATIO) & (values <= 1.0 / SMALLEST_RATIO))
    if wrong.any():
        row, column = _first(wrong)
        raise MethodError(
            f"The judgement in row {row}, column {column} is {values[row - 1, column - 1]:g}; "
            "a judgement is a positive ratio such as 3 or 1/3, of at most a billion."
        )
    diagonal = np.abs(values.diagonal() - 1.0) <= RECIPROCAL_TOLERANCE
    if not diagonal.all():
        place = int(np.argmin(diagonal))
        raise MethodError(
            f"Item {place + 1} compared with itself (row {place + 1}, column {place + 1}) must be 1, "
            f"not {values[place, place]:g}."
        )
    broken = np.abs(values * values.T - 1.0) > RECIPROCAL_TOLERANCE
    if broken.any():
        row, column = _first(broken)
        raise MethodError(
            f"Row {row}, column {column} is {values[row - 1, column - 1]:g} and row {column}, column {row} "
            f"is {values[column - 1, row - 1]:g}; one must be the reciprocal of the other."
        )


def _first(flags: Bools) -> tuple[int, int]:
    row, column = np.argwhere(flags)[0]
    return int(row) + 1, int(column) + 1


def missing_count(matrix: Floats) -> int:
    """The number of pairs of an n x n matrix that were not compared."""
    return int(np.isnan(matrix).sum()) // 2


def components(matrix: Floats) -> tuple[tuple[int, ...], ...]:
    """The groups of items that known comparisons link, each in ascending order, by first item."""
    known = ~np.isnan(matrix)
    left = set(range(len(matrix)))
    found = []
    while left:
        group, frontier = set(), {min(left)}
        while frontier:
            item = frontier.pop()
            group.add(item)
            frontier |= {int(other) for other in np.flatnonzero(known[item])} - group
        left -= group
        found.append(tuple(sorted(group)))
    return tuple(found)


def linked_laplacian(known: Bools) -> tuple[Floats, Floats]:
    """The Laplacian (n x n) of the graph of known pairs, and the table that averages over each linked group.

    Their sum is positive definite, however many groups there are.
    """
    adjacency = known & ~np.eye(len(known), dtype=bool)
    laplacian = np.diag(adjacency.sum(axis=1).astype(np.float64)) - adjacency
    level = np.zeros(known.shape)
    for group in components(np.where(known, 1.0, np.nan)):
        level[np.ix_(group, group)] = 1.0 / len(group)
    return laplacian, level
