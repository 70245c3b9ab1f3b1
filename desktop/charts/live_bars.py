"""A ranked list that is dragged into another order: rank, rank as stated, bar, score and its change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop.charts.drawing import Canvas, Drawing, headed
from desktop.look.pencil import LEFT, RIGHT
from desktop.look.theme import ROLE_LETTERS
from desktop.look.wrapping import wrap_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme

Lengths = tuple[float, ...]
"""The parts of one bar, in the unit of the score."""


@dataclass(frozen=True, slots=True)
class LiveRow:
    """A project: rank and score now, the rank and score as stated, `moved` places up (below 0: down).

    `parts` are the bar's, in the order of the premises, or one for a score that has no parts; `low` and
    `high` bound a score that depends on a missing figure.
    """

    key: str
    title: str
    rank: str
    stated_rank: str
    moved: int
    parts: Lengths
    stated: float
    value: str
    change: str
    extras: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    tip: str = ""


@dataclass(frozen=True)
class LiveBars:
    """The rows, best first; bars are `share` of their way from the lengths `before` to their own.

    `heads` are those of rank, stated rank, project, score and change, then of the extras; `widest` the widest
    rank, key and score, so that columns stay while rows change. `premises` are (role, name) of the parts,
    none where a bar has one part; the track ends at the score `full`.
    """

    rows: tuple[LiveRow, ...]
    heads: tuple[str, ...]
    widest: tuple[str, str, str]
    premises: tuple[tuple[str, str], ...] = ()
    full: float = 1.0
    selected: str = ""
    before: Mapping[str, Lengths] = field(default_factory=dict)
    share: float = 1.0
    summary: str = ""


Edges = tuple[float, float]

#: Units that a title and its bar must have together before further columns are shown.
_LEAST = 20


@dataclass(frozen=True)
class _Columns:
    rank: Edges
    stated: Edges
    key: Edges
    title: Edges
    bar: Edges
    value: Edges
    #: None where there is no room for it.
    change: Edges | None
    extras: tuple[Edges, ...]


def lengths(data: LiveBars) -> dict[str, Lengths]:
    """The bars as they stand on their way."""
    return {row.key: _on_the_way(row, data) for row in data.rows}


def head_height(_data: LiveBars, metrics: Metrics) -> int:
    """Pixels of the line of heads."""
    return metrics.units(3)


def rows_height(data: LiveBars, metrics: Metrics) -> int:
    """Pixels of all rows."""
    return len(data.rows) * metrics.double_row


def height(data: LiveBars, metrics: Metrics) -> int:
    """Pixels of heads and rows."""
    return head_height(data, metrics) + rows_height(data, metrics)


def paint_heads(painter: QPainter, rect: QRectF, data: LiveBars, theme: Theme, metrics: Metrics) -> Drawing:
    """The heads alone, for a list that scrolls under them."""
    canvas = Canvas(painter, theme, metrics)
    columns = _lay_out(rect, data, metrics)
    canvas.fill(rect, "raised")
    canvas.line(rect.bottomLeft() - QPointF(0, 1), rect.bottomRight() - QPointF(0, 1), "line_strong")
    places = (
        (columns.rank, RIGHT),
        (columns.stated, RIGHT),
        ((columns.key[0], columns.title[1]), LEFT),
        (columns.value, RIGHT),
        *(((columns.change, RIGHT),) if columns.change else ()),
        *((edges, RIGHT) for edges in columns.extras),
    )
    # Columns are left out from the right, so the heads of those that are there come first.
    for text, (edges, align) in zip(data.heads, places, strict=False):
        canvas.text(_cell(rect, edges), text, "small", "text_muted", align)
    _paint_legend(canvas, _cell(rect, columns.bar), data)
    return canvas.finish()


def paint_rows(painter: QPainter, rect: QRectF, data: LiveBars, theme: Theme, metrics: Metrics) -> Drawing:
    """The rows alone; only what lies inside the clip is drawn, so that bars glide at little cost."""
    canvas = Canvas(painter, theme, metrics)
    columns, high = _lay_out(rect, data, metrics), metrics.double_row
    clip = painter.clipBoundingRect() if painter.hasClipping() else rect
    seen: list[tuple[QRectF, LiveRow]] = []
    for place, row in enumerate(data.rows):
        box = QRectF(rect.left(), rect.top() + place * high, rect.width(), high)
        canvas.hit(row.key, box, row.tip)
        if box.bottom() >= clip.top() and box.top() <= clip.bottom():
            seen.append((box, row))
    for box, row in seen:
        _paint_ground(canvas, box, is_selected=bool(data.selected) and row.key == data.selected)
    if clip.left() < columns.title[1] or clip.right() > columns.value[0]:
        _paint_words(canvas, seen, columns)
    for box, row in seen:
        is_selected = bool(data.selected) and row.key == data.selected
        _paint_bar(canvas, _cell(box, columns.bar), row, data, is_selected=is_selected)
    return canvas.finish(QRectF(columns.bar[0], rect.top(), columns.bar[1] - columns.bar[0], rect.height()))


#: Heads and rows, for files and documents.
paint = headed(paint_heads, paint_rows, head_height)


def _lay_out(rect: QRectF, data: LiveBars, metrics: Metrics) -> _Columns:
    """Figures take what they need, of the rest the title more than the bar.

    Where both would get too little, the further ranks are left out, and then the change of the score.
    """
    gap = metrics.space("s")
    rank, key, value = data.widest

    def need(text: str, kind: str, head: int) -> float:
        return max(metrics.width(text, kind), metrics.width(data.heads[head], "small")) + 2

    ranks = need(rank, "strong", 0), need(f"{rank} ▲00", "small_strong", 1), metrics.width(key, "small") + 2
    scores = [need(value, "strong", 3), need("+0.000", "small", 4)]
    extras = [need(rank, "small", place) for place in range(5, len(data.heads))]
    room = rect.width() - sum(ranks) - 6 * gap
    least = metrics.units(_LEAST)
    if extras and room - sum(scores) - sum(extras) - gap * (1 + len(extras)) < least:
        extras = []
    if not extras and room - sum(scores) - gap < least:
        scores = scores[:1]
    further = [*scores[1:], *extras]
    free = room - scores[0] - sum(further) - gap * len(further)
    title = max(free * 0.6, metrics.units(10))
    edges, x = [], rect.left() + gap / 2
    for width in (*ranks, title, max(free - title, 1.0), scores[0], *further):
        edges.append((x, x + width))
        x += width + gap
    rank_at, stated, key_at, title_at, bar, value_at = edges[:6]
    change = edges[6] if len(scores) > 1 else None
    return _Columns(rank_at, stated, key_at, title_at, bar, value_at, change, tuple(edges[7:]))


def _cell(box: QRectF, edges: Edges) -> QRectF:
    return QRectF(edges[0], box.top(), edges[1] - edges[0], box.height())


def _paint_legend(canvas: Canvas, box: QRectF, data: LiveBars) -> None:
    """What the parts of the bars are: by name, by letter where names find no room, or not at all."""
    metrics, edge = canvas.metrics, canvas.metrics.units(1.1)
    gap, between = metrics.space("xs"), metrics.space("s")
    letters = [(role, ROLE_LETTERS.get(role, name[:1])) for role, name in data.premises]
    for words in (data.premises, letters):
        if sum(edge + gap + metrics.width(word, "small") + between for _role, word in words) <= box.width():
            break
    else:
        return
    x = box.left()
    for role, word in words:
        canvas.premise_bar(QRectF(x, box.center().y() - edge / 2, edge, edge), role)
        x += edge + gap
        wide = metrics.width(word, "small")
        canvas.text(QRectF(x, box.top(), wide + 1, box.height()), word, "small", "text_muted")
        x += wide + between


def _paint_ground(canvas: Canvas, box: QRectF, *, is_selected: bool) -> None:
    if is_selected:
        canvas.fill(box, "selection")
        canvas.fill(QRectF(box.left(), box.top(), canvas.metrics.stroke(3), box.height()), "accent")
    canvas.line(box.bottomLeft() - QPointF(0, 1), box.bottomRight() - QPointF(0, 1), "grid")


def _paint_words(canvas: Canvas, seen: list[tuple[QRectF, LiveRow]], columns: _Columns) -> None:
    """Column by column: changing the font for every cell would cost more than the words themselves."""
    metrics = canvas.metrics
    arrow = metrics.width("▲00", "small_strong")
    stated, sign = columns.stated, (columns.stated[1] - arrow, columns.stated[1])

    def column(
        edges: Edges, texts: list[str], kind: str, colour: str, align: Qt.AlignmentFlag = RIGHT
    ) -> None:
        boxes = [_cell(box, edges) for box, _row in seen]
        _write(canvas, list(zip(boxes, texts, strict=True)), kind, colour, align)

    rows = [row for _box, row in seen]
    column(columns.rank, [row.rank for row in rows], "strong", "text")
    column((stated[0], sign[0] - 2), [row.stated_rank for row in rows], "small", "text_muted")
    column(sign, [_arrow(row) for row in rows], "small_strong", "attention", LEFT)
    column(columns.key, [row.key for row in rows], "small", "text_muted", LEFT)
    _write_titles(canvas, seen, columns.title)
    firm = [row.value if row.low is None else "" for row in rows]
    column(columns.value, firm, "strong", "text")
    column(columns.value, [row.value if row.low is not None else "" for row in rows], "strong", "attention")
    if columns.change:
        column(columns.change, [row.change for row in rows], "small", "text_muted")
    for place, edges in enumerate(columns.extras):
        column(edges, [row.extras[place] for row in rows], "small", "text")


def _write_titles(canvas: Canvas, seen: list[tuple[QRectF, LiveRow]], edges: Edges) -> None:
    metrics, high = canvas.metrics, canvas.metrics.measure("small").height()
    lines = []
    for box, row in seen:
        words = _wrapped(row.title, edges[1] - edges[0], metrics)
        top = box.center().y() - high * len(words) / 2
        lines += [
            (QRectF(edges[0], top + place * high, edges[1] - edges[0], high), word)
            for place, word in enumerate(words)
        ]
    _write(canvas, lines, "small", "text", LEFT)


@lru_cache(4096)
def _wrapped(title: str, width: float, metrics: Metrics) -> tuple[str, ...]:
    return tuple(wrap_text(title, width, "small", metrics, 2))


def _write(
    canvas: Canvas, cells: list[tuple[QRectF, str]], kind: str, colour: str, align: Qt.AlignmentFlag
) -> None:
    """Many short texts of one kind, remembered as any label is.

    Placed by their baseline: to be set into a box costs a text twice as much.
    """
    painter, metrics = canvas.painter, canvas.metrics
    painter.setFont(metrics.font(kind))
    painter.setPen(canvas.ink(colour))
    measure, draw, remember = metrics.measure(kind), painter.drawText, canvas.labels.append
    high, ascent = measure.height(), measure.ascent()
    for box, text in cells:
        if text:
            wide, top = metrics.width(text, kind), box.top() + (box.height() - high) / 2
            left = box.left() + box.width() - wide if align == RIGHT else box.left()
            draw(QPointF(left, top + ascent), text)
            remember(QRectF(left, top, wide, high))


def _arrow(row: LiveRow) -> str:
    """How many places the project moved, and which way."""
    return f"▲{row.moved}" if row.moved > 0 else f"▼{-row.moved}" if row.moved < 0 else ""


def _paint_bar(canvas: Canvas, box: QRectF, row: LiveRow, data: LiveBars, *, is_selected: bool) -> None:
    metrics = canvas.metrics
    thick = metrics.units(1.6)
    track = QRectF(box.left(), round(box.center().y() - thick / 2), box.width(), thick)
    canvas.fill(track, "surface" if is_selected else "window")
    scale = track.width() / data.full if data.full > 0 else 0.0
    x = track.left()
    roles = [role for role, _name in data.premises] or [""]
    for role, part in zip(roles, _on_the_way(row, data), strict=False):
        wide = min(part * scale, track.right() - x)
        if wide > 0.5:
            # One pixel of ground parts the premises.
            canvas.premise_bar(QRectF(x, track.top(), max(wide - 1, 0.5), thick), role)
        x += max(wide, 0.0)
    if row.low is not None and row.high is not None:
        _paint_whisker(canvas, track, row.low * scale, row.high * scale)
    at = min(track.left() + row.stated * scale, track.right())
    reach = thick * 0.8
    mark = metrics.stroke(2)
    canvas.fill(QRectF(round(at - mark / 2), track.center().y() - reach, mark, 2 * reach), "text")


def _paint_whisker(canvas: Canvas, track: QRectF, low: float, high: float) -> None:
    """The range of a score that depends on a missing figure."""
    middle, reach = track.center().y(), track.height() * 0.36
    left, right = track.left() + low, min(track.left() + high, track.right())
    canvas.fill(QRectF(left - 1, middle - reach, right - left + 2, 2 * reach), "surface")
    canvas.line(QPointF(left, middle), QPointF(right, middle), "attention", 2)
    for x in (left, right):
        canvas.line(QPointF(x, middle - reach), QPointF(x, middle + reach), "attention", 2)


def _on_the_way(row: LiveRow, data: LiveBars) -> Lengths:
    before = data.before.get(row.key)
    if data.share >= 1.0 or before is None or len(before) != len(row.parts):
        return row.parts
    return tuple(a + (b - a) * data.share for a, b in zip(before, row.parts, strict=True))
