"""Which single judgement to look at again: the change that lowers CR most, and circular preferences."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Bools, Floats, Ints
from criteria.weighting.consistency import consistency
from criteria.weighting.eigenvector import principal_stack
from criteria.weighting.incomplete import complete
from criteria.weighting.judgements import check_pairwise

SAATY_VALUES = tuple(1.0 / value for value in range(9, 1, -1)) + tuple(float(value) for value in range(1, 10))
"""The 17 answers of Saaty's scale, from 1/9 to 9."""

_WORTHWHILE = 1e-9


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """The judgement a_row,column (row < column, from 0) whose change to `suggested` gives the lowest CR."""

    row: int
    column: int
    value: float
    suggested: float
    cr_after: float


def most_inconsistent(matrix: ArrayLike, table: str = "alonso_lamata") -> Inconsistency | None:
    """The best single change of a known judgement to one of Saaty's 17 values, found by trying all of them.

    None where CR is not defined or no change lowers it. The owner decides: nothing is changed here.
    """
    values = check_pairwise(matrix, allow_missing=True)
    now = consistency(values, table)
    if now.cr is None or now.cr == 0.0:
        return None
    pairs = [(i, j) for i, j in combinations(range(now.n), 2) if not np.isnan(values[i, j])]
    places = np.repeat(np.array(pairs, dtype=np.int64), len(SAATY_VALUES), axis=0)
    candidates = np.tile(np.array(SAATY_VALUES), len(pairs))
    largest = _lambda_max_of_changes(values, places, candidates)
    best = int(largest.argmin())
    cr_after = max(0.0, (float(largest[best]) - now.n) / (now.n - 1)) / now.random_index
    if cr_after > now.cr - _WORTHWHILE:
        return None
    row, column = (int(place) for place in places[best])
    return Inconsistency(row, column, float(values[row, column]), float(candidates[best]), cr_after)


def _lambda_max_of_changes(values: Floats, places: Ints, candidates: Floats) -> Floats:
    missing = np.isnan(values)
    stack = np.repeat(complete(values)[None], len(candidates), axis=0)
    every = np.arange(len(candidates))
    stack[every, places[:, 0], places[:, 1]] = candidates
    stack[every, places[:, 1], places[:, 0]] = 1.0 / candidates
    if not missing.any():
        return principal_stack(stack)[1]
    return _complete_stack(stack, missing)


def _complete_stack(stack: Floats, missing: Bools) -> Floats:
    """Smallest lambda_max of every matrix over its missing cells, by the fixed point used in `complete`."""
    largest = np.full(len(stack), np.inf)
    for _ in range(200):
        right, reached = principal_stack(stack)
        if (largest - reached <= 1e-10 * reached).all():
            return np.asarray(np.minimum(largest, reached))
        largest = np.minimum(largest, reached)
        ratio = np.sqrt(right / principal_stack(stack.transpose(0, 2, 1))[0])
        stack = np.where(missing, ratio[:, :, None] / ratio[:, None, :], stack)
    return largest


def circular_triads(matrix: ArrayLike) -> tuple[tuple[int, int, int], ...]:
    """Every circle of preferences i over j over k over i, starting at its smallest item (from 0)."""
    preferred = check_pairwise(matrix, allow_missing=True) > 1.0
    found = []
    for i, j, k in combinations(range(len(preferred)), 3):
        if preferred[i, j] and preferred[j, k] and preferred[k, i]:
            found.append((i, j, k))
        elif preferred[i, k] and preferred[k, j] and preferred[j, i]:
            found.append((i, k, j))
    return tuple(found)
