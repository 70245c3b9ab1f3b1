"""Check boxes, radio buttons, menu ticks and sliders as the look draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QStyleOption, QStyleOptionSlider

    from desktop.look.look import Look

_STATE = QStyle.StateFlag
CHECK = 1.9
"""Units of the edge of a check box."""


def paint_check(painter: QPainter, option: QStyleOption, look: Look) -> None:
    """A check box: filled when on, with a bar when partly on."""
    edge = look.metrics.units(CHECK)
    box = _box(option, edge - 1)
    is_on = bool(option.state & _STATE.State_On)
    is_partial = bool(option.state & _STATE.State_NoChange)
    fill = _ink(look, option, "accent") if is_on or is_partial else look.colour("surface")
    border = "text_muted" if option.state & _STATE.State_Selected else "line_strong"
    painter.setBrush(fill)
    painter.setPen(QPen(fill if is_on or is_partial else _ink(look, option, border), 1))
    painter.drawRoundedRect(box, edge * 0.14, edge * 0.14)
    painter.setPen(_tick_pen(look.colour("accent_text"), edge))
    if is_partial:
        reach = QPointF(edge * 0.25, 0)
        painter.drawLine(box.center() - reach, box.center() + reach)
    elif is_on:
        painter.drawPolyline(_tick(box))


def paint_radio(painter: QPainter, option: QStyleOption, look: Look) -> None:
    """A radio button: a ring, with a disc when on."""
    edge = look.metrics.units(CHECK)
    box = _box(option, edge - 1.6)
    is_on = bool(option.state & _STATE.State_On)
    painter.setBrush(look.colour("surface"))
    painter.setPen(QPen(_ink(look, option, "accent" if is_on else "line_strong"), 1.6 if is_on else 1))
    painter.drawEllipse(box)
    if is_on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_ink(look, option, "accent"))
        painter.drawEllipse(box.center(), edge * 0.24, edge * 0.24)


def paint_menu_tick(painter: QPainter, option: QStyleOption, look: Look) -> None:
    """The tick before a menu entry that is on."""
    edge = look.metrics.units(1.6)
    painter.setPen(_tick_pen(look.colour("text"), edge))
    painter.drawPolyline(_tick(_box(option, edge)))


def paint_slider(
    painter: QPainter, option: QStyleOptionSlider, handle: QRectF, groove: QRectF, look: Look
) -> None:
    """A thin groove, its thicker filled part, and a ring to grasp."""
    metrics, centre = look.metrics, handle.center()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    is_flat = option.orientation == Qt.Orientation.Horizontal
    first, last = _groove_ends(groove, centre, is_flat=is_flat)
    low, high = (last, first) if option.upsideDown else (first, last)
    painter.setPen(_round_pen(_ink(look, option, "line_strong"), metrics.stroke(3)))
    painter.drawLine(centre, high)
    painter.setPen(_round_pen(_ink(look, option, "accent"), metrics.stroke(5)))
    painter.drawLine(low, centre)
    painter.setBrush(look.colour("surface"))
    rim = metrics.stroke(2.4)
    painter.setPen(QPen(_ink(look, option, "accent"), rim))
    radius = metrics.unit - rim / 2
    painter.drawEllipse(centre, radius, radius)
    painter.restore()


def _box(option: QStyleOption, edge: float) -> QRectF:
    box = QRectF(0, 0, edge, edge)
    box.moveCenter(QRectF(option.rect).center())
    return box


def _ink(look: Look, option: QStyleOption, name: str) -> QColor:
    is_enabled = bool(option.state & _STATE.State_Enabled)
    return look.colour(name) if is_enabled else look.theme.faded("text_muted", 0.45)


def _round_pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _tick_pen(colour: QColor, edge: float) -> QPen:
    return _round_pen(colour, edge * 0.12)


def _tick(box: QRectF) -> QPolygonF:
    places = ((0.24, 0.53), (0.43, 0.72), (0.77, 0.31))
    return QPolygonF([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in places])


def _groove_ends(groove: QRectF, centre: QPointF, *, is_flat: bool) -> tuple[QPointF, QPointF]:
    if is_flat:
        return QPointF(groove.left() + 2, centre.y()), QPointF(groove.right() - 2, centre.y())
    return QPointF(centre.x(), groove.top() + 2), QPointF(centre.x(), groove.bottom() - 2)
