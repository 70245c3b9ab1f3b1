"""Why a project stands where it stands: what speaks for it and against it, and two projects side by side."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.arrays import Floats
from criteria.memo import remember
from criteria.model.settings import METHODS, Method
from criteria.ranking.agreement import kendall, spearman
from criteria.ranking.results import Results


@dataclass(frozen=True)
class Reason:
    """One criterion of one project against the mean of the ranked projects.

    `effect` is weight times (unit value minus mean unit value): what the criterion adds to or takes from
    the project's weighted sum compared with an average project.
    """

    criterion: str
    raw: float
    value: float
    mean: float
    weight: float
    effect: float


@dataclass(frozen=True)
class Difference:
    """One criterion of two projects: `effect` is weight times the difference of their unit values."""

    criterion: str
    first: float
    second: float
    effect: float


@dataclass(frozen=True)
class Agreement:
    """How alike two methods rank: Spearman's rho and Kendall's tau-b, None where undefined; best shared."""

    first: Method
    second: Method
    spearman: float | None
    kendall: float | None
    shared_top: int
    top: int


def reasons(results: Results, row: int) -> tuple[Reason, ...]:
    """Every criterion with a known figure for a project, what helps it most first."""
    matrix, weights = results.matrix, results.weights.values
    means = mean_values(results)
    found = [
        Reason(
            criterion,
            float(matrix.raw[row, j]),
            float(matrix.unit[row, j]),
            float(means[j]),
            float(weights[j]),
            float(weights[j] * (matrix.unit[row, j] - means[j])),
        )
        for j, criterion in enumerate(matrix.criteria)
        if not np.isnan(matrix.unit[row, j]) and not np.isnan(means[j])
    ]
    return tuple(sorted(found, key=lambda reason: (-reason.effect, reason.criterion)))


def mean_values(results: Results) -> Floats:
    """Mean unit value per criterion over the ranked projects with a known figure, NaN where there is none."""
    rows = list(results.ranked)
    known = ~np.isnan(results.matrix.unit[rows])
    sums = np.where(known, results.matrix.unit[rows], 0.0).sum(axis=0)
    counts = known.sum(axis=0)
    return np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)


def differences(results: Results, first: int, second: int) -> tuple[Difference, ...]:
    """Criteria in the order of the study with what each adds to the lead of the first project."""
    matrix, weights = results.matrix, results.weights.values
    return tuple(
        Difference(criterion, float(a), float(b), float(weights[j] * (a - b)) if not np.isnan(a - b) else 0.0)
        for j, (criterion, a, b) in enumerate(
            zip(matrix.criteria, matrix.unit[first], matrix.unit[second], strict=True)
        )
    )


def ideal_shares(results: Results, row: int) -> dict[str, float]:
    """Share of each criterion in the squared distance of a ranked project from the TOPSIS ideal."""
    detail = results.methods["topsis"].detail.topsis
    if detail is None or row not in results.ranked:
        return {}
    place = results.ranked.index(row)
    squares = (detail.weighted[place] - detail.ideal) ** 2
    total = float(squares.sum())
    return {
        criterion: float(square) / total if total > 0 else 0.0
        for criterion, square in zip(results.matrix.criteria, squares, strict=True)
    }


@remember(lambda results, top=5: (results, top), 4)
def agreement(results: Results, top: int = 5) -> tuple[Agreement, ...]:
    """How alike each two methods rank the projects that take part with a firm rank."""
    rows = [i for i in results.ranked if not results.matrix.incomplete[i]]
    found = []
    for place, first in enumerate(METHODS):
        for second in METHODS[place + 1 :]:
            one = results.methods[first].rank_best[rows]
            other = results.methods[second].rank_best[rows]
            size = min(top, len(rows))
            # Ties at the last place may let more than `size` projects in.
            shared = min(size, int(((one <= size) & (other <= size)).sum()))
            found.append(Agreement(first, second, spearman(one, other), kendall(one, other), shared, size))
    return tuple(found)
