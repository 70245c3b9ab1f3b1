"""Shares as thin bars under their words: how far people agree, how near one is to all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from desktop.charts.drawing import Canvas, Drawing
from desktop.charts.person_marks import paint_in_list
from desktop.look.pencil import RIGHT
from desktop.look.wrapping import wrap_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme

_LINES = 3
"""Lines of text that a long name takes at most."""


@dataclass(frozen=True)
class ShareBar:
    """A share from 0 to 1 with its figure and a word for it; None has no bar. `shape` marks a person."""

    key: str
    name: str
    share: float | None
    text: str
    word: str = ""
    shape: str = ""
    tip: str = ""
    is_strong: bool = False


@dataclass(frozen=True)
class ShareBars:
    """All bars on one scale from 0 to 1."""

    bars: tuple[ShareBar, ...]
    selected: str = ""
    summary: str = ""


def height(data: ShareBars, metrics: Metrics, width: float) -> int:
    """Pixels of all bars at a width."""
    return sum(_step(bar, data, metrics, width) for bar in data.bars)


def paint(painter: QPainter, rect: QRectF, data: ShareBars, theme: Theme, metrics: Metrics) -> Drawing:
    """For each share a name, the figure and its word at the right, and the bar under them."""
    canvas = Canvas(painter, theme, metrics)
    y = rect.top()
    for bar in data.bars:
        box = QRectF(rect.left(), y, rect.width(), _step(bar, data, metrics, rect.width()))
        _paint_bar(canvas, box, bar, data)
        y += box.height()
    return canvas.finish(rect)


def _kind(bar: ShareBar) -> str:
    return "small_strong" if bar.is_strong else "small"


def _indent(data: ShareBars, metrics: Metrics) -> float:
    """The room of a person's mark, for all bars alike."""
    return metrics.units(2) if any(bar.shape for bar in data.bars) else 0.0


def _figures(data: ShareBars, metrics: Metrics) -> tuple[float, float]:
    """The widths of the figures and of the words, in columns."""
    figure = max((metrics.width(bar.text, "small_strong") for bar in data.bars), default=0.0)
    word = max((metrics.width(bar.word, "small") for bar in data.bars), default=0.0)
    return figure, word + metrics.space("s") if word else 0.0


def _names(bar: ShareBar, data: ShareBars, metrics: Metrics, width: float) -> list[str]:
    room = width - _indent(data, metrics) - sum(_figures(data, metrics)) - metrics.space("m")
    return wrap_text(bar.name, room, _kind(bar), metrics, _LINES)


def _step(bar: ShareBar, data: ShareBars, metrics: Metrics, width: float) -> int:
    lines = len(_names(bar, data, metrics, width))
    return lines * metrics.line("small") + metrics.units(1.5)


def _paint_bar(canvas: Canvas, box: QRectF, bar: ShareBar, data: ShareBars) -> None:
    metrics = canvas.metrics
    is_selected = bool(bar.key) and bar.key == data.selected
    if is_selected:
        ground = box.adjusted(0, -1, 0, -metrics.units(0.35))
        canvas.fill(ground, "selection")
        canvas.fill(QRectF(ground.left(), ground.top(), metrics.stroke(3), ground.height()), "accent")
    indent, high = _indent(data, metrics), metrics.line("small")
    _figure, word = _figures(data, metrics)
    y = box.top()
    for line in _names(bar, data, metrics, box.width()):
        canvas.text(QRectF(box.left() + indent, y, box.width(), high), line, _kind(bar))
        y += high
    first = QRectF(box.left(), box.top(), box.width(), high)
    if bar.shape:
        at = QPointF(box.left() + metrics.units(1), first.center().y())
        paint_in_list(canvas, at, bar.shape, is_selected=is_selected)
    canvas.text(first.adjusted(0, 0, -word, 0), bar.text, "small_strong", "text", RIGHT)
    left = first.right() - word + metrics.space("s")
    if bar.word:
        canvas.text(QRectF(left, first.top(), word, high), bar.word, "small", "text_muted")
    track = QRectF(box.left() + indent, y + 1, box.width() - indent, metrics.units(0.6))
    canvas.fill(track, "grid")
    if bar.share is not None:
        wide = max(track.width() * min(bar.share, 1.0), 1.0)
        canvas.fill(QRectF(track.left(), track.top(), wide, track.height()), "accent")
    canvas.hit(bar.key, box, bar.tip)
