"""The range of a criterion as a bar: worst at the left, best at the right, what the projects span filled."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look.look import Look


class RangeBar(QWidget):
    """A flat bar with a line at every level; nothing is filled where no project is ranked."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._role = ""
        self._shares: tuple[float, float] | None = None
        self._steps = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_range(self, role: str, shares: tuple[float, float] | None, steps: int, name: str) -> None:
        """The spanned part in value from 0 (worst) to 1 (best), and how many levels the scale has."""
        self._role, self._shares, self._steps = role, shares, steps
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.metrics.units(20), self._look.metrics.units(0.9))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.metrics.units(8), self._look.metrics.units(0.9))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(box, theme.colour("window"))
        if self._shares is not None:
            left, right = (box.left() + share * box.width() for share in self._shares)
            # A single figure still shows where it lies.
            part = QRectF(left, box.top(), max(2.0, right - left), box.height())
            painter.fillRect(part, theme.premise(self._role))
        painter.setPen(QPen(theme.premise(self._role, "deep"), 1))
        painter.drawRect(box)
        for step in range(1, self._steps - 1):
            x = box.left() + step / (self._steps - 1) * box.width()
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        painter.end()
