"""Who puts which projects in front: a row for each person, a column for each project, ranks in cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from desktop.charts.drawing import Canvas, Drawing
from desktop.charts.person_marks import paint_in_list
from desktop.look.pencil import CENTRE
from desktop.look.wrapping import wrap_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme

_NAMES = 0.42
"""The share of the width that names take beside the cells; longer ones stand above them."""
_GROUNDS = (0.6, 0.5, 0.35, 0.2, 0.1, 0.05)
"""Shares whose ground in the ramp stands for the first rank, and on to the last one in front."""


@dataclass(frozen=True)
class FrontRow:
    """The ranks that someone gives to the projects of the table, 0 for one that is not in front."""

    key: str
    name: str
    ranks: tuple[int, ...]
    shape: str = ""
    tip: str = ""
    is_strong: bool = False


@dataclass(frozen=True)
class FrontTable:
    """The projects that anybody puts in front, `count` being the last rank that counts as such."""

    projects: tuple[str, ...]
    rows: tuple[FrontRow, ...]
    count: int
    tips: tuple[str, ...] = ()
    selected: str = ""
    summary: str = ""


@dataclass(frozen=True)
class _Plan:
    """Where the cells begin, how wide one is, and whether names stand above them and heads upright."""

    left: float
    cell: float
    is_stacked: bool
    is_upright: bool
    head: float


def height(data: FrontTable, metrics: Metrics, width: float) -> int:
    """Pixels of the heads and all rows at a width."""
    plan = _plan(data, metrics, width)
    return round(plan.head + sum(_step(row, data, plan, metrics, width) for row in data.rows)) + 1


def paint(painter: QPainter, rect: QRectF, data: FrontTable, theme: Theme, metrics: Metrics) -> Drawing:
    """The ids of the projects, and under them the rank in each row; a dot where it is not in front."""
    canvas = Canvas(painter, theme, metrics)
    plan = _plan(data, metrics, rect.width())
    _paint_heads(canvas, rect, data, plan)
    y = rect.top() + plan.head
    for row in data.rows:
        box = QRectF(rect.left(), y, rect.width(), _step(row, data, plan, metrics, rect.width()))
        _paint_row(canvas, box, row, data, plan)
        y += box.height()
    return canvas.finish(rect)


def _plan(data: FrontTable, metrics: Metrics, width: float) -> _Plan:
    beside = min(_widest(data, metrics) + _indent(data, metrics) + metrics.space("s"), width * _NAMES)
    room = beside - _indent(data, metrics) - metrics.space("s")
    is_stacked = any(_is_cut(wrap_text(row.name, room, _kind(row), metrics)) for row in data.rows)
    left = 0.0 if is_stacked else beside
    cell = min((width - left) / max(1, len(data.projects)), metrics.units(4))
    widest = max((metrics.width(project, "tick") for project in data.projects), default=0.0)
    is_upright = widest + 3 > cell
    head = (widest if is_upright else metrics.line("tick")) + metrics.space("xs")
    return _Plan(left, cell, is_stacked, is_upright, head)


def _widest(data: FrontTable, metrics: Metrics) -> float:
    return max((metrics.width(row.name, _kind(row)) for row in data.rows), default=0.0)


def _is_cut(lines: list[str]) -> bool:
    return any(line.endswith("…") for line in lines)


def _kind(row: FrontRow) -> str:
    return "small_strong" if row.is_strong else "small"


def _indent(data: FrontTable, metrics: Metrics) -> float:
    return metrics.units(2) if any(row.shape for row in data.rows) else 0.0


def _lines(row: FrontRow, data: FrontTable, plan: _Plan, metrics: Metrics, width: float) -> list[str]:
    room = (width if plan.is_stacked else plan.left - metrics.space("s")) - _indent(data, metrics)
    return wrap_text(row.name, room, _kind(row), metrics, 3)


def _cell_height(metrics: Metrics) -> int:
    return max(metrics.units(2.6), metrics.line("small"))


def _step(row: FrontRow, data: FrontTable, plan: _Plan, metrics: Metrics, width: float) -> float:
    words = len(_lines(row, data, plan, metrics, width)) * metrics.line("small")
    air = metrics.units(0.4)
    cells = _cell_height(metrics)
    return words + cells + 2 * air if plan.is_stacked else max(words, cells) + air


def _paint_heads(canvas: Canvas, rect: QRectF, data: FrontTable, plan: _Plan) -> None:
    gap = canvas.metrics.space("xs")
    for place, project in enumerate(data.projects):
        box = QRectF(rect.left() + plan.left + place * plan.cell, rect.top(), plan.cell, plan.head)
        if plan.is_upright:
            _paint_upright(canvas, box, project)
        else:
            canvas.text(box.adjusted(0, 0, 0, -gap), project, "tick", "text_muted", CENTRE)
        if place < len(data.tips):
            canvas.hit("", box, data.tips[place])


def _paint_upright(canvas: Canvas, box: QRectF, text: str) -> None:
    painter, metrics = canvas.painter, canvas.metrics
    painter.save()
    painter.translate(box.center().x(), box.bottom() - metrics.space("xs"))
    painter.rotate(-90)
    painter.setFont(metrics.font("tick"))
    painter.setPen(canvas.ink("text_muted"))
    high = metrics.measure("tick").height()
    painter.drawText(QRectF(0, -high / 2, box.height(), high), text)
    painter.restore()


def _paint_row(canvas: Canvas, box: QRectF, row: FrontRow, data: FrontTable, plan: _Plan) -> None:
    metrics = canvas.metrics
    is_selected = bool(row.key) and row.key == data.selected
    canvas.line(box.topLeft(), box.topRight(), "grid")
    if is_selected:
        canvas.fill(box.adjusted(0, 1, 0, 0), "selection")
        canvas.fill(QRectF(box.left(), box.top() + 1, metrics.stroke(3), box.height() - 1), "accent")
    air, high, indent = metrics.units(0.4), metrics.line("small"), _indent(data, metrics)
    lines = _lines(row, data, plan, metrics, box.width())
    y = box.top() + air if plan.is_stacked else box.center().y() - len(lines) * high / 2
    if row.shape:
        at = QPointF(box.left() + metrics.units(1), y + high / 2)
        paint_in_list(canvas, at, row.shape, is_selected=is_selected)
    for line in lines:
        canvas.text(QRectF(box.left() + indent, y, box.width(), high), line, _kind(row))
        y += high
    tall = _cell_height(metrics)
    top = y if plan.is_stacked else box.center().y() - tall / 2
    for place, rank in enumerate(row.ranks):
        cell = QRectF(box.left() + plan.left + place * plan.cell, top, plan.cell, tall)
        _paint_cell(canvas, cell, rank, data.count)
    canvas.hit(row.key, box, row.tip)


def _paint_cell(canvas: Canvas, cell: QRectF, rank: int, count: int) -> None:
    if not rank:
        canvas.fill(QRectF(cell.center().x() - 1, cell.center().y() - 1, 2, 2), "text_muted")
        return
    share = _GROUNDS[round((rank - 1) / max(1, count - 1) * (len(_GROUNDS) - 1))]
    canvas.fill(cell.adjusted(1.5, 1, -1.5, -1), canvas.theme.ramp_ground(share))
    canvas.text(cell, str(rank), "small_strong", canvas.theme.ramp_number(share), CENTRE)
