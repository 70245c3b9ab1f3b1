"""Which single judgement to look at again: every change with the CR it gives, and circular preferences."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats, Ints
from criteria.weighting.consistency import consistency
from criteria.weighting.eigenvector import principal_stack
from criteria.weighting.judgement_scales import rescale, scale_ratios
from criteria.weighting.judgements import check_pairwise
from criteria.weighting.stacks import completed_stack

SAATY_VALUES = tuple(1.0 / value for value in range(9, 1, -1)) + tuple(float(value) for value in range(1, 10))
"""The 17 answers of Saaty's scale, from 1/9 to 9."""

_WORTHWHILE = 1e-9


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """A change of judgement a_row,column (row < column, from 0) to `suggested`, and the CR it would give."""

    row: int
    column: int
    value: float
    suggested: float
    cr_after: float


@dataclass(frozen=True, slots=True, eq=False)
class Changes:
    """All changes of one judgement of a matrix to another value of Saaty's scale, lowest CR first.

    `rows`, `columns` (row < column, from 0), `values` as they are, `suggested`, and the `cr` after each;
    equal ratios go by the smaller change. `cr_now` is the CR without any.
    """

    cr_now: float
    rows: Ints
    columns: Ints
    values: Floats
    suggested: Floats
    cr: Floats

    def __len__(self) -> int:
        return len(self.cr)

    def at(self, place: int) -> Inconsistency:
        """The change at a place of the list."""
        row, column = int(self.rows[place]), int(self.columns[place])
        value, suggested = float(self.values[place]), float(self.suggested[place])
        return Inconsistency(row, column, value, suggested, float(self.cr[place]))

    def best_per_judgement(self) -> tuple[int, ...]:
        """The places of each judgement's own best change, lowest CR first."""
        size = int(self.columns.max(initial=0)) + 1
        _, first = np.unique(self.rows * size + self.columns, return_index=True)
        return tuple(int(place) for place in np.sort(first))

    @property
    def lowering(self) -> int:
        """How many changes, from the head of the list, lower CR."""
        return int((self.cr <= self.cr_now - _WORTHWHILE).sum())


def single_changes(matrix: ArrayLike, table: str = "alonso_lamata", scale: str = "linear") -> Changes | None:
    """Every known judgement with every other value of Saaty's scale; None where CR is not defined.

    The matrix holds answers; `scale` says what ratios they stand for. Missing judgements are completed anew
    for each change, as in `consistency`.
    """
    values = check_pairwise(matrix, allow_missing=True)
    now = consistency(values if scale == "linear" else rescale(values, scale), table)
    if now.cr is None or now.n <= 2:
        return None
    pairs = [(i, j) for i, j in combinations(range(now.n), 2) if not np.isnan(values[i, j])]
    places = np.repeat(np.array(pairs, dtype=np.int64), len(SAATY_VALUES), axis=0)
    suggested = np.tile(np.array(SAATY_VALUES), len(pairs))
    present = values[places[:, 0], places[:, 1]]
    changed = np.abs(np.log(suggested / present)) > _WORTHWHILE
    places, suggested, present = places[changed], suggested[changed], present[changed]
    stack = changed_matrices(values, places, suggested)
    stack = scale_ratios(stack, scale, now.n)
    largest = principal_stack(completed_stack(stack))[1]
    ratios = np.maximum(0.0, (largest - now.n) / (now.n - 1)) / now.random_index
    # Rounding must not decide between changes that help equally: the smaller one goes first.
    order = np.lexsort((np.abs(np.log(suggested / present)).round(9), ratios.round(9)))
    rows, columns = places[order].T
    return Changes(now.cr, rows, columns, present[order], suggested[order], ratios[order])


def changed_matrices(values: Floats, places: Ints, suggested: Floats) -> Floats:
    """The matrix once for each change (k x n x n), with the judgements at `places` (k x 2) replaced."""
    stack = np.repeat(values[None], len(suggested), axis=0)
    every = np.arange(len(suggested))
    stack[every, places[:, 0], places[:, 1]] = suggested
    stack[every, places[:, 1], places[:, 0]] = 1.0 / suggested
    return stack


def most_inconsistent(
    matrix: ArrayLike, table: str = "alonso_lamata", scale: str = "linear"
) -> Inconsistency | None:
    """The best single change of a known judgement to one of Saaty's 17 values, found by trying all of them.

    None where CR is not defined or no change lowers it. The owner decides: nothing is changed here.
    """
    changes = single_changes(matrix, table, scale)
    return changes.at(0) if changes is not None and changes.lowering else None


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


def triads_by_severity(matrix: ArrayLike) -> tuple[tuple[tuple[int, int, int], float], ...]:
    """The circular triads with how many times over each contradicts itself, a_ij a_jk a_ki, worst first."""
    values = check_pairwise(matrix, allow_missing=True)
    found = [((i, j, k), float(values[i, j] * values[j, k] * values[k, i]))
             for i, j, k in circular_triads(values)]  # fmt: skip
    return tuple(sorted(found, key=lambda entry: (-entry[1], entry[0])))
