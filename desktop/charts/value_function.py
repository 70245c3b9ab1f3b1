"""What a value on a criterion's scale is worth: the curve, its anchors, and where the projects lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop.charts.axes import Axis, Scale, round_ticks, write_ticks
from desktop.charts.drawing import Canvas, Drawing
from desktop.look.pencil import CENTRE, LEFT, RIGHT

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme


@dataclass(frozen=True)
class ProjectTick:
    """A project's place on the scale."""

    key: str
    label: str
    x: float
    tip: str = ""


@dataclass(frozen=True, eq=False)
class ValueFunction:
    """A curve of values 0 to 1 over a scale; anchors are its (x, value) points, ticks the projects.

    `x_ticks` are (value, text) for scales of levels; without them round numbers are used.
    """

    xs: NDArray[np.float64]
    ys: NDArray[np.float64]
    x: Axis
    y_title: str = ""
    anchors: tuple[tuple[float, float], ...] = ()
    ticks: tuple[ProjectTick, ...] = ()
    x_ticks: tuple[tuple[float, str], ...] = ()
    role: str = ""
    selected: str = ""
    summary: str = ""


def frame(rect: QRectF, data: ValueFunction, metrics: Metrics) -> tuple[QRectF, Scale, Scale]:
    """The plot inside `rect` and its scales, for a page that lets anchors be dragged."""
    left = metrics.width("0.00", "tick") + metrics.units(1.75)
    top = metrics.line("small") + metrics.space("s") if data.y_title else metrics.units(1)
    bottom = metrics.units(2) + metrics.line("tick") + metrics.space("xs") + metrics.line("small")
    plot = rect.adjusted(left, top, -metrics.units(2), -bottom)
    across = Scale(data.x.lowest, data.x.highest, plot.left(), plot.right())
    return plot, across, Scale(0.0, 1.0, plot.bottom(), plot.top())


def paint(painter: QPainter, rect: QRectF, data: ValueFunction, theme: Theme, metrics: Metrics) -> Drawing:
    """The curve in the premise's colour over a quiet grid, its anchors as rings, projects as ticks below."""
    canvas = Canvas(painter, theme, metrics)
    plot, x, y = frame(rect, data, metrics)
    _paint_axes(canvas, rect, plot, data, x, y)
    _paint_projects(canvas, plot, data, x)
    points = [QPointF(x(float(a)), y(float(b))) for a, b in zip(data.xs, data.ys, strict=True)]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.premise(data.role, "deep"), metrics.stroke(2.4)))
    painter.drawPolyline(QPolygonF(points))
    painter.setBrush(canvas.ink("surface"))
    painter.setPen(QPen(theme.premise(data.role, "deep"), metrics.stroke(2)))
    radius = metrics.units(0.6)
    for place, (across, value) in enumerate(data.anchors):
        at = QPointF(x(across), y(value))
        painter.drawEllipse(at, radius, radius)
        reach = radius * 1.8
        canvas.hit(f"anchor {place}", QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach))
    return canvas.finish(plot)


def _paint_axes(canvas: Canvas, rect: QRectF, plot: QRectF, data: ValueFunction, x: Scale, y: Scale) -> None:
    metrics = canvas.metrics
    ticks = (0.0, 0.25, 0.5, 0.75, 1.0) if plot.height() > metrics.units(14) else (0.0, 0.5, 1.0)
    for value, text in zip(ticks, write_ticks(ticks), strict=True):
        canvas.line(QPointF(plot.left(), y(value)), QPointF(plot.right(), y(value)), "grid")
        box = QRectF(rect.left(), y(value) - 8, plot.left() - rect.left() - metrics.space("s"), 16)
        canvas.text(box, text, "tick", "text_muted", RIGHT)
    canvas.line(plot.bottomLeft(), plot.bottomRight(), "axis")
    numbers = round_ticks(x.lowest, x.highest, max(2, int(plot.width() / metrics.units(8))))
    named = data.x_ticks or tuple(zip(numbers, write_ticks(numbers), strict=True))
    top = plot.bottom() + metrics.units(2)
    right_end = rect.left() - 1.0
    for value, text in named:
        wide = metrics.width(text, "tick") + 4
        left = min(max(x(value) - wide / 2, rect.left()), rect.right() - wide)
        if left > right_end:
            canvas.text(QRectF(left, top, wide, metrics.line("tick")), text, "tick", "text_muted", CENTRE)
            right_end = left + wide
    line = metrics.line("small")
    title = QRectF(plot.left(), rect.bottom() - line, plot.width(), line)
    canvas.text(title, data.x.title, "small", "text_muted", CENTRE)
    if data.y_title:
        head = QRectF(rect.left(), rect.top(), rect.width(), line)
        canvas.text(head, data.y_title, "small", "text_muted", LEFT)


def _paint_projects(canvas: Canvas, plot: QRectF, data: ValueFunction, x: Scale) -> None:
    """Short ticks under the axis, the selected project's longer and with its label."""
    metrics = canvas.metrics
    top = plot.bottom() + metrics.units(0.4)
    for tick in data.ticks:
        is_selected = tick.key == data.selected
        at = x(tick.x)
        ink = "accent" if is_selected else "axis"
        canvas.line(QPointF(at, top), QPointF(at, top + metrics.units(1.1)), ink, 3 if is_selected else 1)
        reach = metrics.units(0.5)
        canvas.hit(tick.key, QRectF(at - reach, top, 2 * reach, metrics.units(1.4)), tick.tip or tick.label)
        if is_selected:
            canvas.line(QPointF(at, plot.top()), QPointF(at, plot.bottom()), "accent", 1, (3, 3))
            wide = metrics.width(tick.label, "small_strong") + 2
            left = (
                at + metrics.space("xs") if at + wide + 8 < plot.right() else at - wide - metrics.space("xs")
            )
            box = QRectF(left, plot.bottom() - metrics.line("small"), wide, metrics.line("small"))
            canvas.text(box, tick.label, "small_strong", "accent")
