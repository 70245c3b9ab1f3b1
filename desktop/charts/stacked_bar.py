"""One bar of money, parted by screening state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QPointF, QRectF

from desktop.charts.drawing import Canvas, Drawing
from desktop.look.state_marks import paint_hatch, paint_state

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme


class Part(msgspec.Struct, frozen=True):
    """One state's share: its value, the word for it and short lines below, such as number and money."""

    key: str
    state: str
    value: float
    title: str
    lines: tuple[str, ...] = ()
    tip: str = ""


class StackedBar(msgspec.Struct, frozen=True):
    """The parts from left to right; parts without value are left out, and none leave an empty track.

    `lines` keeps room for as many lines below a part, also before parts are known.
    """

    parts: tuple[Part, ...]
    summary: str = ""
    lines: int = 0


def height(data: StackedBar, metrics: Metrics) -> int:
    """Pixels of the bar and the words below it."""
    lines = max((len(part.lines) for part in data.parts), default=data.lines)
    return _thick(metrics) + metrics.space("s") + metrics.line("strong") + lines * metrics.line("small")


def paint(painter: QPainter, rect: QRectF, data: StackedBar, theme: Theme, metrics: Metrics) -> Drawing:
    """The bar, and under each part its mark, its word and its lines, pushed apart where parts are narrow."""
    canvas = Canvas(painter, theme, metrics)
    parts = [part for part in data.parts if part.value > 0]
    total = sum(part.value for part in parts)
    if not parts:
        canvas.fill(QRectF(rect.left(), rect.top(), rect.width(), _thick(metrics)), "hover")
        return canvas.finish(rect)
    starts, x = [], rect.left()
    thick = _thick(metrics)
    for part in parts:
        wide = rect.width() * part.value / total
        box = QRectF(x, rect.top(), max(wide - metrics.stroke(2), 1.0), thick)
        _paint_part(canvas, box, part)
        starts.append(x)
        x += wide
    widths = [_words_width(part, metrics) for part in parts]
    for part, left, wide in zip(parts, _apart(starts, widths, rect, metrics.space("s")), widths, strict=True):
        area = QRectF(left, rect.top() + thick + metrics.space("s"), wide, rect.height() - thick)
        _paint_words(canvas, area, part)
    for part, left in zip(parts, starts, strict=True):
        wide = rect.width() * part.value / total
        canvas.hit(part.key, QRectF(left, rect.top(), wide, thick), part.tip)
    return canvas.finish(QRectF(rect.left(), rect.top(), rect.width(), thick))


def _thick(metrics: Metrics) -> int:
    return metrics.units(3.25)


def _paint_part(canvas: Canvas, box: QRectF, part: Part) -> None:
    colour = canvas.theme.state(part.state)
    if part.state == "conditional-open":
        paint_hatch(canvas.painter, box, colour, canvas.ink("attention_quiet"), canvas.metrics.units(1))
    else:
        canvas.fill(box, colour)


def _paint_words(canvas: Canvas, area: QRectF, part: Part) -> None:
    metrics = canvas.metrics
    size, high = metrics.units(1.6), metrics.line("strong")
    centre = QPointF(area.left() + size / 2, area.top() + high / 2)
    paint_state(canvas.painter, centre, size, part.state, canvas.theme)
    left = area.left() + size + metrics.space("xs")
    canvas.text(QRectF(left, area.top(), area.right() - left + 1, high), part.title, "strong")
    for place, line in enumerate(part.lines):
        top = area.top() + high + place * metrics.line("small")
        canvas.text(
            QRectF(area.left(), top, area.width(), metrics.line("small")), line, "small", "text_muted"
        )


def _words_width(part: Part, metrics: Metrics) -> float:
    title = metrics.units(1.6) + metrics.space("xs") + metrics.width(part.title, "strong")
    return max([title, *(metrics.width(line, "small") for line in part.lines)]) + 2


def _apart(starts: list[float], widths: list[float], rect: QRectF, gap: float) -> list[float]:
    """Left edges as near as possible to the parts' own, without one text touching the next."""
    lefts: list[float] = []
    for start, _wide in zip(starts, widths, strict=True):
        earliest = lefts[-1] + widths[len(lefts) - 1] + gap if lefts else rect.left()
        lefts.append(max(start, earliest))
    edge = rect.right() + gap
    for place in range(len(lefts) - 1, -1, -1):
        lefts[place] = max(min(lefts[place], edge - gap - widths[place]), rect.left())
        edge = lefts[place]
    return lefts
