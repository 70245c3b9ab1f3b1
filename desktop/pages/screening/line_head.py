"""The head of the screening grid: names of red lines stand upright over their columns, numbers below."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.look.look import Look
from desktop.pages.screening.grid_delegate import CELL_AIR
from desktop.pages.screening.grid_model import GridModel


class LineHead(QHeaderView):
    """A horizontal header that paints itself; the column of the current cell is tinted and semibold."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._current = -1
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def set_current(self, column: int) -> None:
        """Marks the column of the current cell."""
        if column != self._current:
            self._current = column
            self.viewport().update()

    def grid_model(self) -> GridModel | None:
        """The model of the grid this head belongs to."""
        model = self.model()
        return model if isinstance(model, GridModel) else None

    def sizeHint(self) -> QSize:
        metrics, model = self._look.metrics, self.grid_model()
        names = [line.short for line in model.lines] if model is not None else []
        # Semibold, because the current column is: the head must not jump when the selection moves.
        upright = max((metrics.width(name, "small_strong") for name in names), default=0.0)
        numbers = metrics.line("small") + metrics.space("s")
        return QSize(super().sizeHint().width(), round(upright) + metrics.space("s") + numbers)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model = self.grid_model()
        if model is None or not rect.isValid():
            return
        theme, metrics = self._look.theme, self._look.metrics
        painter.save()
        painter.fillRect(rect, theme.colour("surface"))
        line = model.line_at(logicalIndex)
        is_current = line is not None and logicalIndex == self._current
        if is_current:
            painter.fillRect(rect, theme.faded("selection", 0.55))
        box = QRectF(rect).adjusted(0, 0, 0, -metrics.space("xs"))
        if line is None:
            self._paint_plain(painter, box, logicalIndex)
        else:
            self._paint_line(painter, box, line.id, line.short, is_current=is_current)
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _paint_plain(self, painter: QPainter, box: QRectF, column: int) -> None:
        text = str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.colour("text_muted"))
        air = self._look.metrics.units(CELL_AIR)
        flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(box.adjusted(air, 0, 0, 0), flags, text)

    def _paint_line(
        self, painter: QPainter, box: QRectF, number: str, name: str, *, is_current: bool
    ) -> None:
        metrics = self._look.metrics
        kind = "small_strong" if is_current else "small"
        foot = QRectF(box.left(), box.bottom() - metrics.line("small"), box.width(), metrics.line("small"))
        painter.setFont(metrics.font(kind))
        painter.setPen(self._look.colour("text" if is_current else "text_muted"))
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, number.removeprefix("RL"))
        painter.save()
        painter.setPen(self._look.colour("text"))
        painter.translate(box.center().x(), foot.top() - metrics.space("xs"))
        painter.rotate(-90)
        strip = QRectF(0, -box.width() / 2, box.height(), box.width())
        painter.drawText(strip, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()
