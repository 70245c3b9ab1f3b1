"""The ranked list as a widget: its heads stay while the rows scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea

from desktop.charts import ranking_bars
from desktop.charts.chart_view import ChartView
from desktop.charts.export import Figure

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.charts.ranking_bars import RankingBars
    from desktop.look.look import Look
    from desktop.look.metrics import Metrics


class RankingView(QScrollArea):
    """Heads over rows; `activated(key)` when a row is chosen, `export_requested(kind)` from the menu."""

    activated = Signal(str)
    export_requested = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.rows = ChartView(
            look, ranking_bars.paint_rows, name, ranking_bars.rows_height, least=(60, 4), is_long=True
        )
        self.setWidget(self.rows)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.heads = ChartView(look, ranking_bars.paint_heads, name, _head_height, least=(60, 3))
        self.heads.setParent(self)
        self.heads.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.heads.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.rows.activated.connect(self.activated)
        self.rows.export_requested.connect(self.export_requested)
        look.changed.connect(self._place_heads)
        self._place_heads()

    def show_data(self, data: RankingBars) -> None:
        """Shows this list, and brings the selected row into sight when it is another one."""
        is_moved = self.rows.data is None or self.rows.data.selected != data.selected
        self.heads.show_data(data)
        self.rows.show_data(data)
        if is_moved:
            self._show_selected(data)

    def figure(self, title: str = "", caption: str = "") -> Figure:
        """The whole list with its heads, for files and documents."""
        data, metrics = self.rows.data, self._look.metrics
        height = ranking_bars.height(data, metrics)
        return Figure(ranking_bars.paint, data, self.rows.width(), height, title, caption)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_heads()

    def _show_selected(self, data: RankingBars) -> None:
        keys = [row.key for row in data.rows]
        if data.selected in keys:
            high = ranking_bars.row_height(data, self._look.metrics)
            self.ensureVisible(0, keys.index(data.selected) * high + high // 2, 0, high)

    def _place_heads(self) -> None:
        high = ranking_bars.head_height(self._look.metrics)
        self.setViewportMargins(0, high, 0, 0)
        self.heads.setGeometry(0, 0, self.viewport().width(), high)


def _head_height(_data: RankingBars, metrics: Metrics) -> int:
    return ranking_bars.head_height(metrics)
