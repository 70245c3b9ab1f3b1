"""Value functions as formulas: a figure in a cell becomes a value from 0 to 1 by anchors in other cells."""

from __future__ import annotations

from criteria.model.scales import ValueFunction
from criteria.report.workbook.geometry import CriterionColumn, Geometry


def value_formula(geometry: Geometry, criterion: int, figure: str) -> str:
    """The value of the figure that the expression `figure` gives, clipped to 0..1.

    Linear (x - worst)/(best - worst), logarithmic the same on ln(1 + x), piecewise as a sum of one clipped
    ramp for each stretch between two points, which equals linear interpolation with level ends.
    """
    function = geometry.criteria[criterion].value_function
    if function.kind in ("piecewise", "levels"):
        return f"MAX(0,MIN(1,{_ramps(geometry, criterion, function, figure)}))"
    worst = geometry.criterion(CriterionColumn.WORST, criterion)
    best = geometry.criterion(CriterionColumn.BEST, criterion)
    if function.kind == "logarithmic":
        return f"MAX(0,MIN(1,LN((1+MAX({figure},-0.999999))/(1+{worst}))/LN((1+{best})/(1+{worst}))))"
    return f"MAX(0,MIN(1,({figure}-{worst})/({best}-{worst})))"


def points_of(function: ValueFunction) -> tuple[tuple[float, float], ...]:
    """The points of a value function by rising figure, as the sheet Criteria lists them."""
    return tuple(sorted(function.points)) if function.kind in ("piecewise", "levels") else ()


def _ramps(geometry: Geometry, criterion: int, function: ValueFunction, figure: str) -> str:
    points = points_of(function)
    column = CriterionColumn.POINTS
    x = [geometry.criterion(column + 2 * place, criterion) for place in range(len(points))]
    y = [geometry.criterion(column + 2 * place + 1, criterion) for place in range(len(points))]
    terms = [y[0]]
    for place in range(len(points) - 1):
        rise = f"({y[place + 1]}-{y[place]})"
        if points[place][0] == points[place + 1][0]:
            terms.append(f"{rise}*IF({figure}>={x[place + 1]},1,0)")
        else:
            run = f"({figure}-{x[place]})/({x[place + 1]}-{x[place]})"
            terms.append(f"{rise}*MAX(0,MIN(1,{run}))")
    return "+".join(terms)
