"""One small picture for each weight: every project's score along it, for comparison and for print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPen, QPolygonF

from desktop.charts.axes import padded
from desktop.charts.drawing import Canvas, Drawing
from desktop.charts.sensitivity_lines import DASHES
from desktop.look.pencil import LEFT, RIGHT

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme

_LEAST_WIDTH = 20
"""Units that a panel needs."""
_SHAPE = 0.33
"""Height of a panel's plot as a share of its width."""
_BELOW = 0.4
"""Units between a plot and the words below it."""
_MANY = 60
"""With more lines than this the quiet ones go without antialiasing."""


@dataclass(frozen=True, eq=False)
class SparkPanel:
    """A weight: its scores (steps x projects), its value now, where first place stays, and who is first."""

    key: str
    label: str
    role: str
    weight: float
    scores: NDArray[np.float64]
    stable: tuple[float, float]
    leaders: str = ""
    tip: str = ""


@dataclass(frozen=True, eq=False)
class SparkPanels:
    """Rows of panels, one for each premise and its criteria, on one scale of scores.

    `xs` are the weights of all panels, `named` the places of up to five projects told apart by dash, and
    `names` what they are called in the legend, of which `lead` is the head.
    """

    rows: tuple[tuple[SparkPanel, ...], ...]
    xs: NDArray[np.float64]
    named: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    lead: str = ""
    selected: str = ""
    summary: str = ""


@dataclass(frozen=True)
class _Grid:
    columns: int
    wide: float
    high: float
    gap: float
    top: float


def height_for(data: SparkPanels, metrics: Metrics, width: float) -> int:
    """Pixels of all panels at a width."""
    grid = _grid(data, metrics, width)
    return round(grid.top + sum(_lines(row, grid.columns) for row in data.rows) * grid.high)


def paint(painter: QPainter, rect: QRectF, data: SparkPanels, theme: Theme, metrics: Metrics) -> Drawing:
    """The legend of the named lines, then the panels, each premise beginning a new line."""
    canvas = Canvas(painter, theme, metrics)
    grid = _grid(data, metrics, rect.width())
    _paint_legend(canvas, rect, data)
    low, high = _range(data)
    y = rect.top() + grid.top
    for row in data.rows:
        for place, panel in enumerate(row):
            line, column = divmod(place, grid.columns)
            left = rect.left() + column * (grid.wide + grid.gap)
            box = QRectF(left, y + line * grid.high, grid.wide, grid.high - grid.gap)
            _paint_panel(canvas, box, panel, data, (low, high), is_first=place == 0)
        y += _lines(row, grid.columns) * grid.high
    return canvas.finish(rect)


def _grid(data: SparkPanels, metrics: Metrics, width: float) -> _Grid:
    gap = metrics.space("l")
    most = max((len(row) for row in data.rows), default=1)
    fits = max(int((width + gap) // (metrics.units(_LEAST_WIDTH) + gap)), 1)
    columns = min(fits, most)
    wide = (width - gap * (columns - 1)) / columns
    plot = min(max(wide * _SHAPE, metrics.units(7)), metrics.units(18))
    high = metrics.line("small") + plot + 2 * metrics.line("tick") + metrics.units(_BELOW) + gap
    return _Grid(columns, wide, high, gap, metrics.line("small") + metrics.space("s"))


def _lines(row: tuple[SparkPanel, ...], columns: int) -> int:
    return -(-len(row) // columns)


def _range(data: SparkPanels) -> tuple[float, float]:
    panels = [panel for row in data.rows for panel in row if panel.scores.size]
    if not panels:
        return 0.0, 1.0
    return padded(
        min(float(panel.scores.min()) for panel in panels), max(float(panel.scores.max()) for panel in panels)
    )


def _paint_legend(canvas: Canvas, rect: QRectF, data: SparkPanels) -> None:
    """What the dashes stand for; names that find no room are left out."""
    metrics = canvas.metrics
    high, sample, gap = metrics.line("small"), metrics.units(3), metrics.space("xs")
    x, middle = rect.left(), rect.top() + high / 2
    wide = metrics.width(data.lead, "small")
    canvas.text(QRectF(x, rect.top(), wide + 1, high), data.lead, "small", "text_muted")
    x += wide + metrics.space("m")
    for place, name in enumerate(data.names):
        wide = metrics.width(name, "small")
        if x + sample + gap + wide > rect.right():
            break
        canvas.line(QPointF(x, middle), QPointF(x + sample, middle), "axis", 1.7, DASHES[place % len(DASHES)])
        canvas.text(QRectF(x + sample + gap, rect.top(), wide + 1, high), name, "small")
        x += sample + gap + wide + metrics.space("m")


def _paint_panel(
    canvas: Canvas,
    box: QRectF,
    panel: SparkPanel,
    data: SparkPanels,
    scale: tuple[float, float],
    *,
    is_first: bool,
) -> None:
    metrics = canvas.metrics
    head, foot = metrics.line("small"), metrics.line("tick")
    below = metrics.units(_BELOW)
    plot = QRectF(box.left(), box.top() + head, box.width(), box.height() - head - 2 * foot - below)
    is_selected = bool(data.selected) and panel.key == data.selected
    weight = f"{panel.weight * 100:.1f}\N{NO-BREAK SPACE}%"
    words = box.width() - metrics.width(weight, "small_strong") - metrics.space("s")
    kind = "small_strong" if is_first else "small"
    canvas.paragraph(QRectF(box.left(), box.top(), words, head), panel.label, kind, most=1)
    canvas.text(QRectF(box.left(), box.top(), box.width(), head), weight, "small_strong", "text", RIGHT)
    low, high = (plot.left() + plot.width() * share for share in panel.stable)
    canvas.fill(plot, "window")
    canvas.fill(QRectF(low, plot.top(), high - low, plot.height()), canvas.theme.premise(panel.role, "tint"))
    _paint_lines(canvas, plot, panel, data, scale)
    x = plot.left() + plot.width() * panel.weight
    canvas.line(QPointF(x, plot.top()), QPointF(x, plot.bottom()), "accent", 2)
    canvas.line(plot.bottomLeft(), plot.bottomRight(), "axis")
    if is_selected:
        canvas.frame(plot, "accent", 2)
    ticks = QRectF(plot.left(), plot.bottom() + below, plot.width(), foot)
    canvas.text(ticks, "0", "tick", "text_muted", LEFT)
    canvas.text(ticks, "100\N{NO-BREAK SPACE}%", "tick", "text_muted", RIGHT)
    leaders = ticks.translated(0, foot)
    canvas.paragraph(leaders, panel.leaders, "tick", "text_muted", most=1)
    canvas.hit(panel.key, box, panel.tip)


def _paint_lines(
    canvas: Canvas, plot: QRectF, panel: SparkPanel, data: SparkPanels, scale: tuple[float, float]
) -> None:
    """The quiet lines first, the named ones over them."""
    painter, metrics = canvas.painter, canvas.metrics
    low, high = scale
    across = (plot.left() + plot.width() * data.xs).tolist()
    down = (plot.bottom() - plot.height() * (panel.scores - low) / (high - low)).T.tolist()
    # Where separators are as bright as text, the lines in the background take the colour of the grid.
    quiet = "grid" if canvas.theme.name == "contrast" else "line"
    painter.setPen(QPen(canvas.ink(quiet), metrics.stroke(1)))
    painter.setRenderHint(painter.RenderHint.Antialiasing, len(down) <= _MANY)
    stride = 1 if len(down) <= _MANY else 2
    for place, ys in enumerate(down):
        if place not in data.named:
            painter.drawPolyline(_polygon(across[::stride], ys[::stride]))
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    for number, place in reversed(list(enumerate(data.named))):
        pen = QPen(canvas.ink("axis"), metrics.stroke(1.5))
        dash = DASHES[number % len(DASHES)]
        if dash:
            pen.setDashPattern(list(dash))
        painter.setPen(pen)
        painter.drawPolyline(_polygon(across, down[place]))


def _polygon(xs: list[float], ys: list[float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in zip(xs, ys, strict=True)])
