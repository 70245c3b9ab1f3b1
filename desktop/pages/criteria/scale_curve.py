"""A criterion's value function as a chart value."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QObject

from criteria.model.study import Study
from criteria.model.tree import Criterion
from criteria.ranking.value_functions import unit_values
from desktop.charts.axes import Axis
from desktop.charts.value_function import ProjectTick, ValueFunction

SAMPLES = 241


class ScaleCurve(QObject):
    """The curve over the range that matters, with every project's figure as a tick."""

    def picture(self, study: Study, criterion: Criterion) -> ValueFunction:
        """The chart of one criterion."""
        low, high = self.span(study, criterion)
        xs = np.linspace(low, high, SAMPLES)
        ticks = tuple(
            ProjectTick(p.id, p.id, value, f"{p.id} {p.title}: {value:g}")
            for p in study.projects
            if (value := p.score(criterion.id).value) is not None and low <= value <= high
        )
        return ValueFunction(
            xs=xs,
            ys=unit_values(criterion.value_function, xs),
            x=Axis(f"{criterion.short}, {criterion.unit}", low, high),
            y_title=self.tr("Value"),
            anchors=self._anchors(criterion),
            ticks=ticks,
            x_ticks=tuple((float(level.value), str(level.value)) for level in criterion.levels),
            role=study.premise_of[criterion.id].role,
            summary=self.tr("Value of {name}: 0 at {worst:g}, 1 at {best:g}").format(
                name=criterion.name, worst=criterion.value_function.worst, best=criterion.value_function.best
            ),
        )

    def span(self, study: Study, criterion: Criterion) -> tuple[float, float]:
        """Anchors, points and figures with nothing beyond them."""
        function = criterion.value_function
        figures = [p.score(criterion.id).value for p in study.projects]
        known = [x for x in figures if x is not None]
        ends = [function.worst, function.best, *(x for x, _ in function.points), *known]
        if criterion.levels:
            ends += [criterion.minimum, criterion.maximum]
        low, high = min(ends), max(ends)
        return (low, high) if high > low else (low, math.nextafter(low, math.inf) + 1)

    def _anchors(self, criterion: Criterion) -> tuple[tuple[float, float], ...]:
        function = criterion.value_function
        if function.kind in ("piecewise", "levels"):
            return tuple(sorted(function.points))
        return ((function.worst, 0.0), (function.best, 1.0))
