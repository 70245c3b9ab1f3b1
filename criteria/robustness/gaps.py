"""Gaps of a study: which ranks a project with missing figures may have, and what knowing one is worth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.arrays import Floats, Ints
from criteria.errors import MethodError
from criteria.memo import remember
from criteria.model.settings import Method
from criteria.ranking.results import Results
from criteria.robustness.gap_values import DrawnRanks, draw_gaps, explained, known_widths
from criteria.robustness.open_figures import OpenFigures
from criteria.robustness.study_acceptability import open_figures, stack_method


@dataclass(frozen=True)
class GapValue:
    """What knowing one missing figure would settle, on average over its scale.

    `places` is by how many places the project's best and worst rank would move together; `rank_share` the
    share of the variance of its rank that would go, `winner_share` and `first_share` those of whether it wins
    and whether it is among the first.
    """

    project: str
    criterion: str
    places: float
    rank_share: float
    winner_share: float
    first_share: float


@dataclass(frozen=True)
class ProjectGaps:
    """A project that lacks figures: best and worst case, what to expect, and its gaps, most telling first.

    `expected` is the mean rank with all gaps drawn from their whole scales, `deviation` its standard
    deviation, `error` its standard error; `winner` and `first` are the shares of draws in which it wins and
    is among the first.
    """

    project: str
    best: int
    worst: int
    expected: float
    deviation: float
    error: float
    winner: float
    first: float
    cells: tuple[GapValue, ...]


@remember(
    lambda results, method, first=5, draws=10_000, seed=0: (results, method, first, draws, seed),
    6,
)
def study_gaps(
    results: Results, method: Method, first: int = 5, draws: int = 10_000, seed: int = 0
) -> tuple[ProjectGaps, ...]:
    """Every ranked project with gaps, in the order of the study, under the weights of the study.

    Known figures are taken as most likely and nothing is filled in for the ranking: only here gaps are drawn,
    uniformly and apart from each other. The best `first` places are those that membership is told about.
    Under vector and min-max normalisation a gap moves all scores and may do most between its ends: there the
    bounds of the ranking are widened to what was drawn, and `places` is an estimate.
    """
    if first < 1 or draws < 1:
        raise MethodError("Gaps are told about at least one first place, from at least one draw.")
    figures = only_gaps(open_figures(results, method, "gaps")) if results.ranked else None
    if figures is None or not figures.is_open.any():
        return ()
    stack, weights = stack_method(results, method), results.weights.values
    drawn = draw_gaps(figures, stack, weights, draws, seed)
    now, then = known_widths(figures, stack, weights, drawn.cells)
    return tuple(
        _project(results, method, int(row), drawn, now - then, first) for row in np.unique(drawn.cells[:, 0])
    )


def only_gaps(figures: OpenFigures) -> OpenFigures:
    """The same figures with bounds only where none is likeliest."""
    gap = np.isnan(figures.mode)
    low, high = np.where(gap, figures.low, figures.mode), np.where(gap, figures.high, figures.mode)
    return OpenFigures(low, figures.mode, high, figures.curves)


def _project(
    results: Results, method: Method, row: int, drawn: DrawnRanks, places: Floats, first: int
) -> ProjectGaps:
    project = results.ranked[row]
    name = results.matrix.projects[project]
    ranks = drawn.ranks[:, row]
    own = np.flatnonzero(drawn.cells[:, 0] == row)
    cells = [_cell(results, name, drawn, int(cell), ranks, float(places[cell]), first) for cell in own]
    cells.sort(key=lambda cell: (-round(cell.places, 9), -cell.rank_share))
    ranked = results.methods[method]
    deviation = float(ranks.std())
    return ProjectGaps(
        project=name,
        best=min(int(ranked.rank_best[project]), int(ranks.min())),
        worst=max(int(ranked.rank_worst[project]), int(ranks.max())),
        expected=float(ranks.mean()),
        deviation=deviation,
        error=deviation / float(np.sqrt(len(ranks))),
        winner=float((ranks == 1).mean()),
        first=float((ranks <= first).mean()),
        cells=tuple(cells),
    )


def _cell(
    results: Results, project: str, drawn: DrawnRanks, cell: int, ranks: Ints, places: float, first: int
) -> GapValue:
    values = drawn.values[:, cell]
    outcomes = (
        ranks.astype(np.float64),
        (ranks == 1).astype(np.float64),
        (ranks <= first).astype(np.float64),
    )
    shares = [explained(values, outcome) for outcome in outcomes]
    criterion = results.matrix.criteria[int(drawn.cells[cell, 1])]
    return GapValue(project, criterion, places, *shares)
