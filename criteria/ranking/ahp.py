"""AHP synthesis: from weights and intensities under each criterion to one score for each alternative."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats, finite_matrix, weight_vector
from criteria.errors import MethodError

MODES = ("ideal", "distributive")


def synthesise(
    intensities: ArrayLike, weights: ArrayLike, mode: str = "ideal", *, idealise: bool = False
) -> tuple[Floats, Floats]:
    """Scores (m) and the contributions (m x n) that add up to them, from intensities (m x n), zero or more.

    `ideal` takes intensities as they are on 0..1 (ratings, Saaty 2006: a new one changes no other), or
    with `idealise` divides each column by its largest (relative measurement); `distributive` divides each
    column by its sum (Saaty 1980). A column of zeros gives every alternative the same: 1 when idealised, 1/m
    when distributed. Raises MethodError naming the cell that is negative or no number.
    """
    values = finite_matrix(intensities, "table of intensities")
    given = weight_vector(weights, values.shape[1])
    if (values < 0.0).any():
        row, column = np.argwhere(values < 0.0)[0]
        raise MethodError(
            f"The intensity in row {row + 1}, column {column + 1} is negative; AHP needs zero or more."
        )
    if mode == "distributive":
        values = _divided(values, values.sum(axis=0), 1.0 / len(values))
    elif mode != "ideal":
        raise MethodError(f"There is no synthesis '{mode}'; use {' or '.join(MODES)}.")
    elif idealise:
        values = _divided(values, values.max(axis=0), 1.0)
    contributions = values * given
    return contributions.sum(axis=1), contributions


def global_weights(local_goal: ArrayLike, local_groups: Sequence[ArrayLike]) -> Floats:
    """Weights of all leaves, in order: each group's weight under the goal times the leaf's within its group.

    A group without sub-criteria is a group of one leaf of weight 1. Raises MethodError where counts differ.
    """
    goal = weight_vector(local_goal, len(local_groups), "group weights")
    parts = [
        weight * np.asarray(group, dtype=np.float64) for weight, group in zip(goal, local_groups, strict=True)
    ]
    return np.concatenate(parts)


def _divided(values: Floats, divisor: Floats, when_zero: float) -> Floats:
    zero = divisor <= 0.0
    return np.where(zero, when_zero, values / np.where(zero, 1.0, divisor))
