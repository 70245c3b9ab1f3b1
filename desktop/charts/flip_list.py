"""Changes and what they do, as a list: a mark and a word for the kind, a sentence, the size as a bar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from desktop.charts.drawing import Canvas, Drawing, headed
from desktop.look.pencil import RIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme

#: The shapes that stand for kinds of change.
Shape = Literal["weight", "figure", "rule", "project", "method", "people"]


@dataclass(frozen=True)
class FlipRow:
    """A change: its kind by shape and word, what it does, how large it is, how surely the smallest."""

    key: str
    shape: Shape
    kind: str
    sentence: str
    size: float
    size_text: str
    certainty: str
    tip: str = ""


@dataclass(frozen=True)
class FlipList:
    """All changes, the smallest first; bars on one scale up to the share `full`."""

    rows: tuple[FlipRow, ...]
    heads: tuple[str, str, str, str] = ("", "", "", "")
    full: float = 1.0
    selected: str = ""
    summary: str = ""


@dataclass(frozen=True)
class _Plan:
    """The left edges of sentence, bar and certainty."""

    sentence: float
    bar: float
    certainty: float


def row_height(metrics: Metrics) -> int:
    """Pixels of one row: two lines of small text."""
    return metrics.double_row + metrics.space("xs")


def head_height(_data: FlipList, metrics: Metrics) -> int:
    """Pixels of the heads."""
    return metrics.line("small") + metrics.space("s")


def rows_height(data: FlipList, metrics: Metrics) -> int:
    """Pixels of all rows."""
    return len(data.rows) * row_height(metrics)


def height(data: FlipList, metrics: Metrics) -> int:
    """Pixels of the whole list."""
    return head_height(data, metrics) + rows_height(data, metrics)


def paint_heads(painter: QPainter, rect: QRectF, data: FlipList, theme: Theme, metrics: Metrics) -> Drawing:
    """What the columns say."""
    canvas = Canvas(painter, theme, metrics)
    plan = _plan(rect, data, metrics)
    kind, sentence, size, certainty = data.heads
    ends = ((kind, rect.left()), (sentence, plan.sentence), (size, plan.bar))
    for text, left in ends:
        canvas.text(QRectF(left, rect.top(), rect.right() - left, rect.height()), text, "small", "text_muted")
    box = QRectF(plan.certainty, rect.top(), rect.right() - plan.certainty, rect.height())
    canvas.text(box, certainty, "small", "text_muted", RIGHT)
    canvas.line(rect.bottomLeft() - QPointF(0, 1), rect.bottomRight() - QPointF(0, 1), "line_strong")
    return canvas.finish(rect)


def paint_rows(painter: QPainter, rect: QRectF, data: FlipList, theme: Theme, metrics: Metrics) -> Drawing:
    """The rows that the painter's clip lets be seen; all can be pointed at."""
    canvas = Canvas(painter, theme, metrics)
    plan, high = _plan(rect, data, metrics), row_height(metrics)
    seen = painter.clipBoundingRect() if painter.hasClipping() else rect
    for place, row in enumerate(data.rows):
        box = QRectF(rect.left(), rect.top() + place * high, rect.width(), high)
        canvas.hit(row.key, box, row.tip)
        if box.intersects(seen):
            _paint_row(canvas, box, row, data, plan)
    return canvas.finish(rect)


#: Heads and rows, for files and documents.
paint = headed(paint_heads, paint_rows, head_height)


def _plan(rect: QRectF, data: FlipList, metrics: Metrics) -> _Plan:
    kinds = [metrics.width(row.kind, "small") for row in data.rows]
    kind = max([*kinds, 0.0]) + metrics.units(2.5)
    words = [metrics.width(row.certainty, "small") for row in data.rows]
    certainty = max([*words, metrics.width(data.heads[3], "small")]) + 2
    gap = metrics.space("m")
    right = rect.right() - metrics.space("xs") - certainty
    return _Plan(rect.left() + kind + gap, right - gap - metrics.units(11), right)


def _paint_row(canvas: Canvas, box: QRectF, row: FlipRow, data: FlipList, plan: _Plan) -> None:
    metrics = canvas.metrics
    is_selected = row.key == data.selected
    if is_selected:
        canvas.fill(box.adjusted(0, 0, 0, -1), "selection")
        canvas.fill(QRectF(box.left(), box.top(), metrics.stroke(3), box.height() - 1), "accent")
    centre = QPointF(box.left() + metrics.units(1.2), box.center().y())
    paint_shape(canvas, centre, metrics.units(1.5), row.shape)
    left = box.left() + metrics.units(2.5)
    canvas.text(QRectF(left, box.top(), plan.sentence - left, box.height()), row.kind, "small", "text_muted")
    room = QRectF(plan.sentence, box.top(), plan.bar - metrics.space("m") - plan.sentence, box.height())
    canvas.paragraph(room, row.sentence)
    _paint_size(canvas, box, row, data.full, plan, is_selected=is_selected)
    words = QRectF(
        plan.certainty, box.top(), box.right() - metrics.space("xs") - plan.certainty, box.height()
    )
    canvas.text(words, row.certainty, "small", "text_muted", RIGHT)
    below = QPointF(0, 1)
    canvas.line(box.bottomLeft() - below, box.bottomRight() - below, "grid")


def _paint_size(
    canvas: Canvas, box: QRectF, row: FlipRow, full: float, plan: _Plan, *, is_selected: bool
) -> None:
    metrics = canvas.metrics
    words = metrics.width("100.0\N{NO-BREAK SPACE}%", "small") + metrics.space("xs")
    thick = metrics.units(0.7)
    track = QRectF(plan.bar + words, box.center().y() - thick / 2, metrics.units(11) - words, thick)
    canvas.text(
        QRectF(plan.bar, box.top(), words - metrics.space("xs"), box.height()),
        row.size_text,
        "small",
        "text",
        RIGHT,
    )
    canvas.fill(track, "surface" if is_selected else "grid")
    share = min(row.size / full, 1.0) if full > 0 else 0.0
    canvas.fill(QRectF(track.left(), track.top(), max(track.width() * share, 1.0), thick), "axis")


def paint_shape(canvas: Canvas, centre: QPointF, size: float, shape: Shape) -> None:
    """The mark of a kind of change in a box of edge `size`."""
    painter, ink = canvas.painter, canvas.ink("text_muted")
    painter.save()
    painter.translate(centre)
    painter.scale(size / 12.0, size / 12.0)
    painter.setPen(QPen(ink, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if shape == "weight":
        for x, tall in ((-5.0, 5.0), (-1.3, 11.0), (2.4, 8.0)):
            painter.fillRect(QRectF(x, 5.5 - tall, 2.6, tall), ink)
    elif shape == "figure":
        painter.drawRect(QRectF(-5, -5, 10, 10))
        painter.fillRect(QRectF(-5, 0, 5, 5), ink)
    elif shape == "rule":
        painter.drawLine(QPointF(-6, 0), QPointF(6, 0))
        painter.drawLine(QPointF(1.5, -5), QPointF(1.5, 5))
    elif shape == "project":
        painter.drawRect(QRectF(-4, -5.5, 8, 11))
        painter.drawLine(QPointF(-2, -1.5), QPointF(2, -1.5))
        painter.drawLine(QPointF(-2, 1.5), QPointF(2, 1.5))
    elif shape == "method":
        painter.drawEllipse(QPointF(0, 0), 5.2, 5.2)
        painter.fillRect(QRectF(-1.7, -1.7, 3.4, 3.4), ink)
    else:
        painter.drawEllipse(QPointF(0, -3), 2.4, 2.4)
        path = QPainterPath(QPointF(-5, 5.5))
        path.arcTo(QRectF(-5, 0.5, 10, 10), 180, -180)
        painter.drawPath(path)
    painter.restore()
