"""Random weights within ranges: uniform over all weightings that keep every weight in its interval."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats, weight_vector
from criteria.errors import MethodError

# Below this share of accepted draws the walk is quicker than rejection.
_LOWEST_ACCEPTANCE = 0.05
_PILOT = 4096
_SLACK = 1e-12

SWEEPS = 64
"""Sweeps of the walk; a Gibbs sampler on the simplex forgets its start in the order of log n (Smith 2014)."""


@dataclass(frozen=True, slots=True, eq=False)
class RangedWeights:
    """Uniform draws from the weightings w of sum 1 with low <= w <= high (n each).

    Uniform draws above the lower bounds, or below the upper ones, are kept if they respect the others. Where
    too few do, every draw is the end of a walk of its own: hit-and-run along the differences of two weights,
    all in random pairs at once, each redrawn within what its bounds leave (Smith 1984; Tervonen et al. 2013).
    """

    low: Floats
    high: Floats
    acceptance: float = field(init=False)
    _from_below: bool = field(init=False, repr=False)

    def __post_init__(self) -> None:
        low, high = _checked(self.low, self.high)
        object.__setattr__(self, "low", low)
        object.__setattr__(self, "high", high)
        # A fixed seed: whether to walk is a property of the ranges, not of the simulation.
        pilot = np.random.Generator(np.random.SFC64(0)).standard_exponential((_PILOT, len(low)))
        below, above = (float(self._inside(self._candidates(pilot, side)).mean()) for side in (True, False))
        object.__setattr__(self, "_from_below", below >= above)
        object.__setattr__(self, "acceptance", max(below, above))

    @property
    def count(self) -> int:
        """As in WeightDraws."""
        return len(self.low)

    @property
    def is_generic(self) -> bool:
        """As in WeightDraws; a weight that cannot move may hide that two alternatives differ."""
        return bool((self.high - self.low > _SLACK).all())

    def draw(self, generator: np.random.Generator, size: int) -> Floats:
        """As in WeightDraws, rows of sum 1."""
        if self.acceptance < _LOWEST_ACCEPTANCE:
            return self.walk(generator, size)
        found = np.empty((size, self.count))
        filled = 0
        while filled < size:
            wanted = int((size - filled) / self.acceptance) + 16
            rows = self._candidates(generator.standard_exponential((wanted, self.count)), self._from_below)
            rows = rows[self._inside(rows)][: size - filled]
            found[filled : filled + len(rows)] = rows
            filled += len(rows)
        return found

    def walk(self, generator: np.random.Generator, size: int, sweeps: int = SWEEPS) -> Floats:
        """Draws by hit-and-run, whatever the acceptance: all walks start between the bounds."""
        spread = self.high - self.low
        total = spread.sum()
        middle = self.low + (spread * ((1.0 - self.low.sum()) / total) if total > 0.0 else 0.0)
        at = np.repeat(middle[:, None], size, axis=1)
        half = self.count // 2
        for _ in range(sweeps):
            order = generator.permutation(self.count)
            one, other = order[:half], order[half : 2 * half]
            together = at[one] + at[other]
            bottom = np.maximum(self.low[one, None], together - self.high[other, None])
            top = np.minimum(self.high[one, None], together - self.low[other, None])
            drawn = bottom + generator.random(bottom.shape) * np.maximum(top - bottom, 0.0)
            at[one], at[other] = drawn, together - drawn
        return np.ascontiguousarray(np.clip(at.T, self.low, self.high))

    def _candidates(self, exponential: Floats, from_below: bool) -> Floats:
        uniform = exponential / exponential.sum(axis=1, keepdims=True)
        if from_below:
            return np.asarray(self.low + (1.0 - self.low.sum()) * uniform)
        return np.asarray(self.high - (self.high.sum() - 1.0) * uniform)

    def _inside(self, rows: Floats) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        return np.asarray(((rows >= self.low - _SLACK) & (rows <= self.high + _SLACK)).all(axis=1))


def ranges_around(weights: ArrayLike, share: float) -> RangedWeights:
    """Every weight between (1 - share) and (1 + share) times what it is now."""
    given = np.asarray(weights, dtype=np.float64)
    given = weight_vector(given, given.size)
    if given.sum() <= 0.0 or not 0.0 <= share < np.inf:
        raise MethodError("Weights vary by a share of zero or more, and not all of them may be zero.")
    now = given / given.sum()
    return RangedWeights(np.maximum(now * (1.0 - share), 0.0), np.minimum(now * (1.0 + share), 1.0))


def _checked(low: ArrayLike, high: ArrayLike) -> tuple[Floats, Floats]:
    """The bounds as tight as the others make them: a weight is what all the others leave of 1."""
    lowest = np.asarray(low, dtype=np.float64)
    lowest = weight_vector(lowest, lowest.size, "lowest weights")
    highest = weight_vector(high, lowest.size, "highest weights")
    wrong = lowest > highest
    if wrong.any():
        place = int(wrong.argmax())
        raise MethodError(
            f"The lowest weight of criterion {place + 1} is {lowest[place]:g}, above its highest, "
            f"{highest[place]:g}; swap them."
        )
    if lowest.sum() > 1.0 + _SLACK or highest.sum() < 1.0 - _SLACK:
        raise MethodError(
            f"No weights of sum 1 fit the ranges: the lowest add up to {lowest.sum():.3g} and the highest to "
            f"{highest.sum():.3g}; widen them."
        )
    tight_low = np.maximum(lowest, 1.0 - (highest.sum() - highest))
    tight_high = np.minimum(highest, 1.0 - (lowest.sum() - lowest))
    return tight_low, np.maximum(tight_high, tight_low)
