"""The dot plot as a widget: legend and axis stay while the rows scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy

from desktop.charts import dot_plot
from desktop.charts.chart_view import ChartView
from desktop.charts.export import Figure

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.charts.dot_plot import DotPlot
    from desktop.look.look import Look


class _Rows(ChartView):
    """The rows on the screen; the picture to take away has the legend and the axis too."""

    def figure(self, title: str = "", caption: str = "") -> Figure:
        metrics, width = self.look.metrics, self.width()
        return Figure(
            dot_plot.paint, self.data, width, dot_plot.height(self.data, metrics, width), title, caption
        )


class DotPlotView(QScrollArea):
    """`activated(key)` when a person is chosen, `export_requested(kind)` from the menu."""

    activated = Signal(str)
    export_requested = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.rows = _Rows(look, dot_plot.paint_rows, name, dot_plot.rows_height, least=(40, 4))
        # Rows grow into the room there is, and scroll where there is too little.
        self.rows.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setWidget(self.rows)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.heads = ChartView(look, dot_plot.paint_heads, name, least=(40, 3))
        self.heads.setParent(self)
        self.heads.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.heads.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for view in (self.rows, self.heads):
            view.activated.connect(self.activated)
        self.rows.export_requested.connect(self.export_requested)
        look.changed.connect(self._place_heads)

    def show_data(self, data: DotPlot) -> None:
        """Shows these weights."""
        self.heads.show_data(data)
        self.rows.show_data(data)
        self._place_heads()

    def figure(self, title: str = "", caption: str = "") -> Figure:
        """The whole plot with its legend, for files and documents."""
        return self.rows.figure(title, caption)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_heads()

    def _place_heads(self) -> None:
        if self.rows.data is None:
            return
        wide = self.viewport().width()
        high = dot_plot.head_height(self.rows.data, self._look.metrics, wide)
        if self.viewportMargins().top() != high:
            self.setViewportMargins(0, high, 0, 0)
        self.heads.setGeometry(0, 0, self.viewport().width(), high)
