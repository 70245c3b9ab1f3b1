"""How far a gap leaves a rank open, and what knowing one figure would settle: the numbers behind it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from criteria.arrays import Bools, Floats, Ints
from criteria.ranking.ranks import interval_ranks, ranks_of_rows
from criteria.robustness.open_figures import FigureDraws, OpenFigures
from criteria.robustness.score_stacks import StackMethod, TopsisStack

# Values of one figure, in the middles of equal parts of its scale, for which ranks are bounded anew.
_STEPS = 11
# Parts of a scale within which drawn ranks are compared with ranks between parts.
_PARTS = 20
_BLOCK_CELLS = 60_000


@dataclass(frozen=True, slots=True, eq=False)
class DrawnRanks:
    """Ranks (S x m) with every gap drawn, and the drawn values (S x u) of the gaps at `cells` (u x 2)."""

    ranks: Ints
    values: NDArray[np.float32]
    cells: Ints


def draw_gaps(
    figures: OpenFigures, method: StackMethod, weights: Floats, draws: int, seed: int
) -> DrawnRanks:
    """Ranks under the given weights (n, sum 1) with every open figure drawn anew, `draws` times."""
    order = figures.canonical_order()
    sorted_figures = figures.rows(order)
    cells = np.argwhere(sorted_figures.is_open)
    count, width = figures.low.shape
    size = min(draws, max(8, _BLOCK_CELLS // (count * width)))
    next_tables = FigureDraws(sorted_figures).blocks(np.random.Generator(np.random.SFC64(seed)), size)
    ranks = np.empty((draws, count), dtype=np.int64)
    values = np.empty((draws, len(cells)), dtype=np.float32)
    rows = np.repeat(weights[None], size, axis=0)
    for start in range(0, draws, size):
        tables = next_tables(min(size, draws - start))
        part = slice(start, start + len(tables))
        values[part] = tables[:, cells[:, 0], cells[:, 1]]
        ranks[part] = ranks_of_rows(method.scores(tables, rows[: len(tables)]))
    cells[:, 0] = order[cells[:, 0]]
    return DrawnRanks(np.asarray(ranks[:, np.argsort(order)]), values, cells)


def explained(values: ArrayLike, outcome: Floats) -> float:
    """The share of the variance of an outcome (S) that goes when one drawn figure (S) is known, 0 to 1.

    The correlation ratio, a first-order index of sensitivity (Saltelli et al. 2008), over equal parts of the
    draws, less what chance alone would explain (Kelley 1935).
    """
    total = float(np.square(outcome - outcome.mean()).sum())
    if total == 0.0 or len(outcome) <= 2 * _PARTS:
        return 0.0
    parts = np.array_split(np.argsort(np.asarray(values), kind="stable"), _PARTS)
    within = sum(float(np.square(outcome[part] - outcome[part].mean()).sum()) for part in parts)
    noise = within / (len(outcome) - _PARTS)
    return min(1.0, max(0.0, (total - within - (_PARTS - 1) * noise) / total))


def rank_bounds(
    tables: tuple[Floats, Floats], method: StackMethod, weights: Floats, gaps: Bools
) -> tuple[Ints, Ints]:
    """Best and worst ranks (S x m) between unfavourable and favourable values (S x m x n each).

    `gaps` (m) says who has any: the others keep one score, as in the ranking itself.
    """
    rows = np.repeat(weights[None], len(tables[0]), axis=0)
    one, other = (method.scores(table, rows) for table in tables)
    low, high = np.minimum(one, other), np.maximum(one, other)
    if not isinstance(method, TopsisStack):
        low = np.where(gaps, low, one)
    high = np.where(gaps, high, low)
    found = [interval_ranks(*pair) for pair in zip(low, high, strict=True)]
    return np.stack([best for best, _ in found]), np.stack([worst for _, worst in found])


def ends_of(figures: OpenFigures, method: StackMethod) -> tuple[Floats, Floats]:
    """Every open figure at its unfavourable, and at its favourable end (m x n each); the others as known."""
    first, second = figures.values(figures.low), figures.values(figures.high)
    centre, is_open = figures.centre, figures.is_open
    up = np.ones(first.shape[1], dtype=bool)
    if isinstance(method, TopsisStack) and method.is_relative:
        up = method.directions > 0
    small, large = np.minimum(first, second), np.maximum(first, second)
    unfavourable, favourable = np.where(up, small, large), np.where(up, large, small)
    return np.where(is_open, unfavourable, centre), np.where(is_open, favourable, centre)


def known_widths(
    figures: OpenFigures, method: StackMethod, weights: Floats, cells: Ints
) -> tuple[Floats, Floats]:
    """For each cell (u x 2): how far its row's ranks are apart now, and on average once that cell is."""
    low, high = ends_of(figures, method)
    gaps = np.asarray(figures.is_open.any(axis=1))
    best, worst = rank_bounds((low[None].copy(), high[None].copy()), method, weights, gaps)
    now = (worst - best)[0].astype(np.float64)
    middles = (np.arange(_STEPS) + 0.5) / _STEPS
    then = np.empty(len(cells))
    for place, (row, column) in enumerate(cells.tolist()):
        bottom, top = figures.low[row, column], figures.high[row, column]
        drawn = bottom + middles * (top - bottom)
        curve = figures.curves[column]
        values = drawn if curve is None else curve(drawn)
        tables = tuple(np.repeat(end[None], _STEPS, axis=0) for end in (low, high))
        for table in tables:
            table[:, row, column] = values
        best, worst = rank_bounds((tables[0], tables[1]), method, weights, gaps)
        then[place] = (worst - best)[:, row].mean()
    return now[cells[:, 0]], then
