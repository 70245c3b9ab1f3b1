"""Words that are still being computed: their room is kept, with muted bars where the lines will stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_LAST = 0.6
"""The share of its width that the last line takes: paragraphs rarely end at the edge."""


class AwaitedText(Text):
    """A text that can be awaited, so that nothing below it moves when it comes."""

    _is_awaited = False

    def await_like(self, html: str) -> None:
        """Keeps the room of words like these until others are set; nobody sees or hears them."""
        self.set_html(html)
        self._is_awaited = True
        self.plain_text = ""
        self.setAccessibleName("")

    def set_html(self, html: str) -> None:
        """See Text."""
        self._is_awaited = False
        super().set_html(html)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, or a bar for each line of them."""
        if not self._is_awaited:
            super().paintEvent(event)
            return
        metrics = self._look.metrics
        lines = max(1, round(self.height() / metrics.line(self._kind)))
        step = self.height() / lines
        thick = metrics.measure(self._kind).xHeight()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("hover"))
        for place in range(lines):
            wide = self.width() * (_LAST if place == lines - 1 else 1.0)
            bar = QRectF(0, (place + 0.5) * step - thick / 2, wide, thick)
            painter.drawRoundedRect(bar, thick / 2, thick / 2)
        painter.end()
