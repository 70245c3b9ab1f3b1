"""Critical figures of a study: the smallest change of one figure alone that costs the winner its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np

from criteria.arrays import Floats, Ints
from criteria.memo import remember
from criteria.model.settings import Method
from criteria.ranking.project_comparisons import compared_intensities
from criteria.ranking.ranks import TIE_TOLERANCE
from criteria.ranking.results import Results
from criteria.ranking.value_functions import unit_values
from criteria.robustness.open_figures import Curve
from criteria.robustness.score_stacks import StackMethod
from criteria.robustness.study_acceptability import open_figures, stack_method
from criteria.robustness.study_sensitivity import steady_rows

# Values of a figure at which scores are looked at before the nearest change is pinned down.
_STEPS = 32
_HALVINGS = 34
_BLOCK_CELLS = 400_000


@dataclass(frozen=True)
class CriticalFigure:
    """If a figure of `project` were `then` instead of `now`, `overtaking` would pass the winner.

    `gain` is the change in value on 0..1, `percent` that of the figure itself, None where it is zero.
    """

    project: str
    criterion: str
    now: float
    then: float
    gain: float
    percent: float | None
    overtaking: str


@remember(lambda results, method: (results, method), 4)
def critical_figures(results: Results, method: Method) -> tuple[CriticalFigure, ...]:
    """For every figure that can cost the winner its place, the nearest value that does; least change first.

    Additive scores have closed forms (`score_changes`), closeness under relative normalisations has none, so
    every figure is followed over its scale in steps and the nearest change is halved to 1e-10 of the scale;
    changes that come and go within one step are missed. Projects with gaps take no part, and neither do
    figures that comparisons stand in for.
    """
    rows = list(steady_rows(results))
    if len(rows) < 2:
        return ()
    matrix, settings = results.matrix, results.study.settings
    reads_raw = method == "topsis" and settings.topsis_normalisation != "fixed"
    functions = [criterion.value_function for criterion in results.study.active_criteria]
    movable = np.ones((len(rows), len(functions)), dtype=bool)
    if method == "ahp" and settings.ahp_intensities == "projects":
        movable = np.isnan(compared_intensities(results.study, matrix)[rows])
    search = FigureSearch(
        method=stack_method(results, method),
        table=open_figures(results, method, "likely").centre,
        figures=matrix.raw[rows],
        weights=results.weights.values,
        cells=np.argwhere(movable),
        curves=[None if reads_raw else partial(unit_values, function) for function in functions],
    )
    found = [one for column in range(len(functions)) for one in _in_column(results, rows, search, column)]
    return tuple(sorted(found, key=lambda one: abs(one.gain)))


def _in_column(
    results: Results, rows: list[int], search: FigureSearch, column: int
) -> Iterator[CriticalFigure]:
    """The critical figures under one criterion; of the two directions the one that asks for less."""
    criterion, projects = results.study.active_criteria[column], results.matrix.projects
    which = np.flatnonzero(search.cells[:, 1] == column)
    if not len(which):
        return
    function = criterion.value_function
    places = search.cells[which, 0]
    now = search.figures[places, column]
    logarithmic = function.kind == "logarithmic"
    ends = (criterion.minimum, criterion.maximum)
    sides = [search.nearest(which, end, is_logarithmic=logarithmic) for end in ends]
    then, overtaking = (np.stack(parts) for parts in zip(*sides, strict=True))
    gain = unit_values(function, then) - unit_values(function, now)
    side = np.where(np.isnan(gain), np.inf, np.abs(gain)).argmin(axis=0)
    for place, chosen in enumerate(side.tolist()):
        if np.isnan(then[chosen, place]):
            continue
        yield CriticalFigure(
            project=projects[rows[int(places[place])]],
            criterion=criterion.id,
            now=float(now[place]),
            then=float(then[chosen, place]),
            gain=float(gain[chosen, place]),
            percent=100.0 * float(then[chosen, place] / now[place] - 1.0) if now[place] else None,
            overtaking=projects[rows[int(overtaking[chosen, place])]],
        )


@dataclass(frozen=True, slots=True, eq=False)
class FigureSearch:
    """A method over a table of values (m x n) and the figures behind it, of which those at `cells` move.

    `curves` turn a figure of a column into the value the method reads; None leaves it as it is.
    """

    method: StackMethod
    table: Floats
    figures: Floats
    weights: Floats
    cells: Ints
    curves: list[Curve | None]

    def nearest(self, which: Ints, end: float, *, is_logarithmic: bool = False) -> tuple[Floats, Ints]:
        """For some cells of a column, the first figure towards `end` at which the winner loses, and to whom.

        NaN where it does not. Where several win together now, the first of them is the winner.
        """
        now = self.figures[self.cells[which, 0], self.cells[which, 1]]
        axis, back = (np.log1p, np.expm1) if is_logarithmic else (np.asarray, np.asarray)
        start, stop = axis(now), axis(np.full(len(now), end))

        def at(part: Floats, some: Ints) -> Floats:
            return np.asarray(back(start[some] + part * (stop - start)[some]))

        winner = int(self.scores(which[:1], now[:1])[0].argmax())
        kept, lost = np.zeros(len(which)), np.full(len(which), np.nan)
        for step in range(1, _STEPS + 1):
            some = np.flatnonzero(np.isnan(lost) & (start != stop))
            part = np.full(len(some), step / _STEPS)
            gone = _lead(self.scores(which[some], at(part, some)), winner) < -TIE_TOLERANCE
            lost[some[gone]], kept[some[gone]] = step / _STEPS, (step - 1) / _STEPS
        some = np.flatnonzero(~np.isnan(lost))
        near, far = kept[some], lost[some]
        for _ in range(_HALVINGS):
            middle = 0.5 * (near + far)
            gone = _lead(self.scores(which[some], at(middle, some)), winner) < -TIE_TOLERANCE
            near, far = np.where(gone, near, middle), np.where(gone, middle, far)
        then, overtaking = np.full(len(which), np.nan), np.zeros(len(which), dtype=np.int64)
        then[some] = at(far, some)
        overtaking[some] = self.scores(which[some], then[some]).argmax(axis=1)
        return then, overtaking

    def scores(self, which: Ints, figures: Floats) -> Floats:
        """All scores (k x m) with one cell each (k of them) at the given figure (k)."""
        found = np.empty((len(which), len(self.table)))
        size = max(1, _BLOCK_CELLS // self.table.size)
        for start in range(0, len(which), size):
            part = slice(start, start + size)
            rows, columns = self.cells[which[part]].T
            curve = self.curves[int(columns[0])]
            tables = np.repeat(self.table[None], len(rows), axis=0)
            values = figures[part] if curve is None else curve(figures[part])
            tables[np.arange(len(rows)), rows, columns] = values
            found[part] = self.method.scores(tables, np.repeat(self.weights[None], len(rows), axis=0))
        return found


def _lead(scores: Floats, winner: int) -> Floats:
    """How far the winner is ahead of the best of the others."""
    others = np.delete(scores, winner, axis=1)
    return np.asarray(scores[:, winner] - others.max(axis=1))
