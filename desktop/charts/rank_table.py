"""Ranks by many methods side by side: upright heads, a row for each project, measures at the foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from desktop.charts.drawing import Canvas, Drawing
from desktop.look.pencil import CENTRE, RIGHT
from desktop.look.wrapping import elide

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme


@dataclass(frozen=True)
class RankHead:
    """A method at the head of its column; the main one has a ground of its own, a gap may part groups."""

    key: str
    text: str
    tip: str = ""
    is_main: bool = False
    is_apart: bool = False


@dataclass(frozen=True)
class RankLine:
    """The ranks of a project in the order of the heads, and how far they are apart.

    `striking` are the places of ranks that differ much from the main one.
    """

    key: str
    label: str
    name: str
    ranks: tuple[str, ...]
    spread: str = ""
    striking: frozenset[int] = frozenset()
    tip: str = ""


@dataclass(frozen=True)
class FootLine:
    """A measure of each column, empty where there is none."""

    text: str
    values: tuple[str, ...]
    tip: str = ""


@dataclass(frozen=True)
class RankTable:
    """The whole table; `selected` is the key of a row, `column` that of a head."""

    heads: tuple[RankHead, ...]
    rows: tuple[RankLine, ...]
    feet: tuple[FootLine, ...] = ()
    spread_head: str = ""
    selected: str = ""
    column: str = ""
    summary: str = ""
    #: The share of the width that names may take.
    names_share: float = 0.3


@dataclass(frozen=True)
class _Plan:
    """Where names end and each column begins."""

    names: float
    lefts: tuple[float, ...]
    cell: float
    spread: float


def row_height(metrics: Metrics) -> int:
    """Pixels of one row."""
    return max(metrics.units(2.6), metrics.line("small"))


def head_height(data: RankTable, metrics: Metrics) -> int:
    """Pixels of the upright names."""
    widest = max((metrics.width(head.text, "small_strong") for head in data.heads), default=0.0)
    return round(widest) + metrics.space("m")


def foot_height(data: RankTable, metrics: Metrics) -> int:
    """Pixels of the measures."""
    return len(data.feet) * row_height(metrics) + (metrics.space("s") if data.feet else 0)


def rows_height(data: RankTable, metrics: Metrics) -> int:
    """Pixels of all rows."""
    return len(data.rows) * row_height(metrics)


def height(data: RankTable, metrics: Metrics) -> int:
    """Pixels of the whole table."""
    return head_height(data, metrics) + rows_height(data, metrics) + foot_height(data, metrics)


def paint(painter: QPainter, rect: QRectF, data: RankTable, theme: Theme, metrics: Metrics) -> Drawing:
    """Heads, rows and feet, one below the other."""
    head, rows = head_height(data, metrics), rows_height(data, metrics)
    top = QRectF(rect.left(), rect.top(), rect.width(), head)
    middle = QRectF(rect.left(), top.bottom(), rect.width(), rows)
    parts = (
        paint_heads(painter, top, data, theme, metrics),
        paint_rows(painter, middle, data, theme, metrics),
        paint_feet(painter, rect.adjusted(0, head + rows, 0, 0), data, theme, metrics),
    )
    return Drawing(
        tuple(hit for part in parts for hit in part.hits),
        tuple(label for part in parts for label in part.labels),
        middle,
    )


def paint_heads(painter: QPainter, rect: QRectF, data: RankTable, theme: Theme, metrics: Metrics) -> Drawing:
    """The names of the methods, read from below."""
    canvas = Canvas(painter, theme, metrics)
    plan = _plan(rect, data, metrics)
    _paint_grounds(canvas, rect, data, plan)
    for left, head in zip(plan.lefts, data.heads, strict=True):
        box = QRectF(left, rect.top(), plan.cell, rect.height())
        kind = "small_strong" if head.is_main or head.key == data.column else "small"
        _paint_upright(canvas, box, head.text, kind)
        canvas.hit(head.key, box, head.tip)
    line = QRectF(plan.spread, rect.bottom() - metrics.line("small") - 2, rect.right() - plan.spread, 0)
    line.setHeight(metrics.line("small"))
    canvas.text(line, data.spread_head, "small", "text_muted", RIGHT)
    canvas.line(rect.bottomLeft() - QPointF(0, 1), rect.bottomRight() - QPointF(0, 1), "line_strong")
    return canvas.finish(rect)


def paint_rows(painter: QPainter, rect: QRectF, data: RankTable, theme: Theme, metrics: Metrics) -> Drawing:
    """The ranks of each project; only rows inside the painter's clip are drawn."""
    canvas = Canvas(painter, theme, metrics)
    plan, high = _plan(rect, data, metrics), row_height(metrics)
    seen = painter.clipBoundingRect() if painter.hasClipping() else rect
    foot = rect.top() + rows_height(data, metrics)
    _paint_grounds(canvas, QRectF(rect.left(), rect.top(), rect.width(), foot - rect.top()), data, plan)
    for place, row in enumerate(data.rows):
        box = QRectF(rect.left(), rect.top() + place * high, rect.width(), high)
        canvas.hit(row.key, box, row.tip)
        if box.intersects(seen):
            _paint_row(canvas, box, row, data, plan)
    return canvas.finish(rect)


def paint_feet(painter: QPainter, rect: QRectF, data: RankTable, theme: Theme, metrics: Metrics) -> Drawing:
    """How alike each column is to the main one, by each measure."""
    canvas = Canvas(painter, theme, metrics)
    if not data.feet:
        return canvas.finish(rect)
    plan, high = _plan(rect, data, metrics), row_height(metrics)
    top = rect.top() + metrics.space("s")
    canvas.line(QPointF(rect.left(), rect.top() + 1), QPointF(rect.right(), rect.top() + 1), "line_strong")
    _paint_grounds(canvas, QRectF(rect.left(), top, rect.width(), len(data.feet) * high), data, plan)
    for place, foot in enumerate(data.feet):
        box = QRectF(rect.left(), top + place * high, rect.width(), high)
        words = elide(foot.text, plan.names - metrics.space("s"), "small", metrics)
        canvas.text(box, words, "small", "text_muted")
        for left, value in zip(plan.lefts, foot.values, strict=True):
            canvas.text(QRectF(left, box.top(), plan.cell, high), value, "tick", "text", CENTRE)
        canvas.hit("", box, foot.tip)
    return canvas.finish(rect)


def _plan(rect: QRectF, data: RankTable, metrics: Metrics) -> _Plan:
    names = [metrics.width(f"{row.label} {row.name}", "small") for row in data.rows]
    feet = [metrics.width(foot.text, "small") for foot in data.feet]
    widest = max([*names, *feet], default=0.0) + metrics.space("m")
    wide = min(widest, rect.width() * data.names_share)
    texts = [data.spread_head, *(row.spread for row in data.rows)]
    spread = max(metrics.width(text, "small") for text in texts) + metrics.space("s")
    gaps = sum(head.is_apart for head in data.heads)
    gap = metrics.space("s")
    room = rect.width() - wide - spread - gaps * gap
    cell = min(room / max(1, len(data.heads)), metrics.units(6))
    x, lefts = rect.left() + wide, []
    for head in data.heads:
        x += gap if head.is_apart else 0
        lefts.append(x)
        x += cell
    return _Plan(wide, tuple(lefts), cell, min(x + gap, rect.right() - spread))


def _paint_grounds(canvas: Canvas, box: QRectF, data: RankTable, plan: _Plan) -> None:
    """The column of the main method, and the one that is selected."""
    for left, head in zip(plan.lefts, data.heads, strict=True):
        column = QRectF(left, box.top(), plan.cell, box.height())
        if head.key == data.column:
            canvas.fill(column, "selection")
        elif head.is_main:
            canvas.fill(column, "raised")


def _paint_upright(canvas: Canvas, box: QRectF, text: str, kind: str) -> None:
    painter, metrics = canvas.painter, canvas.metrics
    painter.save()
    painter.translate(box.center().x(), box.bottom() - metrics.space("xs"))
    painter.rotate(-90)
    painter.setFont(metrics.font(kind))
    painter.setPen(canvas.ink("text"))
    high = metrics.measure(kind).height()
    painter.drawText(QRectF(0, -high / 2, box.height(), high), text)
    painter.restore()


def _paint_row(canvas: Canvas, box: QRectF, row: RankLine, data: RankTable, plan: _Plan) -> None:
    metrics = canvas.metrics
    is_selected = bool(row.key) and row.key == data.selected
    if is_selected:
        canvas.fill(box, "selection")
        canvas.fill(QRectF(box.left(), box.top(), metrics.stroke(3), box.height()), "accent")
    left = box.left() + (metrics.space("s") if is_selected else 0)
    label = f"{row.label} " if row.label else ""
    room = box.left() + plan.names - metrics.space("s") - left
    name = elide(row.name, room - metrics.width(label, "small_strong"), "small", metrics)
    canvas.runs(QPointF(left, box.center().y()), [(label, "small_strong", "text"), (name, "small", "text")])
    for place, (x, rank) in enumerate(zip(plan.lefts, row.ranks, strict=True)):
        cell = QRectF(x, box.top(), plan.cell, box.height())
        is_striking = place in row.striking
        if is_striking:
            canvas.fill(cell.adjusted(1, 1, -1, -1), "attention_quiet")
        kind = "small_strong" if data.heads[place].is_main or is_striking else "small"
        canvas.text(cell, rank, kind, "attention" if is_striking else "text", CENTRE)
    spread = QRectF(plan.spread, box.top(), box.right() - plan.spread, box.height())
    canvas.text(spread, row.spread, "small", "text_muted", RIGHT)
    below = QPointF(0, 1)
    canvas.line(box.bottomLeft() - below, box.bottomRight() - below, "grid")
