"""The frames and arrows of drop-downs and number boxes, which no style sheet draws without image files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOption, QWidget

    from desktop.look.look import Look

_STATE = QStyle.StateFlag


def paint_frame(painter: QPainter, option: QStyleOption, widget: QWidget | None, look: Look) -> None:
    """Ground and border of a field: thicker inwards with the keyboard, `danger` when marked invalid."""
    has_focus = bool(option.state & _STATE.State_HasFocus)
    is_enabled = bool(option.state & _STATE.State_Enabled)
    is_invalid = widget is not None and bool(widget.property("invalid"))
    name = "danger" if is_invalid else "focus" if has_focus else "line_strong" if is_enabled else "line"
    width = look.metrics.stroke(2) if has_focus else 1.0
    is_hot = is_enabled and not has_focus and bool(option.state & _STATE.State_MouseOver)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour(name), width))
    painter.setBrush(look.colour("hover" if is_hot else "surface"))
    half, radius = width / 2, look.metrics.units(0.5)
    box = QRectF(option.rect).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()


def paint_chevron(
    painter: QPainter, centre: QPointF, look: Look, *, way: tuple[float, float], is_enabled: bool = True
) -> None:
    """A small open arrow around `centre`; `way` is the direction it points to, (0, 1) for down."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = look.colour("text_muted") if is_enabled else look.theme.faded("text_muted", 0.45)
    painter.setPen(QPen(ink, look.metrics.stroke(1.4)))
    reach = look.metrics.unit * 0.45
    tip = centre + QPointF(*way) * (reach / 2)
    side, back = QPointF(way[1], way[0]) * reach, QPointF(*way) * reach
    painter.drawPolyline(QPolygonF([tip - back - side, tip, tip - back + side]))
    painter.restore()


def paint_combo_box(painter: QPainter, option: QStyleOption, widget: QWidget | None, look: Look) -> None:
    """The whole drop-down except its text."""
    paint_frame(painter, option, widget, look)
    box = QRectF(option.rect)
    centre = QPointF(box.right() - look.metrics.units(1.75), box.center().y())
    paint_chevron(painter, centre, look, way=(0, 1), is_enabled=bool(option.state & _STATE.State_Enabled))


def paint_spin_box(painter: QPainter, option: QStyleOption, widget: QWidget | None, look: Look) -> None:
    """The whole number box except its text: the frame, and one arrow up and one down."""
    paint_frame(painter, option, widget, look)
    box = QRectF(option.rect)
    is_enabled = bool(option.state & _STATE.State_Enabled)
    x, gap = box.right() - look.metrics.units(1.5), look.metrics.unit * 0.6
    for way in (-1.0, 1.0):
        centre = QPointF(x, box.center().y() + way * gap)
        paint_chevron(painter, centre, look, way=(0, way), is_enabled=is_enabled)
