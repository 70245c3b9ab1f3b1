"""Text on several lines in a cell, cut with an ellipsis only after the last line, with found words marked."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption


@lru_cache(maxsize=4096)
def broken(text: str, family: str, width: float, most: int) -> tuple[tuple[int, int], ...]:
    """Start and length of each line when `text` is broken at `width` in the font that `family` writes out."""
    font = QFont()
    font.fromString(family)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[tuple[int, int]] = []
    while len(lines) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1.0, width))
        lines.append((line.textStart(), line.textLength()))
    layout.endLayout()
    return tuple(lines)


def line_count(text: str, font: QFont, width: float, most: int) -> int:
    """How many lines `text` takes at a width, `most` where it would take more."""
    return min(most, max(1, len(broken(text, font.toString(), width, most))))


def paint_wrapped(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    mark: tuple[str, QColor] = ("", QColor()),
    *,
    is_right: bool = False,
) -> None:
    """Paints text centred upright in a rectangle, with as many lines as fit and found words on a ground.

    `mark` is the text looked for, in lower case, and the colour behind it.
    """
    metrics = QFontMetricsF(font)
    most = max(1, int(rect.height() / metrics.lineSpacing() + 0.05))
    found = broken(text, font.toString(), rect.width(), most)
    lines = [text[start : start + length].strip("\n\u2028") for start, length in found[:most]]
    if len(found) > most:
        lines[-1] = metrics.elidedText(text[found[most - 1][0] :], Qt.TextElideMode.ElideRight, rect.width())
    top = rect.center().y() - metrics.lineSpacing() * len(lines) / 2
    painter.setFont(font)
    painter.setPen(colour)
    for number, line in enumerate(lines):
        left = rect.right() - metrics.horizontalAdvance(line.rstrip()) if is_right else rect.left()
        rise = number * metrics.lineSpacing() + metrics.leading() / 2 + metrics.ascent()
        base = QPointF(left, top + rise)
        if mark[0]:
            _paint_marks(painter, base, line, metrics, mark)
        painter.drawText(base, line)


def _paint_marks(
    painter: QPainter, base: QPointF, line: str, metrics: QFontMetricsF, mark: tuple[str, QColor]
) -> None:
    needle, ground = mark
    folded = line.casefold()
    if len(folded) != len(line):
        return  # casefolding moved the letters, so places in the line are not known
    place = folded.find(needle)
    while place >= 0:
        left = base.x() + metrics.horizontalAdvance(line[:place])
        width = metrics.horizontalAdvance(line[place : place + len(needle)])
        painter.fillRect(QRectF(left, base.y() - metrics.ascent(), width, metrics.height()), ground)
        place = folded.find(needle, place + len(needle))
