"""The sensitivity chart as a widget: the current weight can be dragged and moved by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter

from desktop.charts.chart_view import ChartView
from desktop.charts.export import Figure
from desktop.charts.sensitivity_lines import SensitivityLines, lay_out, paint, paint_still, paint_weight

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from desktop.look.look import Look


class SensitivityView(ChartView):
    """The lines with a handle at the current weight.

    `weight_dragged(weight)` while the handle moves, `weight_released(weight)` when it is let go or a key
    moved it. The page answers by showing data with the new current weight. A click on a line or its
    name is `activated(key)`.
    """

    weight_dragged = Signal(float)
    weight_released = Signal(float)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, paint_still, name, least=(36, 28))
        self._weight = 0.0
        self._is_dragging = False

    @property
    def weight(self) -> float:
        """The weight at which the handle stands."""
        return self._weight

    def show_data(self, data: SensitivityLines) -> None:
        """Shows lines and handle; while the handle is dragged it stays under the pointer."""
        before = self.data
        if before is not None and _is_same_picture(before, data):
            self.data = data
            self.setAccessibleDescription(data.summary)
            self.update()
        else:
            super().show_data(data)
        if not self._is_dragging:
            self._weight = data.current
            self.update()

    def figure(self, title: str = "", caption: str = "") -> Figure:
        """The lines with the current weight, for files and documents."""
        return Figure(paint, self.data, self.width(), self.height(), title, caption)

    def paint_over(self, painter: QPainter) -> None:
        """The handle, which moves while the lines stay."""
        frame = lay_out(QRectF(self.rect()), self.data, self.look.metrics)
        paint_weight(painter, frame, self._weight, self.look.theme, self.look.metrics)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.data is None:
            return
        key = self._line_at(event)
        if self._is_near_handle(event) or not key:
            self._is_dragging = True
            self._drag_to(event)
        else:
            self.activated.emit(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_dragging:
            self._drag_to(event)
        elif self.data is not None:
            near = self._is_near_handle(event)
            line = "" if near else self._line_at(event)
            shapes = Qt.CursorShape
            shape = (
                shapes.SizeHorCursor if near else shapes.PointingHandCursor if line else shapes.ArrowCursor
            )
            self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_dragging:
            self._is_dragging = False
            self.weight_released.emit(self._weight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -0.01,
            Qt.Key.Key_Right: 0.01,
            Qt.Key.Key_PageDown: -0.1,
            Qt.Key.Key_PageUp: 0.1,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or self.data is None:
            super().keyPressEvent(event)
            return
        self._weight = round(min(max(self._weight + step, 0.0), self.data.limit), 4)
        self.update()
        self.weight_released.emit(self._weight)

    def _drag_to(self, event: QMouseEvent) -> None:
        frame = lay_out(QRectF(self.rect()), self.data, self.look.metrics)
        weight = frame.x.value(frame.x.clip(event.position().x()))
        self._weight = round(weight, 3)
        self.update()
        self.weight_dragged.emit(self._weight)

    def _is_near_handle(self, event: QMouseEvent) -> bool:
        frame = lay_out(QRectF(self.rect()), self.data, self.look.metrics)
        return abs(event.position().x() - frame.x(self._weight)) <= self.look.metrics.units(1)

    def _line_at(self, event: QMouseEvent) -> str:
        """The key of the label or the nearest line under the pointer, "" where there is none."""
        hit = self.drawing.hit_at(event.position())
        if hit is not None and hit.key:
            return hit.key
        frame = lay_out(QRectF(self.rect()), self.data, self.look.metrics)
        if not frame.plot.contains(event.position()) or not self.data.lines:
            return ""
        x = frame.x.value(event.position().x())
        ys = np.array([np.interp(x, self.data.xs, line.ys) for line in self.data.lines])
        away = np.abs(frame.y(0.0) + ys * (frame.y(1.0) - frame.y(0.0)) - event.position().y())
        nearest = int(away.argmin())
        return str(self.data.lines[nearest].key) if away[nearest] <= self.look.metrics.units(0.75) else ""


def _is_same_picture(before: SensitivityLines, after: SensitivityLines) -> bool:
    """Whether only the current weight differs, so that the kept picture still holds."""
    parts = ("xs", "lines", "named", "selected", "crossings", "stable", "limit", "y_range")
    return all(getattr(before, part) is getattr(after, part) for part in parts)
