"""Two maps: benefit against risk, and the context of checks and balances against human development."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject

from criteria.ranking.results import Results
from desktop.app.words.numbers import figure
from desktop.charts.axes import Axis
from desktop.charts.project_map import MapPoint, ProjectMap, Quadrants, fitted_axis

#: Criteria of the two axes and the threshold that divides checks from few checks.
ACROSS, UPWARDS, DIVIDE = "S1", "N1", "weak_checks"
#: Human development from which a country counts as developed (UNDP: very high).
DEVELOPED = 0.80


class ContextMap(QObject):
    """Countries as they are, not as one score: need and structures stay two axes."""

    def picture(self, results: Results, selected: str) -> ProjectMap | None:
        """The map of the ranked projects, None where the study lacks one of the two criteria."""
        study, matrix = results.study, results.matrix
        if ACROSS not in matrix.criteria or UPWARDS not in matrix.criteria:
            return None
        x, y = matrix.criteria.index(ACROSS), matrix.criteria.index(UPWARDS)
        points = []
        for row in results.ranked:
            project = study.projects[row]
            checks, development = float(matrix.raw[row, x]), float(matrix.raw[row, y])
            if math.isnan(checks) or math.isnan(development):
                continue
            bounds = (float(matrix.raw_low[row, x]), float(matrix.raw_high[row, x]))
            points.append(
                MapPoint(
                    project.id,
                    project.id,
                    checks,
                    development,
                    results.screening.projects[row].screen,
                    x_interval=bounds if bounds[0] < bounds[1] else None,
                    tip=f"{project.id} {project.title}\n{project.country}: {ACROSS} {figure(checks)}, "
                    f"{UPWARDS} {figure(development)}",
                )
            )
        divide = next((t.value for t in study.thresholds if t.id == DIVIDE), 0.4)
        few = sum(point.x < divide and point.y < DEVELOPED for point in points)
        return ProjectMap(
            points=tuple(points),
            x=self._axis(study.criterion(ACROSS).name, tuple(p.x for p in points), False),
            y=self._axis(study.criterion(UPWARDS).name, tuple(p.y for p in points), True),
            quadrants=Quadrants(
                divide,
                DEVELOPED,
                (
                    self.tr("developing, fewer checks"),
                    self.tr("developing, more checks"),
                    self.tr("developed, fewer checks"),
                    self.tr("developed, more checks"),
                ),
            ),
            selected=selected,
            summary=self.tr(
                "{few} of {all} ranked projects are in developing countries with few checks"
            ).format(few=few, all=len(points)),
        )

    def _axis(self, title: str, values: tuple[float, ...], is_reversed: bool) -> Axis:
        return fitted_axis(title, values, is_reversed=is_reversed)
