"""The numbers of the workings of one node: powers, iteration, elimination, errors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.arrays import Floats, Ints
from criteria.model.settings import Incomplete
from criteria.report.workbook.incomplete_numbers import IncompleteNumbers, completed, incomplete_numbers
from criteria.report.workbook.squarings import STEPS, USUAL


@dataclass(frozen=True, eq=False)
class NodeNumbers:
    """Every intermediate table of a node's workings, in the order of the sheet."""

    filled: Floats
    powers: tuple[Floats, ...]
    steps: Floats
    image: Floats
    known: Floats
    labels: Ints
    system: Floats
    pivots: tuple[Floats, ...]
    logs: Floats
    least_squares: Floats
    errors: Floats
    incomplete: IncompleteNumbers | None

    @property
    def eigenvector(self) -> Floats:
        """The last step of the iteration."""
        return np.asarray(self.steps[-1])

    @property
    def components(self) -> int:
        """How many groups the known judgements leave unlinked."""
        return len(set(self.labels[-1].tolist()))


def node_numbers(matrix: Floats, method: Incomplete = "least_squares", squared: int = USUAL) -> NodeNumbers:
    """The workings for an n x n matrix with NaN where a judgement is missing and `method` works around it."""
    filled = completed(matrix, method)
    powers = [filled]
    for _ in range(squared):
        powers.append(powers[-1] @ powers[-1] / powers[-1].sum() ** 2)
    steps = [powers[-1].sum(axis=1)]
    steps[0] = steps[0] / steps[0].sum()
    for _ in range(STEPS):
        image = powers[-1] @ steps[-1]
        steps.append(image / image.sum())
    known = (~np.isnan(matrix)).astype(float)
    labels = _labels(known)
    system = _system(matrix, known, labels[-1])
    pivots = _pivots(system)
    logs = pivots[-1][:, -1]
    exponentials = np.exp(logs - logs.max())
    fitted = exponentials / exponentials.sum()
    errors = np.where(
        np.triu(known, 1) > 0, np.log(np.where(known > 0, matrix, 1.0) * fitted / fitted[:, None]), 0
    )
    around = incomplete_numbers(matrix, labels[-1], steps[-1], method)
    return NodeNumbers(
        filled, tuple(powers[1:]), np.array(steps), filled @ steps[-1], known, labels, system, pivots, logs,
        fitted, errors, around,
    )  # fmt: skip


def _labels(known: Floats) -> Ints:
    """Each item takes the smallest label among those it was compared with, n - 1 times over."""
    count = len(known)
    rows = [np.arange(1, count + 1)]
    for _ in range(count - 1):
        rows.append(np.where(known > 0, rows[-1], count + 1).min(axis=1))
    return np.array(rows)


def _system(matrix: Floats, known: Floats, labels: Ints) -> Floats:
    """The normal equations of the logarithms (n x n+1), each linked group pinned to mean 0."""
    count = len(matrix)
    links = known - np.eye(count)
    same = labels[:, None] == labels
    pinned = np.where(same, 1.0 / same.sum(axis=1)[:, None], 0.0)
    right = np.where(known > 0, np.log(np.where(known > 0, matrix, 1.0)), 0.0).sum(axis=1)
    left = np.diag(links.sum(axis=1)) - links + pinned
    return np.concatenate([left, right[:, None]], axis=1)


def _pivots(system: Floats) -> tuple[Floats, ...]:
    """Gauss-Jordan elimination without exchanges: the matrix is positive definite."""
    stages, current = [], system
    for pivot in range(len(system)):
        row = current[pivot] / current[pivot, pivot]
        current = current - current[:, pivot][:, None] * row
        current[pivot] = row
        stages.append(current)
    return tuple(stages)
