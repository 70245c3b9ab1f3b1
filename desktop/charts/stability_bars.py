"""How far each weight may move before the leading projects change."""

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
class Stretch:
    """A part of the scale where something else is the case, with a word for it."""

    lower: float
    upper: float
    label: str


@dataclass(frozen=True)
class StabilityBar:
    """A weight and the interval (shares, 0 to 1) in which the result holds; texts are made where empty.

    `again` are further intervals in which it holds again, `others` what is the case between them.
    """

    key: str
    label: str
    role: str
    weight: float
    lower: float
    upper: float
    weight_text: str = ""
    range_text: str = ""
    tip: str = ""
    again: tuple[tuple[float, float], ...] = ()
    others: tuple[Stretch, ...] = ()


@dataclass(frozen=True)
class StabilityBars:
    """All intervals on one scale from 0 to `full`; an interval that goes on beyond it is open at its end."""

    bars: tuple[StabilityBar, ...]
    full: float = 1.0
    selected: str = ""
    summary: str = ""
    #: Lower rows, for a hierarchy that is read as a whole.
    is_dense: bool = False


def height(data: StabilityBars, metrics: Metrics) -> int:
    """Pixels of all rows."""
    return len(data.bars) * _row_height(data, metrics)


def _row_height(data: StabilityBars, metrics: Metrics) -> int:
    return max(metrics.units(2.9), metrics.line("body")) if data.is_dense else metrics.row


def paint(painter: QPainter, rect: QRectF, data: StabilityBars, theme: Theme, metrics: Metrics) -> Drawing:
    """A row for each weight: name, weight, the interval with a tick at the weight, its limits."""
    canvas = Canvas(painter, theme, metrics)
    gap = metrics.space("m")
    names = _widest([bar.label for bar in data.bars], "body", metrics)
    weights = _widest([_weight_text(bar) for bar in data.bars], "strong", metrics)
    ranges = _widest([_range_text(bar, data.full) for bar in data.bars], "body", metrics)
    free = rect.width() - names - weights - ranges - 3 * gap
    names = min(names, names + free - metrics.units(10)) if free < metrics.units(10) else names
    left = rect.left() + names + weights + 2 * gap
    high = _row_height(data, metrics)
    for place, bar in enumerate(data.bars):
        row = QRectF(rect.left(), rect.top() + place * high, rect.width(), high)
        is_selected = bool(data.selected) and bar.key == data.selected
        if is_selected:
            canvas.fill(row.adjusted(-metrics.space("s"), 0, metrics.space("s"), 0), "selection")
        canvas.paragraph(QRectF(row.left(), row.top(), names, row.height()), bar.label, "body", most=1)
        box = QRectF(row.left() + names + gap, row.top(), weights, row.height())
        canvas.text(box, _weight_text(bar), "strong", "text", RIGHT)
        track = QRectF(left, row.top(), max(rect.right() - ranges - gap - left, 1.0), row.height())
        _paint_interval(canvas, track, bar, data, is_selected=is_selected)
        canvas.text(row, _range_text(bar, data.full), "body", "text", RIGHT)
        canvas.hit(bar.key, row, bar.tip)
    return canvas.finish(QRectF(left, rect.top(), rect.right() - ranges - gap - left, rect.height()))


def _paint_interval(
    canvas: Canvas, box: QRectF, bar: StabilityBar, data: StabilityBars, *, is_selected: bool
) -> None:
    metrics, full = canvas.metrics, data.full
    has_words = any(each.others for each in data.bars)
    thick = metrics.line("tick") if has_words else metrics.units(1.1)
    thin, middle = thick if has_words else metrics.units(0.6), round(box.center().y())

    def x(value: float) -> float:
        return box.left() + box.width() * min(max(value / full, 0.0), 1.0)

    track = QRectF(box.left(), middle - thin / 2, box.width(), thin)
    canvas.fill(track, "surface" if is_selected else "grid")
    for other in bar.others:
        left, right = x(other.lower), x(other.upper)
        if other.lower > 0.0:
            canvas.line(QPointF(left, track.top()), QPointF(left, track.bottom()), "axis")
        if metrics.width(other.label, "tick") + metrics.space("xs") <= right - left:
            area = QRectF(left, track.top(), right - left, track.height())
            canvas.text(area, other.label, "tick", "text_muted", CENTRE)
    for lower, upper in ((bar.lower, bar.upper), *bar.again):
        span = QRectF(x(lower), middle - thick / 2, max(x(upper) - x(lower), 1.0), thick)
        canvas.premise_bar(span, bar.role)
    at, reach = x(bar.weight), thick * (0.65 if has_words else 0.85)
    canvas.line(QPointF(at, middle - reach), QPointF(at, middle + reach), "surface", 4)
    canvas.line(QPointF(at, middle - reach), QPointF(at, middle + reach), "text", 2)


def _widest(texts: list[str], kind: str, metrics: Metrics) -> float:
    return max((metrics.width(text, kind) for text in texts), default=0.0) + 1


def _weight_text(bar: StabilityBar) -> str:
    return bar.weight_text or f"{bar.weight * 100:.0f}\N{NO-BREAK SPACE}%"


def _range_text(bar: StabilityBar, full: float) -> str:
    if bar.range_text:
        return bar.range_text
    more = "+" if bar.upper > full + 1e-9 else ""
    upper = min(bar.upper, full)
    return f"{bar.lower * 100:.0f}\N{EN DASH}{upper * 100:.0f}{more}\N{NO-BREAK SPACE}%"
