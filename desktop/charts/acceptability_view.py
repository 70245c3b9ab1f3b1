"""The acceptability map as a widget: legend and ranks stay while the rows scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea

from desktop.charts import acceptability_map
from desktop.charts.chart_view import ChartView
from desktop.charts.export import Figure

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.charts.acceptability_map import AcceptabilityMap
    from desktop.look.look import Look
    from desktop.look.metrics import Metrics


class AcceptabilityView(QScrollArea):
    """`activated(key)` when a project is chosen, `export_requested(kind)` from the menu."""

    activated = Signal(str)
    export_requested = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.rows = _Rows(
            look,
            acceptability_map.paint_rows,
            name,
            acceptability_map.rows_height,
            least=(50, 4),
            is_long=True,
        )
        self.setWidget(self.rows)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.heads = ChartView(look, acceptability_map.paint_heads, name, _head_height, least=(50, 3))
        self.heads.setParent(self)
        self.heads.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.heads.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.rows.activated.connect(self.activated)
        self.rows.export_requested.connect(self.export_requested)
        look.changed.connect(self._place_heads)
        self._place_heads()

    def show_data(self, data: AcceptabilityMap) -> None:
        """Shows this map; brings the selected row into sight when it is another one."""
        is_moved = self.rows.data is None or self.rows.data.selected != data.selected
        self.heads.show_data(data)
        self.rows.show_data(data)
        keys = [row.key for row in (*data.rows, *data.shadows)]
        if is_moved and data.selected in keys:
            high = acceptability_map.row_height(self._look.metrics)
            self.ensureVisible(0, keys.index(data.selected) * high + high // 2, 0, high)

    def figure(self, title: str = "", caption: str = "") -> Figure:
        """The whole map, for files and documents."""
        return self.rows.figure(title, caption)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_heads()

    def _place_heads(self) -> None:
        high = acceptability_map.head_height(self._look.metrics)
        self.setViewportMargins(0, high, 0, 0)
        self.heads.setGeometry(0, 0, self.viewport().width(), high)


class _Rows(ChartView):
    """The rows on the screen; the picture to take away has legend and ranks too."""

    def figure(self, title: str = "", caption: str = "") -> Figure:
        high = acceptability_map.height(self.data, self.look.metrics)
        return Figure(acceptability_map.paint, self.data, self.width(), high, title, caption)


def _head_height(_data: AcceptabilityMap, metrics: Metrics) -> int:
    return acceptability_map.head_height(metrics)
