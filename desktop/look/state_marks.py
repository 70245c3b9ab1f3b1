"""The five screening marks and the hatch of missing and open things, at any size on any ground."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from desktop.look.theme import Theme

STATES: Final = ("pass", "conditional-met", "conditional-open", "refer", "exclude")
"""The screening states in their fixed order; each has a shape of its own."""

_BOX: Final = 14.0  # the drawing's own grid: disc of radius 5.5 in a box of 14


def paint_state(
    painter: QPainter,
    centre: QPointF,
    size: float,
    state: str,
    theme: Theme,
    ground: str = "surface",
    opacity: float = 1.0,
) -> None:
    """Paints the mark of a screening state in a box of edge `size` around `centre`.

    Pass: disc; conditional-met: ring, left half filled; conditional-open: left half disc alone;
    refer: diamond; exclude: cross. `ground` names the colour inside a ring. KeyError for another state.
    """
    colour = theme.state(state)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(painter.opacity() * opacity)
    painter.translate(centre)
    painter.scale(size / _BOX, size / _BOX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if state == "pass":
        painter.drawEllipse(QPointF(0, 0), 5.5, 5.5)
    elif state == "conditional-open":
        _paint_left_half(painter)
    elif state == "conditional-met":
        _paint_ring(painter, colour, theme.colour(ground))
    elif state == "refer":
        painter.drawPolygon(QPolygonF([QPointF(0, -6.5), QPointF(6.5, 0), QPointF(0, 6.5), QPointF(-6.5, 0)]))
    else:
        _paint_cross(painter, colour)
    painter.restore()


def _paint_left_half(painter: QPainter) -> None:
    painter.drawPie(QRectF(-5.5, -5.5, 11, 11), 90 * 16, 180 * 16)


def _paint_ring(painter: QPainter, colour: QColor, inside: QColor) -> None:
    painter.setBrush(inside)
    painter.setPen(QPen(colour, 1.5))
    painter.drawEllipse(QPointF(0, 0), 4.75, 4.75)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    _paint_left_half(painter)


def _paint_cross(painter: QPainter, colour: QColor) -> None:
    pen = QPen(colour, 2.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(-4.4, -4.4), QPointF(4.4, 4.4))
    painter.drawLine(QPointF(-4.4, 4.4), QPointF(4.4, -4.4))


def paint_hatch(
    painter: QPainter, rect: QRectF, ink: QColor, ground: QColor | None = None, period: float = 6.0
) -> None:
    """Paints 45 degree stripes of `ink` in `rect`, each half a `period` wide, over `ground` if given.

    Drawn as lines and not as a pattern brush, so that PDF and SVG show the same stripes as the screen.
    """
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    if ground is not None:
        painter.fillRect(rect, ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, period * 0.354))
    x, step = rect.left() - rect.height(), period
    while x < rect.right():
        painter.drawLine(QPointF(x, rect.bottom() + 1), QPointF(x + rect.height() + 1, rect.top()))
        x += step
    painter.restore()


def paint_missing(painter: QPainter, rect: QRectF, theme: Theme, period: float = 8.0) -> None:
    """Paints the empty, hatched, bordered cell that stands where a value is missing."""
    stripe = theme.faded("attention", 0.22, "attention_quiet")
    paint_hatch(painter, rect, stripe, theme.colour("attention_quiet"), period)
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("attention"), 1))
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()
