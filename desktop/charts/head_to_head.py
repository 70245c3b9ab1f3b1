"""Two projects, criterion by criterion: columns up where the first is better, down where the second is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from desktop.charts.drawing import Canvas, Drawing
from desktop.look.pencil import CENTRE, RIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme


@dataclass(frozen=True)
class Difference:
    """The weighted difference on one criterion: above 0 the first project is better."""

    key: str
    label: str
    role: str
    value: float
    tip: str = ""


@dataclass(frozen=True)
class HeadToHead:
    """All criteria in order; `above`, `below` and `equal` say what the sides and the line mean."""

    columns: tuple[Difference, ...]
    above: str
    below: str
    equal: str = ""
    selected: str = ""
    summary: str = ""


def paint(painter: QPainter, rect: QRectF, data: HeadToHead, theme: Theme, metrics: Metrics) -> Drawing:
    """Columns from the line of equality, their ids below, the names of the two sides at the right."""
    canvas = Canvas(painter, theme, metrics)
    foot = metrics.line("small_strong") + metrics.space("xs")
    up, down = f"{data.above} \N{UPWARDS ARROW}", f"{data.below} \N{DOWNWARDS ARROW}"
    side = max(metrics.width(text, "small") for text in (up, down, data.equal)) + metrics.space("m")
    plot = rect.adjusted(0, 0, -side, -foot)
    largest = max((abs(column.value) for column in data.columns), default=0.0) or 1.0
    zero = _zero(plot, data)
    reach = min(
        (zero - plot.top()) / _most(data, 1, largest), (plot.bottom() - zero) / _most(data, -1, largest)
    )
    step = plot.width() / max(1, len(data.columns))
    for place, column in enumerate(data.columns):
        box = QRectF(plot.left() + place * step, rect.top(), step, rect.height())
        _paint_column(
            canvas, box, column, zero, column.value * reach, is_selected=column.key == data.selected
        )
    canvas.line(QPointF(plot.left(), round(zero)), QPointF(rect.right(), round(zero)), "axis", 1.5)
    right = QRectF(rect.right() - side, rect.top(), side, metrics.line("small"))
    canvas.text(right, up, "small", "text_muted", RIGHT)
    canvas.text(right.translated(0, plot.height() - right.height()), down, "small", "text_muted", RIGHT)
    if data.equal and plot.height() > 4 * right.height():
        above_line = right.translated(0, round(zero) - rect.top() - right.height())
        canvas.text(above_line, data.equal, "small", "text_muted", RIGHT)
    return canvas.finish(plot)


def _most(data: HeadToHead, way: int, largest: float) -> float:
    """The largest difference to one side, never so small that the other side is squeezed."""
    return max([column.value * way for column in data.columns] + [largest * 0.25])


def _zero(plot: QRectF, data: HeadToHead) -> float:
    """The height of the line of equality: where both sides just fit."""
    largest = max((abs(column.value) for column in data.columns), default=0.0) or 1.0
    up, down = _most(data, 1, largest), _most(data, -1, largest)
    return plot.top() + plot.height() * up / (up + down)


def _paint_column(
    canvas: Canvas, box: QRectF, column: Difference, zero: float, high: float, *, is_selected: bool
) -> None:
    metrics, theme = canvas.metrics, canvas.theme
    wide = min(box.width() * 0.6, metrics.units(5))
    foot = metrics.line("small_strong")
    if is_selected:
        canvas.fill(box, "selection")
    bar = QRectF(box.center().x() - wide / 2, zero - max(high, 0), wide, abs(high))
    if abs(high) >= 0.5:
        canvas.fill(bar, theme.premise(column.role))
        if bar.height() > 2:
            canvas.frame(bar, theme.premise(column.role, "deep"))
    label = QRectF(box.left(), box.bottom() - foot, box.width(), foot)
    canvas.text(label, column.label, "small_strong", theme.premise(column.role, "deep"), CENTRE)
    canvas.hit(column.key, box, column.tip)
