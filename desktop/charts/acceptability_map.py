"""Rank acceptability as a heat map: how often each project takes each rank, the excluded below a rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from desktop.charts.drawing import Canvas, Drawing, headed
from desktop.look.pencil import CENTRE, RIGHT
from desktop.look.state_marks import paint_hatch, paint_state
from desktop.look.wrapping import elide

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme

PRINTED = 0.095
"""Shares from here on are printed in their cell, where there is room."""
SEEN = 0.005
"""Shares below have the ground of the map."""
_NAMES = 0.34
"""The share of the width that names take, at most."""


@dataclass(frozen=True)
class RankRow:
    """A project with its share of draws at each rank, from the first on."""

    key: str
    label: str
    name: str
    state: str
    shares: tuple[float, ...]
    tip: str = ""


@dataclass(frozen=True)
class AcceptabilityMap:
    """Ranked projects, and the excluded with their shares among all; `legend` are the ends of the ramp."""

    rows: tuple[RankRow, ...]
    shadows: tuple[RankRow, ...] = ()
    selected: str = ""
    shadow_head: str = ""
    legend: tuple[str, str] = ("", "")
    summary: str = ""

    @property
    def columns(self) -> int:
        """Ranks there are: as many as projects ranked, or as all where shadow ranks are shown."""
        return max((len(row.shares) for row in (*self.rows, *self.shadows)), default=0)


@dataclass(frozen=True)
class _Plan:
    """Where the cells begin and how wide one is."""

    left: float
    cell: float

    def x(self, rank: int) -> float:
        """The left edge of a rank's column, whole pixels so that columns meet."""
        return round(self.left + rank * self.cell)


def row_height(metrics: Metrics) -> int:
    """Pixels of one row."""
    return max(metrics.units(2.75), metrics.line("small"))


def head_height(_data: AcceptabilityMap, metrics: Metrics) -> int:
    """Pixels of the legend and the line of ranks."""
    return metrics.line("small") + metrics.space("xs") + metrics.line("tick") + metrics.space("xs")


def rows_height(data: AcceptabilityMap, metrics: Metrics) -> int:
    """Pixels of all rows, and of the rule before the excluded."""
    rule = _rule_height(metrics) if data.shadows else 0
    return (len(data.rows) + len(data.shadows)) * row_height(metrics) + rule


def height(data: AcceptabilityMap, metrics: Metrics) -> int:
    """Pixels of the whole map."""
    return head_height(data, metrics) + rows_height(data, metrics)


def paint_heads(
    painter: QPainter, rect: QRectF, data: AcceptabilityMap, theme: Theme, metrics: Metrics
) -> Drawing:
    """The ramp's legend, and under it the ranks, as many as find room."""
    canvas = Canvas(painter, theme, metrics)
    plan = _plan(rect, data, metrics)
    _paint_legend(canvas, QRectF(rect.left(), rect.top(), rect.width(), metrics.line("small")), data)
    line = QRectF(rect.left(), rect.bottom() - metrics.line("tick") - 1, rect.width(), metrics.line("tick"))
    widest = metrics.width(str(data.columns), "tick") + metrics.units(0.4)
    every = next(step for step in (1, 2, 5, 10, 20, 50, 100) if step * plan.cell >= widest or step == 100)
    for rank in range(1, data.columns + 1):
        if rank == 1 or rank % every == 0:
            middle = (plan.x(rank - 1) + plan.x(rank)) / 2
            box = QRectF(middle - widest / 2, line.top(), widest, line.height())
            if rank != 1 or every == 1 or box.right() < plan.x(every) - widest / 2:
                canvas.text(_inside(box, rect), str(rank), "tick", "text_muted", CENTRE)
    return canvas.finish(rect)


def paint_rows(
    painter: QPainter, rect: QRectF, data: AcceptabilityMap, theme: Theme, metrics: Metrics
) -> Drawing:
    """Rows and their cells; only those inside the painter's clip are drawn, all can be pointed at."""
    canvas = Canvas(painter, theme, metrics)
    plan = _plan(rect, data, metrics)
    seen = painter.clipBoundingRect() if painter.hasClipping() else rect
    high, y = row_height(metrics), rect.top()
    chosen = QRectF()
    for place, row in enumerate((*data.rows, *data.shadows)):
        is_shadow = place >= len(data.rows)
        if place == len(data.rows):
            _paint_rule(canvas, QRectF(rect.left(), y, rect.width(), _rule_height(metrics)), data)
            y += _rule_height(metrics)
        box = QRectF(rect.left(), y, rect.width(), high)
        canvas.hit(row.key, box, row.tip)
        count = data.columns if is_shadow else len(data.rows)
        if box.intersects(seen):
            _paint_row(canvas, box, row, plan, count, is_shadow)
        if row.key == data.selected:
            chosen = QRectF(plan.x(0) - 1, y - 1, plan.x(count) - plan.x(0) + 1, high + 1)
        y += high
    _part_columns(canvas, rect, data, plan)
    if not chosen.isNull():
        canvas.frame(chosen, "accent", 2)
    return canvas.finish(QRectF(plan.left, rect.top(), plan.cell * data.columns, rect.height()))


#: Heads and rows, for files and documents.
paint = headed(paint_heads, paint_rows, head_height)


def _part_columns(canvas: Canvas, rect: QRectF, data: AcceptabilityMap, plan: _Plan) -> None:
    """One line of ground between the ranks, through all rows at once; none where cells are too small."""
    if _gap(plan, canvas.metrics):
        tall = len(data.rows) * row_height(canvas.metrics)
        for rank in range(1, len(data.rows)):
            canvas.fill(QRectF(plan.x(rank) - 1, rect.top(), 1, tall), "surface")


def _gap(plan: _Plan, metrics: Metrics) -> float:
    """The pixel between cells that are large enough to stand apart."""
    return 1.0 if plan.cell >= metrics.units(1) else 0.0


def _plan(rect: QRectF, data: AcceptabilityMap, metrics: Metrics) -> _Plan:
    rows = (*data.rows, *data.shadows)
    widest = max((metrics.width(_words(row), "small") for row in rows), default=0.0)
    names = min(_mark_width(metrics) + widest + metrics.space("m"), rect.width() * _NAMES)
    cell = max(rect.width() - names - 2, 1.0) / max(1, data.columns)
    return _Plan(rect.left() + names, min(cell, metrics.units(5)))


def _words(row: RankRow) -> str:
    return f"{row.label} {row.name}".strip()


def _mark_width(metrics: Metrics) -> float:
    return metrics.units(2.2)


def _rule_height(metrics: Metrics) -> int:
    return metrics.line("small") + metrics.space("s")


def _inside(box: QRectF, frame: QRectF) -> QRectF:
    return box.translated(min(0.0, frame.right() - box.right()), 0)


def _paint_legend(canvas: Canvas, box: QRectF, data: AcceptabilityMap) -> None:
    """The steps of the ramp at the right, between the words for its ends."""
    metrics, theme = canvas.metrics, canvas.theme
    low, high = data.legend
    wide, steps = metrics.units(2), len(theme.ramp)
    x = box.right() - metrics.width(high, "tick") - metrics.space("xs")
    canvas.text(box, high, "tick", "text_muted", RIGHT)
    thick = metrics.units(1.25)
    for step in range(steps):
        part = QRectF(x - (steps - step) * wide, box.center().y() - thick / 2, wide - 1, thick)
        canvas.fill(part, theme.ramp_ground(_share_of(step, theme)))
        canvas.frame(part, "line")
    canvas.text(
        QRectF(box.left(), box.top(), x - steps * wide - metrics.space("xs") - box.left(), box.height()),
        low,
        "tick",
        "text_muted",
        RIGHT,
    )


def _share_of(step: int, theme: Theme) -> float:
    return 0.0 if step == 0 else theme.ramp_limits[step - 1]


def _paint_row(canvas: Canvas, box: QRectF, row: RankRow, plan: _Plan, columns: int, is_shadow: bool) -> None:
    metrics = canvas.metrics
    mark = QPointF(box.left() + metrics.units(0.9), box.center().y())
    if row.state:
        paint_state(canvas.painter, mark, metrics.units(1.4), row.state, canvas.theme)
    left = box.left() + _mark_width(metrics)
    room = plan.left - metrics.space("s") - left
    words = QRectF(left, box.top(), room, box.height())
    ink = "text_muted" if is_shadow else "text"
    label = (
        row.label if metrics.width(row.label, "small") <= room else elide(row.label, room, "small", metrics)
    )
    canvas.text(words, label, "small", ink)
    rest = metrics.width(f"{label} ", "small")
    if room - rest > metrics.units(3):
        name = elide(row.name, room - rest, "small", metrics)
        canvas.text(words.adjusted(rest, 0, 0, 0), name, "small", ink)
    _paint_cells(canvas, box, row, plan, columns, is_shadow)


def _paint_cells(
    canvas: Canvas, box: QRectF, row: RankRow, plan: _Plan, columns: int, is_shadow: bool
) -> None:
    """Neighbours of one step are one box where cells are too small to stand apart."""
    theme = canvas.theme
    gap = _gap(plan, canvas.metrics)
    tall = box.height() - (1.0 if box.height() > 8 else 0.0)
    if not is_shadow:
        whole = QRectF(plan.x(0), box.top(), plan.x(columns) - plan.x(0) - gap, tall)
        canvas.fill(whole, theme.ramp_ground(0.0))
    start = 0
    while start < len(row.shares):
        end, share = start + 1, row.shares[start]
        while not gap and end < len(row.shares) and _step(theme, row.shares[end]) == _step(theme, share):
            end += 1
        cell = QRectF(plan.x(start), box.top(), plan.x(end) - plan.x(start) - gap, tall)
        if share >= SEEN:
            _paint_cell(canvas, cell, share, is_shadow, is_single=end - start == 1)
        start = end


def _step(theme: Theme, share: float) -> int:
    return theme.ramp_step(share) if share >= SEEN else 0


def _paint_cell(canvas: Canvas, cell: QRectF, share: float, is_shadow: bool, *, is_single: bool) -> None:
    metrics, theme = canvas.metrics, canvas.theme
    text = f"{share * 100:.0f}"
    has_room = is_single and share >= PRINTED and cell.width() >= metrics.width(text, "tick") + 1
    if not is_shadow:
        canvas.fill(cell, theme.ramp_ground(share))
        if has_room:
            canvas.text(cell, text, "tick", theme.ramp_number(share), CENTRE)
        return
    ink = theme.faded("axis", 0.4 + 0.4 * min(1.0, share * 2))
    paint_hatch(canvas.painter, cell, ink, period=metrics.units(0.75))
    if has_room:
        high = metrics.measure("tick").height()
        wide = metrics.width(text, "tick") + 4
        centre = cell.center()
        canvas.fill(QRectF(centre.x() - wide / 2, centre.y() - high / 2, wide, high), "surface")
        canvas.text(cell, text, "tick", "text_muted", CENTRE)


def _paint_rule(canvas: Canvas, box: QRectF, data: AcceptabilityMap) -> None:
    words = canvas.text(
        box, elide(data.shadow_head, box.width(), "small", canvas.metrics), "small", "text_muted"
    )
    x = words.right() + canvas.metrics.space("s")
    if x < box.right():
        canvas.line(QPointF(x, box.center().y()), QPointF(box.right(), box.center().y()), "line_strong")
