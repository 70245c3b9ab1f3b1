"""Text in a cell that wraps between words, and inside a word only where one alone is too wide."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption


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
