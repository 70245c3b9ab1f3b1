"""Two to four exclusive views as one bordered control: not filled, because a filled shape means "do it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from desktop.widgets.choices import Choice, ChoiceRow

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class _Segment(Choice):
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, metrics = self.look.theme, self.look.metrics
        outline = self._outline()
        ground = "selection" if self.isChecked() else "hover" if self.underMouse() else "surface"
        painter.fillPath(outline, theme.colour(ground if self.isEnabled() else "surface"))
        if self.isChecked():
            painter.setClipPath(outline)
            edge = metrics.stroke(3)
            painter.fillRect(QRectF(0, self.height() - edge, self.width(), edge), theme.colour("accent"))
            painter.setClipping(False)
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.drawPath(outline)
        painter.setFont(metrics.font("strong" if self.isChecked() else "body"))
        ink = theme.colour("text") if self.isEnabled() else theme.faded("text_muted", 0.6)
        painter.setPen(ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        self.paint_focus(painter)
        painter.end()

    def _outline(self) -> QPainterPath:
        """The border: round at the ends of the row, shared between neighbours."""
        radius = self.look.metrics.units(0.5)
        left = 0.5 if self.is_first else -0.5
        box = QRectF(left, 0.5, self.width() - 0.5 - left, self.height() - 1)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(box, radius, radius)
        square = QPainterPath()
        square.setFillRule(Qt.FillRule.WindingFill)
        if not self.is_first:
            square.addRect(QRectF(box.left(), box.top(), box.width() / 2, box.height()))
        if not self.is_last:
            square.addRect(QRectF(box.center().x(), box.top(), box.width() / 2, box.height()))
        return path.united(square)


class Segments(ChoiceRow):
    """Two to four exclusive views; the selected one has the selection's ground and an accent foot.

    `chosen(key)` when the user chooses; `name` is what a screen reader says of the row.
    """

    part = _Segment
