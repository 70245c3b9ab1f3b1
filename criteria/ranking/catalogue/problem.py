"""What a method of the catalogue is given: checked figures of the criteria that can decide anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Bools, Floats, Ints, direction_vector, finite_matrix, weight_vector
from criteria.errors import MethodError
from criteria.ranking.normalisation import reference

#: A figure below zero, a cost of zero, an average of zero or less, no ideal or anti-ideal to divide by, a row
#: that is worst throughout, numbers that a computer cannot hold.
Ground = Literal["negative", "zero-cost", "average", "anti-ideal", "all-worst", "too-large"]


class UndefinedMethodError(MethodError):
    """A method is not defined for these figures; `ground` says why, criteria and rows count from 0."""

    def __init__(
        self,
        sentence: str,
        ground: Ground,
        criteria: tuple[int, ...] = (),
        alternatives: tuple[int, ...] = (),
    ) -> None:
        super().__init__(sentence)
        self.ground: Ground = ground
        self.criteria = criteria
        self.alternatives = alternatives


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """The figures (m x k) of the k criteria that have weight and are not equal for all.

    `columns` says which of the `count` criteria given they are. Weights are shares of all weight given, so
    that they sum to less than 1 where `idle` criteria, equal for all, hold the rest. `method` names the
    method in sentences.
    """

    method: str
    values: Floats
    weights: Floats
    directions: Floats
    columns: Ints
    count: int
    idle: tuple[int, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no criterion tells the alternatives apart."""
        return not self.columns.size

    @property
    def levelled(self) -> Floats:
        """The figures in units of the largest magnitude of their criterion: sums and squares stay finite.

        What is divided by an infinite sum would be zero without a word.
        """
        return self.values if self.is_empty else self.values / np.abs(self.values).max(axis=0)

    @property
    def scaled(self) -> Floats:
        """The figures on min-max scales, 1 = best of all, 0 = worst."""
        if self.is_empty:
            return self.values
        upward = self.levelled * self.directions
        low, high = upward.min(axis=0), upward.max(axis=0)
        return np.asarray((upward - low) / (high - low))


def problem_of(
    method: str, matrix: ArrayLike, weights: ArrayLike, directions: ArrayLike, *, keep_equal: bool = False
) -> Problem:
    """The checked problem; criteria that are equal for all are left out unless they are to be kept.

    Raises MethodError naming what is not a number, no weight, or no direction, and where no weight is left.
    """
    values = finite_matrix(matrix, "decision matrix")
    count = values.shape[1]
    given = weight_vector(weights, count)
    if not given.any():
        raise MethodError("All weights are zero; give at least one criterion a weight.")
    shares = given / given.max()
    shares /= shares.sum()
    basis = reference(values, directions, "minmax")
    weighty = shares > 0.0
    kept = weighty if keep_equal else weighty & ~basis.idle
    return Problem(
        method=method,
        values=np.ascontiguousarray(values[:, kept]),
        weights=shares[kept],
        directions=direction_vector(directions, count)[kept],
        columns=np.flatnonzero(kept),
        count=count,
        idle=tuple(int(column) for column in np.flatnonzero(weighty & basis.idle & ~kept)),
    )


def require_ratios(problem: Problem) -> None:
    """Raise UndefinedMethodError unless ratios mean something: nothing negative, and no cost of zero."""
    require_at_least_zero(problem)
    zero_costs = (problem.values == 0.0) & (problem.directions < 0.0)
    _refuse(problem, zero_costs, "zero-cost", "divides by every figure of a cost")


def require_at_least_zero(problem: Problem) -> None:
    """Raise UndefinedMethodError naming the first figure below zero."""
    _refuse(problem, problem.values < 0.0, "negative", "needs figures of at least zero")


def _refuse(problem: Problem, wrong: Bools, ground: Ground, why: str) -> None:
    if not wrong.any():
        return
    row, column = (int(place) for place in np.argwhere(wrong)[0])
    criterion = int(problem.columns[column])
    columns = tuple(int(problem.columns[place]) for place in np.flatnonzero(wrong.any(axis=0)))
    rows = tuple(int(place) for place in np.flatnonzero(wrong.any(axis=1)))
    raise UndefinedMethodError(
        f"{problem.method} {why}; criterion {criterion + 1} is {problem.values[row, column]:g} in row "
        f"{row + 1}. Use unit values, or a method that forms no ratios.",
        ground,
        columns,
        rows,
    )
