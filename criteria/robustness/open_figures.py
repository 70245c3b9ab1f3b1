"""Figures that are known only from lowest to highest: random draws of them, cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Bools, Floats, Ints
from criteria.errors import MethodError

Curve: TypeAlias = Callable[[Floats], Floats]


@dataclass(frozen=True, slots=True, eq=False)
class OpenFigures:
    """A table (m x n) of lowest, most likely and highest figures; NaN as most likely favours none of them.

    A figure with a most likely value is drawn from the triangular distribution on its three numbers, which
    asks for nothing that was not stated and has heavier tails than PERT's beta, so it errs towards caution
    (Johnson 1997, The Statistician 46:387-398). Without one it is drawn uniformly. `curves` turn the drawn
    figures of a criterion into values; criteria without one are taken as they are.
    """

    low: Floats
    mode: Floats
    high: Floats
    curves: tuple[Curve | None, ...]

    @classmethod
    def of(
        cls, low: ArrayLike, mode: ArrayLike, high: ArrayLike, curves: Sequence[Curve | None] | None = None
    ) -> OpenFigures:
        """The figures after a look at them; MethodError names the cell whose numbers are not in order."""
        lowest, likely, highest = (np.asarray(part, dtype=np.float64) for part in (low, mode, high))
        if lowest.ndim != 2 or 0 in lowest.shape or not lowest.shape == likely.shape == highest.shape:
            raise MethodError("Lowest, most likely and highest figures must be tables of the same size.")
        wrong = ~(np.isfinite(lowest) & np.isfinite(highest) & (lowest <= highest))
        wrong |= (likely < lowest) | (likely > highest) | np.isinf(likely)
        if wrong.any():
            row, column = np.argwhere(wrong)[0]
            raise MethodError(
                f"Row {row + 1}, column {column + 1} is stated as {lowest[row, column]:g} to "
                f"{highest[row, column]:g}, most likely {likely[row, column]:g}; give them in this order."
            )
        count = lowest.shape[1]
        return cls(lowest, likely, highest, tuple(curves) if curves is not None else (None,) * count)

    @property
    def is_open(self) -> Bools:
        """Which cells are not known to the point (m x n)."""
        return np.asarray(self.low < self.high)

    @property
    def centre(self) -> Floats:
        """The value of each most likely figure, of the middle of the range where none is likelier (m x n)."""
        middle = 0.5 * (self.low + self.high)
        return self.values(np.where(np.isnan(self.mode), middle, self.mode))

    def values(self, figures: Floats) -> Floats:
        """The values of a table of figures (m x n)."""
        columns = [
            figures[:, j] if curve is None else curve(figures[:, j]) for j, curve in enumerate(self.curves)
        ]
        return np.stack(columns, axis=1)

    def rows(self, rows: Ints) -> OpenFigures:
        """The figures of some alternatives."""
        return OpenFigures(self.low[rows], self.mode[rows], self.high[rows], self.curves)

    def canonical_order(self) -> Ints:
        """The rows in an order that follows from their figures alone, so that draws do not depend on ours."""
        keys = np.concatenate([self.low, self.mode, self.high], axis=1)
        return np.asarray(np.lexsort(keys.T[::-1]), dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class FigureDraws:
    """Draws of a table of figures, ready to be filled into blocks of tables."""

    figures: OpenFigures
    _base: Floats = field(init=False, repr=False)
    _places: Ints = field(init=False, repr=False)
    _low: Floats = field(init=False, repr=False)
    _spread: Floats = field(init=False, repr=False)
    _lean: Floats = field(init=False, repr=False)
    _curved: tuple[tuple[Curve, Ints], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        figures = self.figures
        count = figures.low.shape[1]
        cells = np.flatnonzero(figures.is_open.ravel())
        flat = np.isnan(figures.mode.ravel()[cells])
        # Figures with a most likely value come first: only they take a second random number.
        cells = np.concatenate([cells[~flat], cells[flat]])
        low, spread = figures.low.ravel()[cells], (figures.high - figures.low).ravel()[cells]
        peaked = int((~flat).sum())
        columns = cells % count
        curved = [
            (curve, np.flatnonzero(columns == j))
            for j, curve in enumerate(figures.curves)
            if curve is not None
        ]
        for name, value in (
            ("_base", figures.centre),
            ("_places", cells),
            ("_low", low),
            ("_spread", spread),
            ("_lean", (figures.mode.ravel()[cells[:peaked]] - low[:peaked]) / spread[:peaked]),
            ("_curved", tuple((curve, places) for curve, places in curved if len(places))),
        ):
            object.__setattr__(self, name, value)

    @property
    def cells(self) -> int:
        """How many cells are drawn."""
        return len(self._places)

    def blocks(self, generator: np.random.Generator, size: int) -> Callable[[int], Floats]:
        """A function that gives the next k <= `size` tables (k x m x n), in one array that is used again.

        The larger and the smaller of two uniform draws, weighed by where the mode lies between the ends, give
        a triangular one without any root.
        """
        tables = np.repeat(self._base[None], size, axis=0)
        flat = tables.reshape(size, -1)
        peaked = len(self._lean)
        is_whole = self.cells == flat.shape[1] and peaked in (0, self.cells)
        # Fresh arrays of this size would be mapped and cleared by the system for every block.
        drawn, other = flat if is_whole else np.empty((size, self.cells)), np.empty((size, peaked))
        smaller = np.empty((size, peaked))

        def next_tables(count: int) -> Floats:
            cells, second, low = drawn[:count], other[:count], smaller[:count]
            generator.random(out=cells)
            if peaked:
                generator.random(out=second)
                first = cells[:, :peaked]
                np.minimum(first, second, out=low)
                np.maximum(first, second, out=second)
                np.subtract(second, low, out=second)
                np.multiply(second, self._lean, out=second)
                np.add(low, second, out=first)
            np.multiply(cells, self._spread, out=cells)
            np.add(cells, self._low, out=cells)
            for curve, places in self._curved:
                cells[:, places] = curve(cells[:, places])
            if not is_whole:
                flat[:count, self._places] = cells
            return tables[:count]

        return next_tables
