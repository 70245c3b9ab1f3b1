"""A long chart whose heads stay while its rows scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea

from desktop.charts.chart_view import ChartView
from desktop.charts.export import Figure

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter, QResizeEvent

    from desktop.charts.drawing import Drawing
    from desktop.look.look import Look
    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme


class HeadedChart(Protocol):
    """A module of a chart in two parts: heads, and rows of one height below them."""

    def paint(self, painter: QPainter, rect: QRectF, data: Any, theme: Theme, metrics: Metrics, /) -> Drawing:
        """Heads and rows."""

    def paint_heads(
        self, painter: QPainter, rect: QRectF, data: Any, theme: Theme, metrics: Metrics, /
    ) -> Drawing:
        """The heads alone."""

    def paint_rows(
        self, painter: QPainter, rect: QRectF, data: Any, theme: Theme, metrics: Metrics, /
    ) -> Drawing:
        """The rows alone."""

    def height(self, data: Any, metrics: Metrics, /) -> int:
        """Pixels of the whole."""

    def head_height(self, data: Any, metrics: Metrics, /) -> int:
        """Pixels of the heads."""

    def rows_height(self, data: Any, metrics: Metrics, /) -> int:
        """Pixels of all rows."""


class HeadedView(QScrollArea):
    """`activated(key)` when a row is chosen, `export_requested(kind)` from the menu."""

    activated = Signal(str)
    export_requested = Signal(str)

    def __init__(self, look: Look, chart: HeadedChart, name: str, least: float = 50) -> None:
        super().__init__()
        self._look, self._chart = look, chart
        self.rows = _Rows(look, chart, name, least)
        self.setWidget(self.rows)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.heads = ChartView(look, chart.paint_heads, name, chart.head_height, least=(least, 3))
        self._pin(self.heads)
        self.rows.activated.connect(self.activated)
        self.rows.export_requested.connect(self.export_requested)
        look.changed.connect(self._place_heads)

    def show_data(self, data: Any) -> None:
        """Shows this data; brings the selected row into sight when it is another one."""
        is_moved = self.rows.data is None or self.rows.data.selected != data.selected
        self.heads.show_data(data)
        self.rows.show_data(data)
        self._place_heads()
        if is_moved and data.selected:
            self._show_selected(data.selected)

    def figure(self, title: str = "", caption: str = "") -> Figure:
        """The whole picture, for files and documents."""
        return self.rows.figure(title, caption)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_heads()

    def _pin(self, part: ChartView) -> None:
        """Lays a part over the viewport, where it does not scroll and takes no keys."""
        part.setParent(self)
        part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        part.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    def _show_selected(self, key: str) -> None:
        hit = next((hit for hit in self.rows.drawing.hits if hit.key == key), None)
        if hit is not None:
            centre = hit.area.center().toPoint()
            self.ensureVisible(0, centre.y(), 0, round(hit.area.height()))

    def _place_heads(self) -> None:
        if self.rows.data is not None:
            high = self._chart.head_height(self.rows.data, self._look.metrics)
            self.setViewportMargins(0, high, 0, 0)
            self.heads.setGeometry(0, 0, self.viewport().width(), high)


class _Rows(ChartView):
    """The rows on the screen; the picture to take away has the heads too."""

    def __init__(self, look: Look, chart: HeadedChart, name: str, least: float) -> None:
        self._chart = chart
        super().__init__(look, chart.paint_rows, name, chart.rows_height, least=(least, 4), is_long=True)

    def figure(self, title: str = "", caption: str = "") -> Figure:
        high = self._chart.height(self.data, self.look.metrics)
        return Figure(self._chart.paint, self.data, self.width(), high, title, caption)
