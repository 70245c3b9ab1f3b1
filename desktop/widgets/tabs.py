"""The tabs of a room: words with an underline, no boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from desktop.widgets.choices import Choice, ChoiceRow

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class _Tab(Choice):
    def sizeHint(self) -> QSize:
        metrics = self.look.metrics
        width = metrics.width(self.text(), "strong") + 2 * metrics.units(1.25)
        return QSize(round(width) + 1, metrics.control + metrics.space("xs"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, metrics = self.look.theme, self.look.metrics
        painter.setFont(metrics.font("strong" if self.isChecked() else "body"))
        painter.setPen(theme.colour(self.ink) if self.isEnabled() else theme.faded("text_muted", 0.6))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.isChecked():
            edge, inset = metrics.stroke(3), metrics.units(0.5)
            foot = QRectF(inset, self.height() - edge, self.width() - 2 * inset, edge)
            painter.fillRect(foot, theme.colour("accent"))
        self.paint_focus(painter)
        painter.end()


class TabStrip(ChoiceRow):
    """Exclusive tabs, the selected one in strong words over an accent rule; `chosen(key)` by the user."""

    part = _Tab
