"""The weight that each person gives to each criterion, beside the weight of all together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from desktop.charts.axes import round_ticks, write_ticks
from desktop.charts.dot_legend import legend_height, paint_legend, person_ink, selected_person
from desktop.charts.dot_rows import (
    Columns,
    DotGroup,
    DotHeads,
    DotLine,
    DotPlot,
    Mark,
    Person,
    dodge,
    head_step,
    label_edge,
    lay_out_columns,
    mark_size,
    name_lines,
    rows_height,
    stretched_step,
)
from desktop.charts.drawing import Canvas, Drawing
from desktop.charts.person_marks import DOT, paint_person
from desktop.look.pencil import CENTRE, RIGHT
from desktop.look.wrapping import elide

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme

__all__ = [
    "DotGroup",
    "DotHeads",
    "DotLine",
    "DotPlot",
    "Mark",
    "Person",
    "head_height",
    "height",
    "paint",
    "paint_heads",
    "paint_rows",
    "rows_height",
]


def height(data: DotPlot, metrics: Metrics, width: float) -> int:
    """Pixels of legend, axis and all rows at a width."""
    return head_height(data, metrics, width) + rows_height(data, metrics)


def head_height(data: DotPlot, metrics: Metrics, width: float) -> int:
    """Pixels of the legend and the axis at a width."""
    axis = metrics.space("s") + metrics.line("tick") + metrics.space("xs")
    return legend_height(data, metrics, width) + axis


def paint(painter: QPainter, rect: QRectF, data: DotPlot, theme: Theme, metrics: Metrics) -> Drawing:
    """Legend and axis over the rows."""
    high = head_height(data, metrics, rect.width())
    heads = QRectF(rect.left(), rect.top(), rect.width(), high)
    above = paint_heads(painter, heads, data, theme, metrics)
    below = paint_rows(painter, rect.adjusted(0, high, 0, 0), data, theme, metrics)
    return Drawing(above.hits + below.hits, above.labels + below.labels, below.plot)


def paint_heads(painter: QPainter, rect: QRectF, data: DotPlot, theme: Theme, metrics: Metrics) -> Drawing:
    """The legend and the axis alone, for rows that scroll under them."""
    canvas = Canvas(painter, theme, metrics)
    columns = lay_out_columns(rect, data, metrics)
    paint_legend(canvas, rect, data)
    foot = QRectF(rect.left(), rect.bottom() - metrics.line("tick"), rect.width(), metrics.line("tick"))
    foot.translate(0, -metrics.space("xs"))
    ticks = _ticks(columns, data, metrics)
    for value, text in zip(ticks, write_ticks(ticks, is_percent=True), strict=True):
        half = metrics.width(text, "tick") / 2
        box = QRectF(columns.plot(value) - half, foot.top(), 2 * half, foot.height())
        canvas.text(box, text, "tick", "text_muted", CENTRE)
    _paint_column_heads(canvas, foot, columns, data)
    return canvas.finish()


def _paint_column_heads(canvas: Canvas, foot: QRectF, columns: Columns, data: DotPlot) -> None:
    left, right = columns.value
    canvas.text(
        QRectF(left, foot.top(), right - left, foot.height()), data.heads.value, "tick", "text", RIGHT
    )
    left, right = columns.spread
    chosen = selected_person(data)
    if chosen is None:
        box = QRectF(left, foot.top(), right - left, foot.height())
        canvas.text(box, data.heads.spread, "tick", "text_muted", RIGHT)
        if data.heads.spread_tip:
            canvas.hit("", box, data.heads.spread_tip)
        return
    size = canvas.metrics.units(1.3)
    shape = "disc" if chosen.shape == DOT else chosen.shape
    at = QPointF(right - size, foot.center().y())
    paint_person(canvas.painter, at, size, shape, canvas.ink("accent"), canvas.ink("surface"))


def paint_rows(painter: QPainter, rect: QRectF, data: DotPlot, theme: Theme, metrics: Metrics) -> Drawing:
    """The rows alone: names, grid, ranges, marks and figures."""
    canvas = Canvas(painter, theme, metrics)
    columns = lay_out_columns(rect, data, metrics)
    step, y = stretched_step(rect, data, metrics), rect.top()
    for place, group in enumerate(data.groups):
        y += metrics.space("m") if place else 0
        high = head_step(metrics) + len(group.lines) * step
        canvas.premise_bar(QRectF(rect.left(), y, metrics.stroke(3), high), group.role)
        box = QRectF(columns.names[0], y, rect.right() - columns.names[0], high)
        _paint_group(canvas, box, group, data, columns)
        y += high
    plot = QRectF(columns.plot.start, rect.top(), columns.plot.end - columns.plot.start, y - rect.top())
    return canvas.finish(plot)


def _paint_group(canvas: Canvas, box: QRectF, group: DotGroup, data: DotPlot, columns: Columns) -> None:
    """The name of a premise, and under it the grid and its lines."""
    metrics = canvas.metrics
    top = box.top() + head_step(metrics)
    _paint_group_head(canvas, QRectF(box.left(), box.top(), box.width(), head_step(metrics)), group)
    for value in _ticks(columns, data, metrics) if group.lines else ():
        x = columns.plot(value)
        canvas.line(QPointF(x, top), QPointF(x, box.bottom()), "axis" if value == 0 else "grid")
    step = (box.height() - head_step(metrics)) / max(1, len(group.lines))
    for place, line in enumerate(group.lines):
        row = QRectF(box.left(), top + place * step, box.width(), step)
        _paint_line(canvas, row, line, group.role, data, columns)


def _ticks(columns: Columns, data: DotPlot, metrics: Metrics) -> tuple[float, ...]:
    room = columns.plot.end - columns.plot.start
    return round_ticks(0.0, data.largest, max(1, int(room / metrics.units(5.5))))


def _paint_group_head(canvas: Canvas, box: QRectF, group: DotGroup) -> None:
    metrics = canvas.metrics
    gap = metrics.space("s")
    room = box.width() - metrics.width(group.text, "body") - gap
    title = elide(group.title, room, "strong", metrics)
    wide = metrics.width(title, "strong")
    line = QRectF(box.left(), box.top(), box.width(), metrics.line("strong"))
    canvas.text(line, title, "strong", canvas.theme.premise(group.role, "deep"))
    canvas.text(line.adjusted(wide + gap, 0, 0, 0), group.text, "body", "text_muted")


def _paint_line(
    canvas: Canvas, row: QRectF, line: DotLine, role: str, data: DotPlot, columns: Columns
) -> None:
    canvas.hit("", row, line.tip)
    _paint_name(canvas, row, line, columns)
    middle, plot = round(row.center().y()) + 0.5, columns.plot
    values = [mark.value for mark in line.marks]
    if values:
        left, right = (QPointF(plot(value), middle) for value in (min(values), max(values)))
        canvas.line(left, right, "axis")
    thick, reach = canvas.metrics.stroke(4), row.height() * 0.4
    bar = QRectF(plot(line.value) - thick / 2, middle - reach, thick, 2 * reach)
    is_crowd = bool(data.heads.crowd)
    if not is_crowd:
        canvas.premise_bar(bar, role)
    _paint_marks(canvas, row, line, data, columns)
    if is_crowd:
        # Among so many dots it would be lost.
        canvas.fill(bar.adjusted(-1, 0, 1, 0), "surface")
        canvas.premise_bar(bar, role)
    _paint_figures(canvas, row, line, data, columns)


def _paint_name(canvas: Canvas, row: QRectF, line: DotLine, columns: Columns) -> None:
    metrics = canvas.metrics
    edge, high = label_edge(line, metrics), metrics.measure("small").height()
    texts = name_lines(line, columns, metrics)
    y = row.center().y() - high * len(texts) / 2
    canvas.text(QRectF(row.left(), y, edge, high), line.label, "small_strong")
    for text in texts:
        canvas.text(QRectF(row.left() + edge, y, columns.names[1] - row.left() - edge, high), text, "small")
        y += high


def _paint_figures(canvas: Canvas, row: QRectF, line: DotLine, data: DotPlot, columns: Columns) -> None:
    left, right = columns.value
    box = QRectF(left, row.top(), right - left, row.height())
    canvas.text(box, _per_cent(line.value), "small", "text", RIGHT)
    left, right = columns.spread
    box = QRectF(left, row.top(), right - left, row.height())
    if not data.selected:
        canvas.text(box, f"{100 * line.spread:.1f}", "small", "text_muted", RIGHT)
        return
    own = next((mark for mark in line.marks if mark.person == data.selected), None)
    text = _per_cent(own.value) if own else "\N{EN DASH}"
    canvas.text(box, text, "small_strong", "accent", RIGHT)


def _paint_marks(canvas: Canvas, row: QRectF, line: DotLine, data: DotPlot, columns: Columns) -> None:
    size, shapes = mark_size(data, canvas.metrics), data.shapes
    apart = dodge([columns.plot(mark.value) for mark in line.marks], size * 1.02)
    levels = max((abs(level) for level in apart), default=0) or 1
    rise = min((canvas.metrics.units(3.4) - size) / 2 / levels, size)
    middle = round(row.center().y()) + 0.5
    spots = [
        QPointF(columns.plot(mark.value), middle + level * rise)
        for mark, level in zip(line.marks, apart, strict=True)
    ]
    order = sorted(range(len(spots)), key=lambda number: line.marks[number].person == data.selected)
    for number in order:
        person = line.marks[number].person
        _paint_mark(canvas, spots[number], size, person, shapes[person], data)
    reach = max(size, canvas.metrics.units(1)) / 2 + 1
    for mark, at in zip(line.marks, spots, strict=True):
        canvas.hit(mark.person, QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach), mark.tip)


def _paint_mark(canvas: Canvas, at: QPointF, size: float, person: str, shape: str, data: DotPlot) -> None:
    if person == data.selected:
        shape, size = ("disc", canvas.metrics.units(1.2)) if shape == DOT else (shape, size * 1.25)
        # A rim of ground keeps it apart from those it covers.
        painter, reach = canvas.painter, size / 2 + canvas.metrics.stroke(1.5)
        paint_person(painter, at, 2 * reach, "disc", canvas.ink("surface"), canvas.ink("surface"))
    paint_person(canvas.painter, at, size, shape, person_ink(canvas, person, data), canvas.ink("surface"))


def _per_cent(share: float) -> str:
    return f"{100 * share:.1f}\N{NO-BREAK SPACE}%"
