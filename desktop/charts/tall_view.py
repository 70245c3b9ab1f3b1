"""A chart in a column of text: as wide as the column, as high as that asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy

from desktop.charts.chart_view import ChartView

if TYPE_CHECKING:
    from desktop.charts.drawing import Paint
    from desktop.look.look import Look
    from desktop.look.metrics import Metrics

_WIDE = 30
"""Units that such a chart would like to have."""


class TallChart(ChartView):
    """A chart whose height follows from its width, as that of wrapped text does."""

    def __init__(
        self, look: Look, paint: Paint, name: str, height_for: Callable[[Any, Metrics, float], int]
    ) -> None:
        self._height_for = height_for
        super().__init__(look, paint, name, least=(20, 1))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_data(self, data: Any) -> None:
        """See ChartView."""
        super().show_data(data)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return 0 if self.data is None else self._height_for(self.data, self.look.metrics, width)

    def sizeHint(self) -> QSize:
        wide = self.look.metrics.units(_WIDE)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.metrics.units(self._least[0]), 0)
