"""Weights as bars under the heads of their premises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from desktop.charts.drawing import Canvas, Drawing
from desktop.look.pencil import RIGHT
from desktop.look.wrapping import elide

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme


@dataclass(frozen=True)
class WeightBar:
    """One weight between 0 and 1; `marker` is a dashed second value, such as the weight after a repair.

    `low` and `high` bound the weight where stakeholders or draws differ.
    """

    key: str
    label: str
    name: str
    value: float
    role: str
    marker: float | None = None
    text: str = ""
    low: float | None = None
    high: float | None = None
    tip: str = ""


@dataclass(frozen=True)
class WeightGroup:
    """The weights of one premise; an empty title shows them without a head."""

    title: str
    role: str
    bars: tuple[WeightBar, ...]
    text: str = ""


@dataclass(frozen=True)
class WeightBars:
    """All groups; `full` is the weight at which a bar fills its track, 0 fits it to the largest."""

    groups: tuple[WeightGroup, ...]
    full: float = 0.0
    selected: str = ""
    summary: str = ""


def height(data: WeightBars, metrics: Metrics) -> int:
    """Pixels of all groups."""
    bars = sum(len(group.bars) for group in data.groups)
    heads = sum(1 for group in data.groups if group.title)
    gaps = max(0, len(data.groups) - 1)
    return bars * _bar_step(metrics) + heads * _head_step(metrics) + gaps * metrics.space("m")


def paint(painter: QPainter, rect: QRectF, data: WeightBars, theme: Theme, metrics: Metrics) -> Drawing:
    """A head for each premise, and under it a line of words over a bar for each criterion."""
    canvas = Canvas(painter, theme, metrics)
    full = data.full or _largest(data)
    y = rect.top()
    for place, group in enumerate(data.groups):
        y += metrics.space("m") if place else 0
        if group.title:
            _paint_head(canvas, QRectF(rect.left(), y, rect.width(), _head_step(metrics)), group)
            y += _head_step(metrics)
        for bar in group.bars:
            box = QRectF(rect.left(), y, rect.width(), _bar_step(metrics))
            _paint_bar(canvas, box, bar, full, is_selected=bool(data.selected) and bar.key == data.selected)
            y += _bar_step(metrics)
    return canvas.finish(rect)


def _largest(data: WeightBars) -> float:
    values = [
        value
        for group in data.groups
        for bar in group.bars
        for value in (bar.value, bar.marker or 0.0, bar.high or 0.0)
    ]
    return max(values, default=0.0) * 1.08 or 1.0


def _bar_step(metrics: Metrics) -> int:
    return metrics.line("small") + metrics.units(2.6)


def _head_step(metrics: Metrics) -> int:
    return metrics.line("strong") + metrics.space("s")


def _paint_head(canvas: Canvas, box: QRectF, group: WeightGroup) -> None:
    metrics = canvas.metrics
    rule = metrics.stroke(3)
    canvas.fill(
        QRectF(box.left(), box.bottom() - rule - metrics.space("xs"), box.width(), rule),
        canvas.theme.premise(group.role),
    )
    line = QRectF(box.left(), box.top(), box.width(), metrics.line("strong"))
    canvas.text(line, group.title, "strong", canvas.theme.premise(group.role, "deep"))
    canvas.text(line, group.text, "strong", "text_muted", RIGHT)


def _paint_bar(canvas: Canvas, box: QRectF, bar: WeightBar, full: float, *, is_selected: bool) -> None:
    metrics, theme = canvas.metrics, canvas.theme
    canvas.hit(bar.key, box, bar.tip)
    words = QRectF(box.left(), box.top(), box.width(), metrics.line("small"))
    thick = metrics.units(1.4)
    track = QRectF(box.left(), words.bottom() + metrics.units(0.15), box.width(), thick)
    if is_selected:
        canvas.fill(
            box.adjusted(-metrics.space("xs"), -1, metrics.space("xs"), -metrics.units(0.6)), "selection"
        )
    value = bar.text or f"{bar.value * 100:.1f}\N{NO-BREAK SPACE}%"
    room = words.width() - metrics.width(value, "strong") - metrics.space("s")
    label = metrics.width(bar.label + "\N{NO-BREAK SPACE}", "small_strong")
    name = elide(bar.name, room - label, "small", metrics)
    at = QPointF(words.left(), words.center().y())
    canvas.runs(
        at,
        [
            (bar.label + "\N{NO-BREAK SPACE}", "small_strong", theme.premise(bar.role, "deep")),
            (name, "small", "text"),
        ],
    )
    canvas.text(words, value, "strong", "text", RIGHT)
    canvas.fill(track, "surface" if is_selected else "window")
    wide = track.width() * min(bar.value / full, 1.0)
    filled = QRectF(track.left(), track.top(), max(wide, 1.0), thick)
    canvas.premise_bar(filled, bar.role)
    if is_selected:
        canvas.frame(filled, theme.premise(bar.role, "deep"))
    _paint_range(canvas, track, bar, full)
    if bar.marker is not None:
        _paint_marker(canvas, track, bar.marker / full)


def _paint_range(canvas: Canvas, track: QRectF, bar: WeightBar, full: float) -> None:
    if bar.low is None or bar.high is None:
        return
    y = track.center().y()
    left = QPointF(track.left() + track.width() * min(bar.low / full, 1.0), y)
    right = QPointF(track.left() + track.width() * min(bar.high / full, 1.0), y)
    canvas.line(left, right, "text", 1.5)
    reach = QPointF(0, track.height() * 0.3)
    for end in (left, right):
        canvas.line(end - reach, end + reach, "text", 1.5)


def _paint_marker(canvas: Canvas, track: QRectF, share: float) -> None:
    """The dashed upright where the bar would end instead."""
    x = track.left() + track.width() * min(max(share, 0.0), 1.0)
    over = canvas.metrics.units(0.2)
    canvas.line(QPointF(x, track.top() - over), QPointF(x, track.bottom() + over), "attention", 2, (1.6, 1.1))
