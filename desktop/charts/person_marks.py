"""The marks of people in charts: told apart by shape and filling, never by colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen, QPolygonF

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

    from desktop.look.pencil import Pencil

SHAPES: Final = (
    "ring",
    "triangle",
    "square",
    "disc",
    "diamond",
    "block",
    "hollow-triangle",
    "jewel",
)
"""The shapes in the order in which people get them; more people than shapes are dots, all alike."""

DOT: Final = "dot"
_HOLLOW: Final = ("ring", "square", "diamond", "hollow-triangle")


def shape_of(place: int, count: int) -> str:
    """The shape of one of `count` people, by place."""
    return SHAPES[place] if count <= len(SHAPES) else DOT


def paint_person(
    painter: QPainter, centre: QPointF, size: float, shape: str, ink: QColor, ground: QColor
) -> None:
    """Paints a shape about as high as `size`; hollow ones show `ground` inside, so that lines end at them."""
    is_hollow = shape in _HOLLOW
    stroke = max(1.2, size * 0.16)
    painter.setPen(QPen(ink, stroke) if is_hollow else Qt.PenStyle.NoPen)
    painter.setBrush(ground if is_hollow else ink)
    reach = size / 2 - (stroke / 2 if is_hollow else 0)
    if shape in ("ring", "disc", DOT):
        painter.drawEllipse(centre, reach, reach)
    elif shape in ("square", "block"):
        reach *= 0.9
        painter.drawRect(QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach))
    else:
        painter.drawPolygon(_polygon(centre, reach, shape))


def paint_in_list(pencil: Pencil, at: QPointF, shape: str, *, is_selected: bool) -> None:
    """Paints the mark of a person before the name in a list on a panel's ground."""
    size = pencil.metrics.units(0.75 if shape == DOT and not is_selected else 1.2)
    ink = pencil.ink("accent" if is_selected else "text")
    ground = pencil.ink("selection" if is_selected else "raised")
    paint_person(pencil.painter, at, size, shape, ink, ground)


def _polygon(centre: QPointF, reach: float, shape: str) -> QPolygonF:
    x, y = centre.x(), centre.y()
    if shape in ("diamond", "jewel"):
        reach *= 1.15
        return QPolygonF(
            [QPointF(x, y - reach), QPointF(x + reach, y), QPointF(x, y + reach), QPointF(x - reach, y)]
        )
    # The full triangle stands on its side, the hollow one on its point.
    tip = -1 if shape == "triangle" else 1
    high = reach * 1.05
    return QPolygonF(
        [
            QPointF(x, y + tip * high),
            QPointF(x + high, y - tip * high * 0.85),
            QPointF(x - high, y - tip * high * 0.85),
        ]
    )
