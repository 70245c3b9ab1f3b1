"""Small painted signs beside words: a screening mark, a premise's square, an icon of the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look.state_marks import paint_state

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.look.look import Look


class Sign(QWidget):
    """A square sign of one icon's size; subclasses paint into `box`."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, QRectF(self.rect()))
        painter.end()

    def _paint(self, painter: QPainter, box: QRectF) -> None:
        raise NotImplementedError

    def _restyle(self) -> None:
        edge = max(self._look.metrics.icon, self._look.metrics.line("body"))
        self.setFixedSize(self._look.metrics.icon, edge)
        self.update()


class StateSign(Sign):
    """The mark of a screening state; `word` is what a screen reader says."""

    def __init__(self, look: Look, state: str, word: str, ground: str = "surface") -> None:
        self._state = state
        self._ground = ground
        super().__init__(look, word)

    def _paint(self, painter: QPainter, box: QRectF) -> None:
        size = self._look.metrics.units(1.75)
        paint_state(painter, box.center(), size, self._state, self._look.theme, self._ground)


class IconSign(Sign):
    """An icon that is looked at, not pressed."""

    def __init__(self, look: Look, icon: str, colour: str = "text_muted", name: str = "") -> None:
        self._icon = icon
        self._colour = colour
        super().__init__(look, name)

    def show_icon(self, icon: str, colour: str) -> None:
        """Shows another icon in another colour."""
        self._icon, self._colour = icon, colour
        self.update()

    def _paint(self, painter: QPainter, box: QRectF) -> None:
        if not self._icon:
            return
        edge = self._look.metrics.icon
        target = QRectF(0, 0, edge, edge)
        target.moveCenter(box.center())
        self._look.paint_icon(painter, target.toRect(), self._icon, self._colour)
