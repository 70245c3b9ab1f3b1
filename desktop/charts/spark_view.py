"""The small pictures of all weights as a widget: keys go from one to the next, a click or Enter opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from desktop.charts import spark_panels
from desktop.charts.chart_view import ChartView

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from desktop.charts.spark_panels import SparkPanels
    from desktop.look.look import Look

_LEAST = 30
"""Units below which the widget is not squeezed."""


class SparkView(ChartView):
    """As high as its pictures need at its width, for a scroll area.

    `activated(key)` when the keys come to a picture, `opened(key)` when it is clicked or Enter is pressed.
    """

    opened = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, spark_panels.paint, name, least=(_LEAST, 1))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_data(self, data: SparkPanels) -> None:
        """See ChartView."""
        super().show_data(data)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        wide = max(self.width(), self.look.metrics.units(_LEAST))
        if self.data is None:
            return QSize(wide, 0)
        return QSize(wide, spark_panels.height_for(self.data, self.look.metrics, wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.metrics.units(_LEAST), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = self.drawing.hit_at(event.position())
        if hit is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(hit.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        selected = self.data.selected if self.data is not None else ""
        if selected and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(selected)
        else:
            super().keyPressEvent(event)
