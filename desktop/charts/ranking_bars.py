"""The ranked list as a picture: rank, title, screening, score, and the score's parts by premise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from desktop.charts.drawing import Canvas, Drawing, headed
from desktop.charts.ranking_columns import (
    BarRow,
    Columns,
    Extra,
    RankingBars,
    Segment,
    lay_out_columns,
)
from desktop.look.pencil import LEFT, RIGHT
from desktop.look.state_marks import paint_state
from desktop.look.theme import ROLE_LETTERS

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme

__all__ = [
    "BarRow",
    "Extra",
    "RankingBars",
    "Segment",
    "head_height",
    "height",
    "paint",
    "paint_heads",
    "paint_rows",
    "row_height",
    "rows_height",
]


def row_height(data: RankingBars, metrics: Metrics) -> int:
    """Pixels of one row: two lines of small text unless the data says otherwise."""
    return data.row_height or metrics.double_row


def head_height(_data: RankingBars, metrics: Metrics) -> int:
    """Pixels of the line of heads."""
    return metrics.units(3.75)


def height(data: RankingBars, metrics: Metrics) -> int:
    """Pixels of the heads and all rows."""
    return head_height(data, metrics) + rows_height(data, metrics)


def rows_height(data: RankingBars, metrics: Metrics) -> int:
    """Pixels of all rows without the heads."""
    return len(data.rows) * row_height(data, metrics)


def paint_heads(
    painter: QPainter, rect: QRectF, data: RankingBars, theme: Theme, metrics: Metrics
) -> Drawing:
    """The line of heads alone, for a list that scrolls under it."""
    canvas = Canvas(painter, theme, metrics)
    columns = lay_out_columns(rect, data, metrics)
    canvas.fill(rect, "raised")
    canvas.line(rect.bottomLeft() - QPointF(0, 1), rect.bottomRight() - QPointF(0, 1), "line_strong")
    rank, project, screening, score = data.heads
    named = (
        (rank, columns.rank, RIGHT),
        (project, columns.title, LEFT),
        *(((screening, columns.state, LEFT),) if columns.state else ()),
        (score, columns.value, RIGHT),
        *((text, edges, RIGHT) for text, edges in zip(data.extra_heads, columns.extras, strict=False)),
        *(((data.firmness_head, columns.firmness, LEFT),) if columns.firmness else ()),
    )
    for text, (left, right), align in named:
        canvas.text(QRectF(left, rect.top(), right - left, rect.height()), text, "small", "text_muted", align)
    _paint_legend(canvas, rect, data, columns.bar)
    _explain_heads(canvas, rect, data, columns)
    return canvas.finish()


def _explain_heads(canvas: Canvas, rect: QRectF, data: RankingBars, columns: Columns) -> None:
    """Lets the pointer rest on a head to read what stands below it."""
    places = (columns.rank, columns.title, columns.state, columns.value, *columns.extras)
    for edges, tip in zip((*places, columns.bar, columns.firmness), data.head_tips, strict=False):
        if edges is not None:
            canvas.hit("", QRectF(edges[0], rect.top(), edges[1] - edges[0], rect.height()), tip)


def _paint_legend(canvas: Canvas, rect: QRectF, data: RankingBars, bar: tuple[float, float]) -> None:
    """Premise names over the bars, smaller or as letters where the names find no room."""
    metrics = canvas.metrics
    edge, gap, between = metrics.units(1.1), metrics.space("xs"), metrics.space("s")
    letters = tuple(ROLE_LETTERS.get(role, name[:1]) for role, name in data.premises)
    names = tuple(name for _role, name in data.premises)
    room = bar[1] - bar[0] + between
    for words, kind in ((names, "small"), (names, "tick"), (letters, "small")):
        needed = sum(edge + gap + metrics.width(word, kind) + between for word in words)
        if needed <= room or words is letters:
            break
    x, middle = bar[0], rect.center().y()
    for (role, _name), word in zip(data.premises, words, strict=True):
        square = QRectF(x, middle - edge / 2, edge, edge)
        canvas.fill(square, canvas.theme.premise(role), 2)
        canvas.frame(square, canvas.theme.premise(role, "deep"), 1, 2)
        x += edge + gap
        width = metrics.width(word, kind)
        canvas.text(QRectF(x, rect.top(), width + 1, rect.height()), word, kind, "text_muted")
        x += width + between


def paint_rows(painter: QPainter, rect: QRectF, data: RankingBars, theme: Theme, metrics: Metrics) -> Drawing:
    """The rows alone; only those inside the painter's clip are drawn."""
    canvas = Canvas(painter, theme, metrics)
    columns = lay_out_columns(rect, data, metrics)
    high = row_height(data, metrics)
    clip = painter.clipBoundingRect() if painter.hasClipping() else rect
    for place, row in enumerate(data.rows):
        box = QRectF(rect.left(), rect.top() + place * high, rect.width(), high)
        canvas.hit(row.key, box, row.tip)
        if box.bottom() >= clip.top() and box.top() <= clip.bottom():
            _paint_row(canvas, box, row, data, columns)
    return canvas.finish(QRectF(columns.bar[0], rect.top(), columns.bar[1] - columns.bar[0], rect.height()))


#: Heads and rows, for files and documents.
paint = headed(paint_heads, paint_rows, head_height)


def _paint_row(canvas: Canvas, box: QRectF, row: BarRow, data: RankingBars, columns: Columns) -> None:
    is_selected = bool(data.selected) and row.key == data.selected
    _paint_ground(canvas, box, is_selected=is_selected)

    def cell(edges: tuple[float, float]) -> QRectF:
        return QRectF(edges[0], box.top(), edges[1] - edges[0], box.height())

    canvas.text(cell(columns.rank), row.rank_text, "strong", "text", RIGHT)
    canvas.text(cell(columns.label), row.label, "small", "text_muted")
    canvas.paragraph(cell(columns.title), row.title, "small")
    if columns.country:
        canvas.paragraph(cell(columns.country), row.country, "small", "text_muted")
    if columns.state and row.state:
        _paint_state_cell(canvas, cell(columns.state), row, "selection" if is_selected else "surface")
    ink = "attention" if row.low is not None else "text"
    canvas.text(cell(columns.value), row.value_text, "strong", ink, RIGHT)
    _paint_bar(canvas, cell(columns.bar), row, data.full, is_selected=is_selected)
    for extra, edges in zip(row.extras, columns.extras, strict=False):
        kind, ink = ("small_strong", "attention") if extra.is_striking else ("small", "text")
        canvas.text(cell(edges), extra.text, kind, ink, RIGHT)
    if columns.firmness and row.firmness is not None:
        _paint_firmness(canvas, cell(columns.firmness), row.firmness)


def _paint_ground(canvas: Canvas, box: QRectF, *, is_selected: bool) -> None:
    if is_selected:
        canvas.fill(box, "selection")
        canvas.fill(QRectF(box.left(), box.top(), canvas.metrics.stroke(3), box.height()), "accent")
        if canvas.theme.name == "contrast":
            canvas.frame(box, "accent", 2)
    below = QPointF(0, 1)
    canvas.line(box.bottomLeft() - below, box.bottomRight() - below, "grid")


def _paint_state_cell(canvas: Canvas, box: QRectF, row: BarRow, ground: str) -> None:
    size = canvas.metrics.units(1.6)
    centre = QPointF(box.left() + size / 2, box.center().y())
    paint_state(canvas.painter, centre, size, row.state, canvas.theme, ground)
    canvas.text(box.adjusted(size + canvas.metrics.space("xs"), 0, 0, 0), row.state_word, "small")


def _paint_bar(canvas: Canvas, box: QRectF, row: BarRow, full: float, *, is_selected: bool) -> None:
    thick = canvas.metrics.units(1.6)
    track = QRectF(box.left(), round(box.center().y() - thick / 2), box.width(), thick)
    canvas.fill(track, "surface" if is_selected else "window")
    x, per_value = track.left(), track.width() / full if full > 0 else 0.0
    for segment in row.segments:
        wide = min(segment.value * per_value, track.right() - x)
        if wide > 0.5:
            part = QRectF(x, track.top(), max(wide - 1, 0.5), thick)  # one pixel of ground parts the premises
            canvas.premise_bar(part, segment.role)
            if is_selected and part.width() > 2:
                canvas.frame(part, canvas.theme.premise(segment.role, "deep"))
        x += max(wide, 0.0)
    if row.low is not None and row.high is not None:
        _paint_whisker(canvas, track, row.low * per_value, row.high * per_value)


def _paint_whisker(canvas: Canvas, track: QRectF, low: float, high: float) -> None:
    """The range of a score that depends on a missing value."""
    middle, reach = track.center().y(), track.height() * 0.36
    left, right = track.left() + low, min(track.left() + high, track.right())
    halo = canvas.metrics.units(0.5)
    canvas.fill(QRectF(left - 1, middle - halo, right - left + 2, 2 * halo), "surface")
    canvas.line(QPointF(left, middle), QPointF(right, middle), "attention", 2)
    for x in (left, right):
        canvas.line(QPointF(x, middle - reach), QPointF(x, middle + reach), "attention", 2)


def _paint_firmness(canvas: Canvas, box: QRectF, share: float) -> None:
    text = f"{share * 100:.0f}\N{NO-BREAK SPACE}%"
    words = canvas.metrics.width("100\N{NO-BREAK SPACE}%", "small")
    thick = canvas.metrics.units(0.9)
    track = QRectF(
        box.left(), box.center().y() - thick / 2, box.width() - words - canvas.metrics.space("xs"), thick
    )
    canvas.fill(track, "grid")
    canvas.fill(
        QRectF(track.left(), track.top(), track.width() * min(share, 1.0), thick),
        canvas.theme.ramp_ground(0.35),
    )
    canvas.text(box, text, "small", "text", RIGHT)
