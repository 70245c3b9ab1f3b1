"""A value with its low and high beside the cut-off that decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.charts.axes import Scale, round_ticks, write_ticks
from desktop.charts.drawing import Canvas, Drawing
from desktop.look.pencil import CENTRE

if TYPE_CHECKING:
    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme


@dataclass(frozen=True)
class IntervalStrip:
    """A value, its interval, and a threshold on a scale from `lowest` to `highest`.

    `bad_side` ("below" or "above") is where the rule bites. Texts are made from the numbers where empty.
    """

    lowest: float
    highest: float
    threshold: float
    value: float | None
    low: float | None = None
    high: float | None = None
    bad_side: str = "below"
    value_text: str = ""
    threshold_text: str = ""
    role: str = ""
    summary: str = ""


def height(_data: IntervalStrip, metrics: Metrics) -> int:
    """Pixels of the value's text, the strip and the ticks."""
    return 2 * metrics.line("small") + metrics.units(3)


def paint(painter: QPainter, rect: QRectF, data: IntervalStrip, theme: Theme, metrics: Metrics) -> Drawing:
    """The side where the rule bites, the cut-off, the interval with its value, three ticks."""
    canvas = Canvas(painter, theme, metrics)
    values = [
        v
        for v in (data.lowest, data.highest, data.threshold, data.value, data.low, data.high)
        if v is not None
    ]
    inset = metrics.units(2)
    x = Scale(min(values), max(values), rect.left() + inset, rect.right() - inset)
    top = rect.top() + metrics.line("small")
    strip = QRectF(rect.left(), top, rect.width(), metrics.units(3))
    _paint_scale(canvas, strip, x, data)
    if data.value is not None:
        _paint_value(canvas, strip, x, data)
    _paint_ticks(canvas, QRectF(rect.left(), strip.bottom(), rect.width(), metrics.line("small")), x, data)
    return canvas.finish(strip)


def _paint_scale(canvas: Canvas, strip: QRectF, x: Scale, data: IntervalStrip) -> None:
    at, middle = x(data.threshold), strip.center().y()
    tall = strip.height() * 0.62
    left, right = (strip.left(), at) if data.bad_side == "below" else (at, strip.right())
    canvas.fill(QRectF(left, middle - tall / 2, right - left, tall), "danger_quiet")
    canvas.line(QPointF(strip.left(), middle), QPointF(strip.right(), middle), "axis")
    canvas.line(QPointF(at, strip.top() + 1), QPointF(at, strip.bottom() - 1), "danger", 2)


def _paint_value(canvas: Canvas, strip: QRectF, x: Scale, data: IntervalStrip) -> None:
    metrics, middle = canvas.metrics, strip.center().y()
    at = x(data.value or 0.0)
    if data.low is not None and data.high is not None:
        thick = metrics.units(0.7)
        box = QRectF(x(data.low), middle - thick / 2, x(data.high) - x(data.low), thick)
        canvas.fill(box, canvas.theme.premise(data.role, "tint"))
        canvas.frame(box, canvas.theme.premise(data.role, "deep"))
    radius = metrics.units(0.65)
    canvas.painter.setPen(QPen(canvas.ink("surface"), metrics.stroke(1.5)))
    canvas.painter.setBrush(canvas.theme.premise(data.role, "deep"))
    canvas.painter.drawEllipse(QPointF(at, middle), radius, radius)
    canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
    text = data.value_text or write_ticks((data.value or 0.0, 0.0))[0]
    wide = metrics.width(text, "small")
    left = min(max(at - wide / 2, strip.left()), strip.right() - wide)
    canvas.text(
        QRectF(left, strip.top() - metrics.line("small"), wide + 1, metrics.line("small")), text, "small"
    )


def _paint_ticks(canvas: Canvas, box: QRectF, x: Scale, data: IntervalStrip) -> None:
    """The cut-off, and the ends of the scale where they do not touch it."""
    ends = (x.lowest, x.highest)
    ticks = (x.lowest, data.threshold, x.highest)
    texts = _written(ticks, data)
    middle = _tick_box(canvas, box, x(data.threshold), texts[1])
    canvas.text(middle, texts[1], "tick", "text", CENTRE)
    for end, text in zip(ends, (texts[0], texts[2]), strict=True):
        place = _tick_box(canvas, box, x(end), text)
        if not place.adjusted(-4, 0, 4, 0).intersects(middle):
            canvas.text(place, text, "tick", "text_muted", CENTRE)


def _written(ticks: tuple[float, float, float], data: IntervalStrip) -> tuple[str, ...]:
    steps = round_ticks(ticks[0], ticks[2], 4)
    places = len(write_ticks(steps)[0].partition(".")[2])
    for given in (data.threshold, data.value or 0.0):
        places = max(places, min(2, len(f"{given:.4f}".rstrip("0").partition(".")[2])))
    low, middle, high = (f"{tick:,.{places}f}" for tick in ticks)
    return low, data.threshold_text or middle, high


def _tick_box(canvas: Canvas, box: QRectF, at: float, text: str) -> QRectF:
    wide = canvas.metrics.width(text, "tick") + 2
    left = min(max(at - wide / 2, box.left()), box.right() - wide)
    return QRectF(left, box.top(), wide, canvas.metrics.line("tick"))
