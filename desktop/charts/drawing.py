"""What every chart shares: the signature of its painter, its record, and a pencil that keeps the record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import msgspec
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop.look.metrics import Metrics
from desktop.look.pencil import Pencil
from desktop.look.theme import Theme


class ChartData(Protocol):
    """What every chart's data carries for people who do not see the picture."""

    @property
    def summary(self) -> str:
        """What the chart shows, in a sentence or two."""


class Hit(msgspec.Struct, frozen=True):
    """A part of the chart that can be pointed at: its key, its place and its tooltip."""

    key: str
    area: QRectF
    tip: str = ""


class Drawing(msgspec.Struct, frozen=True):
    """What a painter gives back: touchable parts in reading order, places of labels, the plot's frame."""

    hits: tuple[Hit, ...] = ()
    labels: tuple[QRectF, ...] = ()
    plot: QRectF = msgspec.field(default_factory=QRectF)

    def hit_at(self, point: QPointF) -> Hit | None:
        """The topmost part under a point, None beside all parts."""
        return next((hit for hit in reversed(self.hits) if hit.area.contains(point)), None)


Paint = Callable[[QPainter, QRectF, Any, Theme, Metrics], Drawing]
"""The one signature of all chart painters: painter, frame, data, theme, metrics."""


def headed(heads: Paint, rows: Paint, head_height: Callable[[Any, Metrics], int]) -> Paint:
    """A painter of heads over rows, from those of both; the parts of the rows are the touchable ones."""

    def paint(painter: QPainter, rect: QRectF, data: Any, theme: Theme, metrics: Metrics) -> Drawing:
        high = head_height(data, metrics)
        above = heads(painter, QRectF(rect.left(), rect.top(), rect.width(), high), data, theme, metrics)
        below = rows(painter, rect.adjusted(0, high, 0, 0), data, theme, metrics)
        return Drawing(below.hits, (*above.labels, *below.labels), below.plot)

    return paint


class Canvas(Pencil):
    """A pencil for one picture that remembers its touchable parts."""

    def __init__(self, painter: QPainter, theme: Theme, metrics: Metrics) -> None:
        super().__init__(painter, theme, metrics)
        self._hits: list[Hit] = []

    def finish(self, plot: QRectF | None = None) -> Drawing:
        """The record of everything drawn."""
        return Drawing(tuple(self._hits), tuple(self.labels), plot or QRectF())

    def hit(self, key: str, area: QRectF, tip: str = "") -> None:
        """Remembers a part that can be pointed at."""
        self._hits.append(Hit(key, area, tip))
