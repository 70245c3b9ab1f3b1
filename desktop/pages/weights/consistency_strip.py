"""CR on a scale with the limit marked: a full triangle for now, an open one for after the repair."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from criteria.weighting.consistency import ACCEPTABLE_RATIO
from desktop.app.words.numbers import figure
from desktop.look.look import Look


class ConsistencyStrip(QWidget):
    """A strip from 0 to twice the limit; a larger CR stands at its end."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._now: float | None = None
        self._after: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_ratios(self, now: float | None, after: float | None, name: str) -> None:
        """CR now and after the repair, None where there is none; `name` is what a screen reader says."""
        self._now, self._after = now, after
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self._look.metrics
        return QSize(metrics.units(24), metrics.units(2.4) + metrics.line("tick"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        theme, metrics = look.theme, look.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strip = QRectF(0, 0, self.width(), metrics.units(0.9))
        limit = self.width() / 2
        painter.fillRect(QRectF(0, 0, limit, strip.height()), theme.colour("success_quiet"))
        painter.fillRect(QRectF(limit, 0, limit, strip.height()), theme.colour("attention_quiet"))
        painter.setPen(QPen(theme.colour("axis"), metrics.stroke(1.5)))
        painter.drawLine(QPointF(limit, 0), QPointF(limit, strip.height() + metrics.units(0.4)))
        if self._after is not None:
            self._paint_triangle(painter, self._after, strip.height(), is_full=False)
        if self._now is not None:
            self._paint_triangle(painter, self._now, strip.height(), is_full=True)
        self._paint_ticks(painter)
        painter.end()

    def _paint_triangle(self, painter: QPainter, ratio: float, top: float, *, is_full: bool) -> None:
        theme, metrics = self._look.theme, self._look.metrics
        reach = metrics.units(0.6)
        x = min(max(ratio / (2 * ACCEPTABLE_RATIO) * self.width(), reach), self.width() - reach)
        foot = top + metrics.units(1.2)
        shape = QPolygonF([QPointF(x, top), QPointF(x - reach, foot), QPointF(x + reach, foot)])
        ink = theme.colour("text" if is_full else "attention")
        painter.setPen(QPen(ink, metrics.stroke(1.5)))
        painter.setBrush(ink if is_full else Qt.BrushStyle.NoBrush)
        painter.drawPolygon(shape)

    def _paint_ticks(self, painter: QPainter) -> None:
        metrics = self._look.metrics
        painter.setFont(metrics.font("tick"))
        painter.setPen(self._look.colour("text_muted"))
        line = QRectF(0, self.height() - metrics.line("tick"), self.width(), metrics.line("tick"))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, figure(ACCEPTABLE_RATIO))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, figure(2 * ACCEPTABLE_RATIO))
