"""Value functions: a figure on its scale becomes a value from 0 (worst) to 1 (best)."""

from __future__ import annotations

import math

import numpy as np

from criteria.arrays import Floats
from criteria.errors import StudyError
from criteria.model.scales import ValueFunction


def unit_value(function: ValueFunction, figure: float) -> float:
    """The value of one figure, clipped to 0..1."""
    return float(unit_values(function, np.array([figure], dtype=float))[0])


def unit_values(function: ValueFunction, figures: Floats) -> Floats:
    """Values of figures, clipped to 0..1; NaN stays NaN for the caller to treat as missing.

    Logarithmic: (ln(1+x) - ln(1+worst)) / (ln(1+best) - ln(1+worst)); StudyError where worst equals best.
    """
    if function.kind in ("piecewise", "levels"):
        return _interpolated(function, figures)
    worst, best = function.worst, function.best
    x = figures
    if function.kind == "logarithmic":
        if min(worst, best) <= -1:
            raise StudyError("A logarithmic value function needs anchors above -1; edit its anchors.")
        x, worst, best = np.log1p(np.maximum(figures, -0.999_999)), math.log1p(worst), math.log1p(best)
    if worst == best:
        raise StudyError(
            "A value function has the same worst and best figure; give it two different anchors."
        )
    values: Floats = np.clip((x - worst) / (best - worst), 0.0, 1.0)
    return values


def _interpolated(function: ValueFunction, figures: Floats) -> Floats:
    if len(function.points) < 2:
        raise StudyError(
            "A piecewise value function needs at least two points; add one in the criteria room."
        )
    points = sorted(function.points)
    x = np.array([point[0] for point in points], dtype=float)
    y = np.array([point[1] for point in points], dtype=float)
    values: Floats = np.clip(np.interp(figures, x, y), 0.0, 1.0)
    return values
