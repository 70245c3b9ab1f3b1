"""Every project's score while one weight runs from 0 to 1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop.charts.axes import Scale, padded, round_ticks, write_ticks
from desktop.charts.drawing import Canvas, Drawing
from desktop.charts.labels import spread
from desktop.look.pencil import CENTRE, LEFT, RIGHT

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme

DASHES: Final = ((), (5.0, 2.5), (1.2, 2.2), (6.0, 2.0, 1.2, 2.0), (9.0, 3.0))
"""The dashes, in line widths, that tell up to five named lines apart."""


@dataclass(frozen=True, eq=False)
class Line:
    """One project's score at every x; NaN-free and as long as the xs."""

    key: str
    label: str
    ys: NDArray[np.float64]
    tip: str = ""


@dataclass(frozen=True)
class Crossing:
    """Where two lines change places."""

    x: float
    y: float
    tip: str = ""


@dataclass(frozen=True, eq=False)
class SensitivityLines:
    """Lines over the weight `xs` (0 to 1); up to five keys are `named`, one may be `selected`.

    `stable` is the interval of the weight in which the winner stays; `limit` ends the axis; `y_range`
    fixes the scores shown, otherwise they are fitted to all lines up to the limit.
    """

    xs: NDArray[np.float64]
    lines: tuple[Line, ...]
    current: float
    named: tuple[str, ...] = ()
    selected: str = ""
    crossings: tuple[Crossing, ...] = ()
    stable: tuple[float, float] | None = None
    stable_caption: str = ""
    x_title: str = ""
    y_title: str = ""
    limit: float = 1.0
    y_range: tuple[float, float] | None = None
    summary: str = ""


@dataclass(frozen=True)
class Frame:
    """The plot's place and its two scales, shared by the still picture and the handle over it."""

    plot: QRectF
    x: Scale
    y: Scale


def lay_out(rect: QRectF, data: SensitivityLines, metrics: Metrics) -> Frame:
    """The plot inside `rect`, with room for ticks, the flag above and labels at the right."""
    low, high = data.y_range or _fitted(data)
    ticks = write_ticks(round_ticks(low, high, 6))
    left = max((metrics.width(text, "tick") for text in ticks), default=0) + metrics.space("s")
    labels = (metrics.width(line.label, "small_strong") for line in data.lines if _is_named(line, data))
    right = max(labels, default=0) + metrics.units(1.8)
    top = metrics.units(3) + (metrics.line("small") if data.y_title else 0)
    bottom = metrics.line("tick") + metrics.space("s") + (metrics.line("small") if data.x_title else 0)
    plot = rect.adjusted(left, top, -right, -bottom)
    return Frame(
        plot, Scale(0.0, data.limit, plot.left(), plot.right()), Scale(low, high, plot.bottom(), plot.top())
    )


def paint(painter: QPainter, rect: QRectF, data: SensitivityLines, theme: Theme, metrics: Metrics) -> Drawing:
    """The whole chart with the current weight, as files and documents show it."""
    drawing = paint_still(painter, rect, data, theme, metrics)
    paint_weight(painter, lay_out(rect, data, metrics), data.current, theme, metrics)
    return drawing


def paint_still(
    painter: QPainter, rect: QRectF, data: SensitivityLines, theme: Theme, metrics: Metrics
) -> Drawing:
    """Everything but the current weight: it stays while the weight is dragged."""
    canvas = Canvas(painter, theme, metrics)
    frame = lay_out(rect, data, metrics)
    _paint_stable(canvas, frame, data)
    _paint_axes(canvas, rect, frame, data)
    painter.save()
    painter.setClipRect(frame.plot.adjusted(-1, -1, 1, 1), Qt.ClipOperation.IntersectClip)
    for line in _in_order(data):
        _paint_line(canvas, frame, line, data)
    _paint_crossings(canvas, frame, data)
    painter.restore()
    _paint_labels(canvas, frame, data)
    return canvas.finish(frame.plot)


def paint_weight(painter: QPainter, frame: Frame, weight: float, theme: Theme, metrics: Metrics) -> None:
    """The upright line at a weight, with its value in a flag above and a grip to drag it."""
    canvas = Canvas(painter, theme, metrics)
    x, plot = frame.x.clip(frame.x(weight)), frame.plot
    flag_height = metrics.line("small") + 2
    canvas.line(QPointF(x, plot.top() - 2), QPointF(x, plot.bottom()), "accent", 2)
    text = f"{weight * 100:.0f}\N{NO-BREAK SPACE}%"
    wide = max(metrics.width(text, "small_strong") + 2 * metrics.space("s"), metrics.units(5))
    flag = QRectF(x - wide / 2, plot.top() - flag_height - 2, wide, flag_height)
    canvas.fill(flag, "accent", 2)
    canvas.text(flag, text, "small_strong", "accent_text", CENTRE)
    _paint_grip(canvas, grip_box(frame, weight, metrics))


def grip_box(frame: Frame, weight: float, metrics: Metrics) -> QRectF:
    """The place of the grip that shows the line can be dragged."""
    x = frame.x.clip(frame.x(weight))
    wide, high = metrics.units(1.4), metrics.units(3.2)
    return QRectF(x - wide / 2, frame.plot.bottom() - high - metrics.units(1), wide, high)


def _paint_grip(canvas: Canvas, box: QRectF) -> None:
    painter = canvas.painter
    painter.setBrush(canvas.ink("surface"))
    painter.setPen(QPen(canvas.ink("accent"), canvas.metrics.stroke(1.5)))
    painter.drawRoundedRect(box, box.width() / 3, box.width() / 3)
    reach = box.height() * 0.2
    for off in (-0.16, 0.16):
        x = box.center().x() + off * box.width()
        painter.drawLine(QPointF(x, box.center().y() - reach), QPointF(x, box.center().y() + reach))


def _fitted(data: SensitivityLines) -> tuple[float, float]:
    inside = data.xs <= data.limit + 1e-9
    if not data.lines or not inside.any():
        return 0.0, 1.0
    lows = [float(line.ys[inside].min()) for line in data.lines]
    highs = [float(line.ys[inside].max()) for line in data.lines]
    return padded(min(lows), max(highs), 0.04)


def _is_named(line: Line, data: SensitivityLines) -> bool:
    return line.key in data.named or line.key == data.selected


def _in_order(data: SensitivityLines) -> list[Line]:
    """The quiet lines first, the named ones over them, the selected one on top."""
    return sorted(data.lines, key=lambda line: (line.key == data.selected, line.key in data.named))


def _paint_stable(canvas: Canvas, frame: Frame, data: SensitivityLines) -> None:
    """The quiet band in which the winner stays, its limits printed beside its upper corners."""
    if data.stable is None:
        return
    low, high = (frame.x.clip(frame.x(value)) for value in data.stable)
    plot = frame.plot
    canvas.fill(QRectF(low, plot.top(), high - low, plot.height()), "info_quiet")
    for x in (low, high):
        canvas.line(QPointF(x, plot.top()), QPointF(x, plot.bottom()), "line_strong", 1, (2, 2))
    _paint_limits(canvas, frame, data.stable, data.stable_caption)


def _paint_limits(canvas: Canvas, frame: Frame, stable: tuple[float, float], caption: str) -> None:
    """The limits outside the band, where the weight's own line does not run through them."""
    plot, metrics = frame.plot, canvas.metrics
    air, high = metrics.space("xs"), metrics.line("tick")
    low_text, high_text = (f"{value * 100:.0f}\N{NO-BREAK SPACE}%" for value in stable)
    left, right = (frame.x.clip(frame.x(value)) for value in stable)
    if metrics.width(low_text, "tick") + air < left - plot.left():
        canvas.text(
            QRectF(plot.left(), plot.top(), left - plot.left() - air, high),
            low_text,
            "tick",
            "text_muted",
            RIGHT,
        )
    free = plot.right() - right - air
    for text in (f"{high_text}, {caption}" if caption else high_text, high_text):
        if metrics.width(text, "tick") < free:
            canvas.text(QRectF(right + air, plot.top(), free, high), text, "tick", "text_muted")
            break


def _paint_axes(canvas: Canvas, rect: QRectF, frame: Frame, data: SensitivityLines) -> None:
    plot, metrics = frame.plot, canvas.metrics
    ticks = round_ticks(frame.y.lowest, frame.y.highest, max(2, int(plot.height() / metrics.units(6))))
    for value, text in zip(ticks, write_ticks(ticks), strict=True):
        y = frame.y(value)
        canvas.line(QPointF(plot.left(), y), QPointF(plot.right(), y), "grid")
        box = QRectF(rect.left(), y - 8, plot.left() - rect.left() - metrics.space("xs"), 16)
        canvas.text(box, text, "tick", "text_muted", RIGHT)
    ticks = round_ticks(0, data.limit, max(2, int(plot.width() / metrics.units(8))))
    foot = plot.bottom() + metrics.space("xs")
    for value, text in zip(ticks, write_ticks(ticks, is_percent=True), strict=True):
        box = QRectF(frame.x(value) - 40, foot, 80, metrics.line("tick"))
        canvas.text(box, text, "tick", "text_muted", CENTRE)
    canvas.line(plot.bottomLeft(), plot.bottomRight(), "axis")
    head = QRectF(rect.left(), rect.top(), rect.width(), metrics.line("small"))
    canvas.text(head, data.y_title, "small", "text_muted", LEFT) if data.y_title else None
    if data.x_title:
        box = QRectF(plot.left(), rect.bottom() - metrics.line("small"), plot.width(), metrics.line("small"))
        canvas.text(box, data.x_title, "small", "text_muted", CENTRE)


def _paint_line(canvas: Canvas, frame: Frame, line: Line, data: SensitivityLines) -> None:
    # Where separators are as bright as text, the lines in the background take the colour of the grid.
    quiet = "grid" if canvas.theme.name == "contrast" else "line"
    pen = QPen(canvas.ink(quiet), canvas.metrics.stroke(1))
    if line.key == data.selected:
        pen = QPen(canvas.ink("accent"), canvas.metrics.stroke(3))
    elif line.key in data.named:
        pen = QPen(canvas.ink("axis"), canvas.metrics.stroke(1.7))
        dash = DASHES[data.named.index(line.key) % len(DASHES)]
        if dash:
            pen.setDashPattern(list(dash))
    # Hundreds of quiet hairlines go without antialiasing and every second point: so 200 projects stay quick.
    is_quiet = line.key != data.selected and line.key not in data.named
    is_smooth = not is_quiet or len(data.lines) <= 60
    canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing, is_smooth)
    canvas.painter.setPen(pen)
    canvas.painter.drawPolyline(_points(frame, line, data, 1 if is_smooth else 2))
    canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _points(frame: Frame, line: Line, data: SensitivityLines, stride: int) -> QPolygonF:
    """The line's pixels up to the limit, every `stride`-th point and always the last."""
    inside = np.flatnonzero(data.xs <= data.limit + 1e-9)
    inside = np.unique(np.append(inside[::stride], inside[-1:]))
    x, y = frame.x, frame.y
    across = x(0.0) + data.xs[inside] * (x(1.0) - x(0.0))
    down = y(0.0) + line.ys[inside] * (y(1.0) - y(0.0))
    return QPolygonF([QPointF(a, b) for a, b in zip(across.tolist(), down.tolist(), strict=True)])


def _paint_crossings(canvas: Canvas, frame: Frame, data: SensitivityLines) -> None:
    radius = canvas.metrics.units(0.5)
    canvas.painter.setBrush(canvas.ink("surface"))
    canvas.painter.setPen(QPen(canvas.ink("text"), canvas.metrics.stroke(1.5)))
    for crossing in data.crossings:
        centre = QPointF(frame.x(crossing.x), frame.y(crossing.y))
        if frame.plot.contains(centre):
            canvas.painter.drawEllipse(centre, radius, radius)
            reach = radius * 2
            canvas.hit("", QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach), crossing.tip)


def _paint_labels(canvas: Canvas, frame: Frame, data: SensitivityLines) -> None:
    """Names at the right end of the named lines, pushed apart, with a leader where they had to move."""
    metrics, plot = canvas.metrics, frame.plot
    last = int(np.searchsorted(data.xs, data.limit + 1e-9)) - 1
    lines = [line for line in data.lines if _is_named(line, data)]
    ends = [frame.y.clip(frame.y(float(line.ys[last]))) for line in lines]
    gap = metrics.measure("small_strong").height()
    centres = spread(ends, gap, plot.top() + gap / 2, plot.bottom() - gap / 2)
    left = plot.right() + metrics.units(1.5)
    for line, end, centre in zip(lines, ends, centres, strict=True):
        if abs(end - centre) > 2:
            canvas.line(QPointF(plot.right() + 2, end), QPointF(left - 2, centre), "axis")
        box = QRectF(left, centre - gap / 2, metrics.width(line.label, "small_strong") + 2, gap)
        canvas.text(box, line.label, "small_strong", "accent" if line.key == data.selected else "text")
        canvas.hit(line.key, box.adjusted(-metrics.units(1.5), 0, metrics.units(1), 0), line.tip)
