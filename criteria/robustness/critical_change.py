"""Critical weight changes: the smallest change of one weight alone that makes two alternatives level."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats, finite_matrix, weight_vector


@dataclass(frozen=True, slots=True)
class CriticalChange:
    """Lowering the weight of `criterion` by `absolute` (raising it if negative) makes the two level.

    `first` is ahead of or level with `second` now; `percent` is the change relative to the weight.
    """

    criterion: int
    first: int
    second: int
    absolute: float
    percent: float


@dataclass(frozen=True, slots=True)
class CriticalChanges:
    """All feasible changes and the smallest ones: against the winner, between any two, and per criterion.

    `degrees` holds for each criterion its smallest percentage D'_k, None where no change is feasible, and
    `sensitivities` its inverse 1/D'_k, 0 where none is feasible and None where two alternatives tie already.
    """

    changes: tuple[CriticalChange, ...]
    percent_top: CriticalChange | None
    percent_any: CriticalChange | None
    degrees: tuple[float | None, ...]
    sensitivities: tuple[float | None, ...]


def critical_change(values: Floats, weights: Floats, criterion: int, first: int, second: int) -> float | None:
    """The delta by which w_k must fall to make i and j level, (S_j - S_i)/(a_jk - a_ik); None if infeasible.

    Infeasible are equal values under k, a weight of zero, and delta > w_k, which makes the weight negative.
    """
    gap = float(values[second, criterion] - values[first, criterion])
    if gap == 0.0 or weights[criterion] == 0.0:
        return None
    delta = float((values[second] - values[first]) @ weights) / gap
    return delta if delta <= weights[criterion] else None


def critical_changes(matrix: ArrayLike, weights: ArrayLike) -> CriticalChanges:
    """Every feasible critical change for weighted sums of an m x n table, and the smallest of them.

    After Triantaphyllou & Sanchez (1997): one weight changes, the others do not make up for it.
    """
    values = finite_matrix(matrix, "table of values")
    given = weight_vector(weights, values.shape[1])
    order = np.argsort(-(values @ given), kind="stable")
    found = []
    for first, second in combinations(order.tolist(), 2):
        for criterion in range(values.shape[1]):
            delta = critical_change(values, given, criterion, first, second)
            if delta is not None:
                percent = 100.0 * delta / float(given[criterion])
                found.append(CriticalChange(criterion, first, second, delta, percent))
    against_top = [change for change in found if change.first == order[0]]
    degrees = tuple(_degree(found, criterion) for criterion in range(values.shape[1]))
    return CriticalChanges(
        tuple(found), _smallest(against_top), _smallest(found), degrees, tuple(map(_sensitivity, degrees))
    )


def _smallest(changes: list[CriticalChange]) -> CriticalChange | None:
    return min(changes, key=lambda change: abs(change.percent), default=None)


def _degree(changes: list[CriticalChange], criterion: int) -> float | None:
    smallest = _smallest([change for change in changes if change.criterion == criterion])
    return None if smallest is None else abs(smallest.percent)


def _sensitivity(degree: float | None) -> float | None:
    if degree is None:
        return 0.0
    return 1.0 / degree if degree > 0.0 else None
