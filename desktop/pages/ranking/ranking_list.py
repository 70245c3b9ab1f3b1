"""The ranked list: heads that stay, rows that scroll."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.charts.chart_view import ChartView
from desktop.charts.ranking_bars import (
    RankingBars,
    head_height,
    paint_heads,
    paint_rows,
    row_height,
    rows_height,
)
from desktop.look.look import Look


class RankingList(QWidget):
    """A chart of rows in a scroll area under a line of heads."""

    activated = Signal(str)
    export_requested = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._heads = _Heads(look)
        self.view = ChartView(look, paint_rows, self.tr("Ranked projects"), rows_height)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heads)
        column.addWidget(self._scroll, 1)
        self.view.activated.connect(self.activated)
        self.view.export_requested.connect(self.export_requested)

    def show_data(self, data: RankingBars) -> None:
        """Shows these rows; the heads follow."""
        self._heads.show_data(data, self._scroll.verticalScrollBar().sizeHint().width())
        self.view.show_data(data)

    def reveal(self, key: str) -> None:
        """Scrolls so that a row can be seen."""
        data = self.view.data
        place = next((i for i, row in enumerate(data.rows) if row.key == key), None) if data else None
        if place is not None:
            high = row_height(data, self._look.metrics)
            self._scroll.ensureVisible(0, round((place + 0.5) * high), 0, high)


class _Heads(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._data: RankingBars | None = None
        self._bar = 0
        look.changed.connect(self.updateGeometry)

    def show_data(self, data: RankingBars, bar: int) -> None:
        self._data, self._bar = data, bar
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.metrics.units(60), head_height(self._look.metrics))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.metrics.units(20), head_height(self._look.metrics))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._data is not None:
            area = self.rect()
            painter = QPainter(self)
            painter.fillRect(area, self._look.colour("raised"))
            paint_heads(
                painter,
                area.adjusted(0, 0, -self._bar, 0).toRectF(),
                self._data,
                self._look.theme,
                self._look.metrics,
            )
