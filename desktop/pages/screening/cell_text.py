"""Text in a cell that wraps between words, and inside a word only where one alone is too wide."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption


def _option() -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def paint_wrapped(painter: QPainter, rect: QRectF, text: str) -> None:
    """Paints text at the left of a cell, centred upright, with the painter's font and pen."""
    painter.drawText(rect, text, _option())


def line_count(text: str, width: float, font: QFont) -> int:
    """How many lines the text takes at a width; at least one."""
    layout = QTextLayout(text, font)
    layout.setTextOption(_option())
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        count += 1
    layout.endLayout()
    return max(1, count)


class TextMeasure:
    """Widths and line counts of texts in one font, remembered: most are asked for again and again."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._metrics = QFontMetricsF(font)
        self._widths: dict[str, float] = {}
        self._lines: dict[tuple[str, int], int] = {}

    def width(self, text: str) -> float:
        """The pixels of the text on one line."""
        if text not in self._widths:
            self._widths[text] = self._metrics.horizontalAdvance(text)
        return self._widths[text]

    def lines(self, text: str, width: float) -> int:
        """How many lines the text takes at a width."""
        if self.width(text) <= width:
            return 1
        key = (text, int(width))
        if key not in self._lines:
            self._lines[key] = line_count(text, width, self._font)
        return self._lines[key]
