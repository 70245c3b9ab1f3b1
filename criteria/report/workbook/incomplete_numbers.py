"""The numbers behind weights from judgements of which some are missing, where not by least squares."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.arrays import Floats, Ints
from criteria.model.settings import Incomplete
from criteria.report.workbook.squarings import STEPS, chain_squarings
from criteria.weighting.incomplete import complete, components


@dataclass(frozen=True, eq=False)
class IncompleteNumbers:
    """Harker's matrix with its squares and the iteration (empty for lambda_max), levels and weights."""

    auxiliary: tuple[Floats, ...]
    steps: Floats
    levels: Floats
    weights: Floats


def completed(matrix: Floats, method: Incomplete) -> Floats:
    """The matrix completed at the smallest lambda_max; by `lambda_max` each linked group for itself."""
    groups = components(matrix)
    if method != "lambda_max" or len(groups) == 1:
        return complete(matrix)
    filled = np.zeros_like(matrix)
    for group in groups:
        filled[np.ix_(group, group)] = complete(matrix[np.ix_(group, group)])
    return filled


def incomplete_numbers(
    matrix: Floats, labels: Ints, vector: Floats, method: Incomplete
) -> IncompleteNumbers | None:
    """The workings of a method, None for least squares; `vector`: eigenvector of the completed matrix."""
    if method == "least_squares":
        return None
    powers: list[Floats] = []
    steps = np.empty((0, len(matrix)))
    if method == "harker":
        powers = _powers(matrix, labels)
        steps = _steps(powers[-1])
        vector = steps[-1]
    logs = np.log(vector)
    levels = logs - np.array([logs[labels == label].mean() for label in labels])
    raised = np.exp(levels - levels.max())
    return IncompleteNumbers(tuple(powers), steps, levels, raised / raised.sum())


def _powers(matrix: Floats, labels: Ints) -> list[Floats]:
    known = ~np.isnan(matrix)
    sizes = (labels[:, None] == labels).sum(axis=1)
    first = np.where(known, matrix, 0.0)
    np.fill_diagonal(first, 1.0 + sizes - known.sum(axis=1))
    powers = [first / sizes[:, None]]
    for _ in range(chain_squarings(len(matrix))):
        powers.append(powers[-1] @ powers[-1] / powers[-1].sum() ** 2)
    return powers


def _steps(power: Floats) -> Floats:
    steps = [power.sum(axis=1) / power.sum()]
    for _ in range(STEPS):
        image = power @ steps[-1]
        steps.append(image / image.sum())
    return np.array(steps)
