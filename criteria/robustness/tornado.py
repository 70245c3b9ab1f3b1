"""Tornado: what each open figure and each weight, from low to high, does to one project's score and rank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from criteria.arrays import Floats, Ints
from criteria.errors import StudyError
from criteria.memo import remember
from criteria.model.settings import Method
from criteria.ranking.ranks import ranks_of_rows
from criteria.ranking.results import Results
from criteria.ranking.value_functions import unit_values
from criteria.robustness.study_acceptability import open_figures, stack_method
from criteria.robustness.study_sensitivity import elements, members, scorer, steady_rows
from criteria.robustness.weight_path import weight_paths

Source = Literal["figure", "weight"]
Named: TypeAlias = tuple[Source, str, str | None]


@dataclass(frozen=True)
class Bar:
    """One input at its low and its high end, and the outcome there; `element` is a criterion or a premise.

    `project` is whose figure it is, None for a weight. The outcome is the score of the project asked about,
    or its lead over another; ranks are that project's.
    """

    source: Source
    element: str
    project: str | None
    low_input: float
    high_input: float
    low: float
    high: float
    rank_low: int
    rank_high: int
    swing: float


@dataclass(frozen=True)
class Tornado:
    """The outcome as things are, and what moves it: the largest swing first."""

    method: Method
    project: str
    against: str | None
    outcome: float
    rank: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Inputs:
    """Inputs with their ends (k x 2), and the scores (2k x m) with each alone at its low, then high end."""

    names: tuple[Named, ...]
    ends: Floats
    scores: Floats


@remember(
    lambda results, method, project, against=None, share=0.2, ranges=None: (
        results,
        method,
        project,
        against,
        share,
        ranges,
    ),
    8,
)
def study_tornado(
    results: Results,
    method: Method,
    project: str,
    against: str | None = None,
    share: float = 0.2,
    ranges: Mapping[str, tuple[float, float]] | None = None,
) -> Tornado:
    """What moves the score of a project, or its lead over another: one input at a time, all else as it is.

    Figures go to their stated bounds. Weights go to `ranges` by premise or criterion, as of stakeholders, or
    to (1 - share) and (1 + share) times what they are; the others make up for it in proportion. StudyError
    for a project that takes no part or lacks figures.
    """
    rows = steady_rows(results)
    names = [results.matrix.projects[row] for row in rows]
    asked = [project] if against is None else [project, against]
    for name in asked:
        if name not in names:
            raise StudyError(
                f"{name!r} takes no part in the ranking or lacks figures; choose another project."
            )
    if against == project or len(rows) < 2:
        raise StudyError("A comparison needs two different projects.")
    places = np.array([names.index(name) for name in asked])
    weights = results.weights.values
    now = stack_method(results, method).scores(_centre(results, method)[None].copy(), weights[None])
    outcome = float(_outcomes(now, places)[0])
    parts = (_figures(results, method, places), _weights(results, method, share, ranges))
    bars = [bar for part in parts for bar in _bars(part, places, outcome)]
    # The sort is stable: inputs that do as much keep the order of the study.
    bars.sort(key=lambda bar: -bar.swing)
    return Tornado(method, project, against, outcome, int(ranks_of_rows(now)[0, places[0]]), tuple(bars))


def ranges_of(results: Results, values: Floats) -> dict[str, tuple[float, float]]:
    """The lowest and highest weight of each premise and criterion among weightings (k x n, rows sum 1)."""
    found = {}
    for name in elements(results):
        totals = values[:, members(results, name)].sum(axis=1)
        found[name] = (float(np.clip(totals.min(), 0.0, 1.0)), float(np.clip(totals.max(), 0.0, 1.0)))
    return found


def _centre(results: Results, method: Method) -> Floats:
    return open_figures(results, method, "likely").centre


def _figures(results: Results, method: Method, places: Ints) -> _Inputs:
    """Every figure of the projects asked about that has bounds."""
    given = open_figures(results, method, "bounds")
    rows, matrix = steady_rows(results), results.matrix
    cells = [(int(row), int(column)) for row in places for column in np.flatnonzero(given.is_open[row])]
    ends = np.array([_raw_ends(results, rows[row], column) for row, column in cells]).reshape(-1, 2)
    tables = np.repeat(_centre(results, method)[None], 2 * len(cells), axis=0)
    reads_raw = method == "topsis" and results.study.settings.topsis_normalisation != "fixed"
    criteria = results.study.active_criteria
    for place, (row, column) in enumerate(cells):
        function = criteria[column].value_function
        values = ends[place] if reads_raw else unit_values(function, ends[place])
        tables[2 * place : 2 * place + 2, row, column] = values
    weights = np.repeat(results.weights.values[None], len(tables), axis=0)
    names: tuple[Named, ...] = tuple(
        ("figure", matrix.criteria[column], matrix.projects[rows[row]]) for row, column in cells
    )
    return _Inputs(names, ends, stack_method(results, method).scores(tables, weights))


def _raw_ends(results: Results, row: int, column: int) -> tuple[float, float]:
    matrix = results.matrix
    likely = matrix.raw[row, column]
    return min(matrix.raw_low[row, column], likely), max(matrix.raw_high[row, column], likely)


def _weights(
    results: Results, method: Method, share: float, ranges: Mapping[str, tuple[float, float]] | None
) -> _Inputs:
    """Every premise and criterion whose weight can move against others."""
    if not 0.0 <= share < np.inf:
        raise StudyError(f"Weights cannot vary by a share of {share}; give zero or more.")
    movable = [name for name in elements(results) if not members(results, name).all()]
    asked = scorer(results, method)
    if asked is None or not movable:
        return _Inputs((), np.empty((0, 2)), np.empty((0, len(steady_rows(results)))))
    paths = weight_paths(results.weights.values, [members(results, name) for name in movable])
    ends = np.clip(paths.current[:, None] * np.array([1.0 - share, 1.0 + share]), 0.0, 1.0)
    for place, name in enumerate(movable):
        if ranges is not None and name in ranges:
            low, high = ranges[name]
            if not 0.0 <= low <= high <= 1.0:
                raise StudyError(f"The weight of {name!r} cannot go from {low:g} to {high:g}; give 0 to 1.")
            ends[place] = low, high
    t = ends[:, :, None]
    varied = t * paths.inside[:, None] + (1.0 - t) * paths.outside[:, None]
    scores = asked.scores(varied.reshape(-1, varied.shape[2]))
    return _Inputs(tuple(("weight", name, None) for name in movable), ends, scores)


def _bars(inputs: _Inputs, places: Ints, outcome: float) -> list[Bar]:
    if not inputs.names:
        return []
    outcomes = _outcomes(inputs.scores, places).reshape(-1, 2)
    ranks = ranks_of_rows(inputs.scores)[:, places[0]].reshape(-1, 2)
    highest, lowest = outcomes.max(axis=1), outcomes.min(axis=1)
    swings = np.maximum(highest, outcome) - np.minimum(lowest, outcome)
    return [
        Bar(
            source=source,
            element=element,
            project=project,
            low_input=float(inputs.ends[place, 0]),
            high_input=float(inputs.ends[place, 1]),
            low=float(outcomes[place, 0]),
            high=float(outcomes[place, 1]),
            rank_low=int(ranks[place, 0]),
            rank_high=int(ranks[place, 1]),
            swing=float(swings[place]),
        )
        for place, (source, element, project) in enumerate(inputs.names)
    ]


def _outcomes(scores: Floats, places: Ints) -> Floats:
    own = scores[:, places[0]]
    return np.asarray(own if len(places) == 1 else own - scores[:, places[1]])
