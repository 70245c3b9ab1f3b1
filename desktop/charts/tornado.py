"""Tornado: one bar for each input, from the outcome at its low end to the outcome at its high end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from desktop.charts.axes import Scale, padded, round_ticks, write_ticks
from desktop.charts.drawing import Canvas, Drawing, headed
from desktop.look.pencil import CENTRE, LEFT, RIGHT
from desktop.look.state_marks import paint_hatch
from desktop.look.wrapping import elide

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme

_NAMES = 0.36
"""The share of the width that names take, at most."""


@dataclass(frozen=True)
class TornadoBar:
    """An input: the outcomes at its ends, how the ends are written, and the ranks there."""

    key: str
    label: str
    name: str
    role: str
    low: float
    high: float
    low_text: str
    high_text: str
    rank_text: str = ""
    tip: str = ""


@dataclass(frozen=True)
class TornadoBars:
    """Inputs around the present outcome, the largest swing first; `ends` name the two halves of a bar."""

    bars: tuple[TornadoBar, ...]
    outcome: float
    outcome_text: str
    title: str
    rank_head: str = ""
    ends: tuple[str, str] = ("", "")
    selected: str = ""
    summary: str = ""


@dataclass(frozen=True)
class _Plan:
    """Where names end, bars lie and ranks begin."""

    bars: QRectF
    ranks: float
    scale: Scale


def row_height(metrics: Metrics) -> int:
    """Pixels of one bar."""
    return max(metrics.units(3.25), metrics.line("small") + metrics.space("xs"))


def head_height(_data: TornadoBars, metrics: Metrics) -> int:
    """Pixels of the legend and the axis."""
    return 2 * metrics.line("small") + metrics.line("tick") + metrics.space("s")


def rows_height(data: TornadoBars, metrics: Metrics) -> int:
    """Pixels of all bars."""
    return len(data.bars) * row_height(metrics)


def height(data: TornadoBars, metrics: Metrics) -> int:
    """Pixels of the whole picture."""
    return head_height(data, metrics) + rows_height(data, metrics)


def paint_heads(
    painter: QPainter, rect: QRectF, data: TornadoBars, theme: Theme, metrics: Metrics
) -> Drawing:
    """What is measured, which half of a bar is which, and the axis with the outcome as things are."""
    canvas = Canvas(painter, theme, metrics)
    plan = _plan(rect, data, metrics)
    line = QRectF(rect.left(), rect.top(), rect.width(), metrics.line("small"))
    _paint_ends(canvas, line, data)
    second = line.translated(0, line.height())
    canvas.text(second, data.title, "small", "text_muted")
    canvas.text(second, data.rank_head, "small", "text_muted", RIGHT)
    ticks = round_ticks(plan.scale.lowest, plan.scale.highest, 5)
    tall = metrics.line("tick")
    here = _label_box(plan.scale(data.outcome), data.outcome_text, "small_strong", second, plan, metrics)
    words = metrics.width(data.title, "small") + metrics.space("s")
    if here.left() > rect.left() + words:
        canvas.text(here, data.outcome_text, "small_strong", "accent", CENTRE)
    for tick, text in zip(ticks, write_ticks(ticks), strict=True):
        box = QRectF(plan.scale(tick) - 60, rect.bottom() - tall - 1, 120, tall)
        canvas.text(box, text, "tick", "text_muted", CENTRE)
    return canvas.finish(plan.bars)


def paint_rows(painter: QPainter, rect: QRectF, data: TornadoBars, theme: Theme, metrics: Metrics) -> Drawing:
    """Name, bar and ranks of each input; the line of the present outcome runs through all bars."""
    canvas = Canvas(painter, theme, metrics)
    plan = _plan(rect, data, metrics)
    high = row_height(metrics)
    seen = painter.clipBoundingRect() if painter.hasClipping() else rect
    foot = rect.top() + rows_height(data, metrics)
    for place, bar in enumerate(data.bars):
        box = QRectF(rect.left(), rect.top() + place * high, rect.width(), high)
        canvas.hit(bar.key, box, bar.tip)
        if box.intersects(seen):
            _paint_row(canvas, box, bar, plan, data)
    x = plan.scale(data.outcome)
    canvas.line(QPointF(x, rect.top()), QPointF(x, foot), "accent", 2)
    return canvas.finish(QRectF(plan.bars.left(), rect.top(), plan.bars.width(), foot - rect.top()))


#: Heads and rows, for files and documents.
paint = headed(paint_heads, paint_rows, head_height)


def _plan(rect: QRectF, data: TornadoBars, metrics: Metrics) -> _Plan:
    gap = metrics.space("m")
    names = max((metrics.width(_words(bar), "small") for bar in data.bars), default=0.0)
    names = min(names + 2, rect.width() * _NAMES)
    texts = [data.rank_head, *(bar.rank_text for bar in data.bars)]
    ranks = max(metrics.width(text, "small") for text in texts) + 2
    side = max(
        (
            metrics.width(text, "tick") + metrics.space("s")
            for bar in data.bars
            for text in (bar.low_text, bar.high_text)
        ),
        default=0.0,
    )
    left, right = rect.left() + names + gap, rect.right() - ranks - gap
    bars = QRectF(left, rect.top(), max(right - left, 1.0), rect.height())
    ends = [value for bar in data.bars for value in (bar.low, bar.high)]
    lowest, highest = padded(min([*ends, data.outcome]), max([*ends, data.outcome]), 0.02)
    side = min(side, bars.width() / 3)
    return _Plan(bars, right + gap, Scale(lowest, highest, bars.left() + side, bars.right() - side))


def _words(bar: TornadoBar) -> str:
    return f"{bar.label} {bar.name}".strip()


def _label_box(x: float, text: str, kind: str, line: QRectF, plan: _Plan, metrics: Metrics) -> QRectF:
    """A box around x that stays over the bars."""
    wide = metrics.width(text, kind) + 2
    left = min(max(x - wide / 2, plan.bars.left()), plan.bars.right() - wide)
    return QRectF(left, line.top(), wide, line.height())


def _paint_ends(canvas: Canvas, line: QRectF, data: TornadoBars) -> None:
    metrics = canvas.metrics
    x, edge = line.left(), metrics.units(1.1)
    for text, is_low in zip(data.ends, (True, False), strict=True):
        box = QRectF(x, line.center().y() - edge / 2, 1.6 * edge, edge)
        _paint_half(canvas, box, "", is_low=is_low)
        x = box.right() + metrics.space("xs")
        canvas.text(QRectF(x, line.top(), metrics.width(text, "small") + 1, line.height()), text, "small")
        x += metrics.width(text, "small") + metrics.space("l")


def _paint_row(canvas: Canvas, box: QRectF, bar: TornadoBar, plan: _Plan, data: TornadoBars) -> None:
    metrics = canvas.metrics
    if bar.key == data.selected:
        canvas.fill(box, "selection")
    room = plan.bars.left() - metrics.space("s") - box.left()
    label = f"{bar.label} " if bar.name else bar.label
    ink = canvas.theme.premise(bar.role, "deep")
    middle = QPointF(box.left(), box.center().y())
    name = elide(bar.name, room - metrics.width(label, "small_strong"), "small", metrics)
    canvas.runs(middle, [(label, "small_strong", ink), (name, "small", "text")])
    here, low, high = (plan.scale(value) for value in (data.outcome, bar.low, bar.high))
    thick = metrics.units(1.5)
    top = round(box.center().y() - thick / 2)
    for x, is_low in ((low, True), (high, False)):
        half = QRectF(min(x, here), top, max(abs(x - here), 1.0), thick)
        _paint_half(canvas, half, bar.role, is_low=is_low)
    _paint_texts(canvas, box, bar, (low, high, here))
    ranks = QRectF(plan.ranks, box.top(), box.right() - plan.ranks, box.height())
    canvas.text(ranks, bar.rank_text, "small", "text", RIGHT)


def _paint_half(canvas: Canvas, box: QRectF, role: str, *, is_low: bool) -> None:
    """The low half is hatched, the high half full: both keep their premise's colour."""
    theme = canvas.theme
    colour = theme.premise(role)
    if is_low:
        paint_hatch(canvas.painter, box, colour, theme.colour("surface"), canvas.metrics.units(0.6))
        canvas.frame(box, colour)
    else:
        canvas.premise_bar(box, role)


def _paint_texts(canvas: Canvas, box: QRectF, bar: TornadoBar, ends: tuple[float, float, float]) -> None:
    """The ends as figures, each beside its half; where both halves lie on one side only the outer one."""
    metrics, gap = canvas.metrics, canvas.metrics.space("xs")
    low, high, here = ends
    sides = sorted(((low, bar.low_text), (high, bar.high_text)))
    (left, left_text), (right, right_text) = sides
    wide = max(metrics.width(left_text, "tick"), metrics.width(right_text, "tick")) + 1
    if left <= here:
        place = QRectF(left - gap - wide, box.top(), wide, box.height())
        canvas.text(place, left_text, "tick", "text_muted", RIGHT)
    if right >= here:
        place = QRectF(right + gap, box.top(), wide, box.height())
        canvas.text(place, right_text, "tick", "text_muted", LEFT)
