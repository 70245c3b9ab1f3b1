"""Projects on a plane of two values: benefit and risk with arrows, or the context with its quadrants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.charts.axes import Axis, Scale, padded, round_ticks, write_ticks
from desktop.charts.drawing import Canvas, Drawing
from desktop.charts.labels import Obstacles, Wish, place_labels
from desktop.look.pencil import CENTRE, LEFT, RIGHT
from desktop.look.state_marks import paint_state

if TYPE_CHECKING:
    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme


MOST_LABELS: Final = 60
"""More labels than this are not even tried: nobody could read them, and the table names every project."""


@dataclass(frozen=True)
class MapPoint:
    """A project at (x, y); `before` is where it stood as proposed, intervals are (low, high).

    Faded points are shown pale and get no label: projects that are not proposed for support.
    """

    key: str
    label: str
    x: float
    y: float
    state: str
    before: tuple[float, float] | None = None
    x_interval: tuple[float, float] | None = None
    y_interval: tuple[float, float] | None = None
    is_faded: bool = False
    tip: str = ""


@dataclass(frozen=True)
class Quadrants:
    """Two dividing lines and the names of the corners: upper left, upper right, lower left, lower right."""

    x: float
    y: float
    names: tuple[str, str, str, str] = ("", "", "", "")


@dataclass(frozen=True)
class ProjectMap:
    """All points; `diagonal` is the caption of the line where both values are equal, empty for none."""

    points: tuple[MapPoint, ...]
    x: Axis
    y: Axis
    diagonal: str = ""
    quadrants: Quadrants | None = None
    selected: str = ""
    summary: str = ""


@dataclass(frozen=True)
class _Frame:
    plot: QRectF
    x: Scale
    y: Scale

    def at(self, x: float, y: float) -> QPointF:
        return QPointF(self.x(x), self.y(y))


def fitted_axis(title: str, values: tuple[float, ...], *, is_reversed: bool = False) -> Axis:
    """An axis that holds all values with some air; without values from 0 to 1."""
    low, high = padded(min(values), max(values), 0.08) if values else (0.0, 1.0)
    return Axis(title, low, high, is_reversed=is_reversed)


def benefit_risk_map(
    points: tuple[MapPoint, ...],
    risk_title: str,
    benefit_title: str,
    diagonal: str,
    selected: str = "",
    summary: str = "",
) -> ProjectMap:
    """Risk across and benefit upwards, with the dashed line where benefit equals risk."""
    risks = [value for p in points for value in (p.x, *(p.before or ())[:1], *(p.x_interval or ()))]
    benefits = [value for p in points for value in (p.y, *(p.before or ())[1:], *(p.y_interval or ()))]
    return ProjectMap(
        points,
        fitted_axis(risk_title, tuple(risks)),
        fitted_axis(benefit_title, tuple(benefits)),
        diagonal=diagonal,
        selected=selected,
        summary=summary,
    )


def paint(painter: QPainter, rect: QRectF, data: ProjectMap, theme: Theme, metrics: Metrics) -> Drawing:
    """Axes, dividing lines, intervals, arrows from "as proposed", marks by screening state, labels."""
    canvas = Canvas(painter, theme, metrics)
    frame = _lay_out(rect, data, metrics)
    obstacles = Obstacles()
    _paint_axes(canvas, rect, frame, data)
    _paint_quadrants(canvas, frame, data, obstacles)
    _paint_diagonal(canvas, frame, data, obstacles)
    painter.save()
    painter.setClipRect(frame.plot, Qt.ClipOperation.IntersectClip)
    order = sorted(data.points, key=lambda p: (p.key == data.selected, not p.is_faded))
    for point in order:
        _paint_interval(canvas, frame, point, obstacles)
        _paint_arrow(canvas, frame, point, obstacles, is_selected=point.key == data.selected)
    for point in order:
        _paint_point(canvas, frame, point, is_selected=point.key == data.selected)
    painter.restore()
    _paint_labels(canvas, frame, data, obstacles)
    return canvas.finish(frame.plot)


def _lay_out(rect: QRectF, data: ProjectMap, metrics: Metrics) -> _Frame:
    bottom = metrics.line("tick") + metrics.space("s") + (metrics.line("small") if data.x.title else 0)
    high = rect.height() - bottom - metrics.space("xs")
    texts = write_ticks(_ticks(data.y, high, metrics), is_percent=data.y.is_percent)
    left = max(metrics.width(text, "tick") for text in texts) + metrics.space("s")
    left += metrics.line("small") if data.y.title else 0
    plot = rect.adjusted(left, metrics.space("xs"), -metrics.space("s"), -bottom)
    across, up = (plot.left(), plot.right()), (plot.bottom(), plot.top())
    if data.x.is_reversed:
        across = (across[1], across[0])
    if data.y.is_reversed:
        up = (up[1], up[0])
    return _Frame(
        plot, Scale(data.x.lowest, data.x.highest, *across), Scale(data.y.lowest, data.y.highest, *up)
    )


def _ticks(axis: Axis, length: float, metrics: Metrics) -> tuple[float, ...]:
    """Round values along an axis; two at the least, because one alone tells no scale."""
    count = max(2, int(length / metrics.units(9)))
    ticks = round_ticks(axis.lowest, axis.highest, count)
    while len(ticks) < 2 and axis.lowest < axis.highest:
        count += 1
        ticks = round_ticks(axis.lowest, axis.highest, count)
    return ticks


def _paint_axes(canvas: Canvas, rect: QRectF, frame: _Frame, data: ProjectMap) -> None:
    plot, metrics = frame.plot, canvas.metrics
    canvas.frame(plot, "line")
    ticks = _ticks(data.y, plot.height(), metrics)
    for value, text in zip(ticks, write_ticks(ticks, is_percent=data.y.is_percent), strict=True):
        box = QRectF(rect.left(), frame.y(value) - 8, plot.left() - rect.left() - metrics.space("xs"), 16)
        canvas.text(box, text, "tick", "text_muted", RIGHT)
    ticks = _ticks(data.x, plot.width(), metrics)
    foot = plot.bottom() + metrics.space("xs")
    for value, text in zip(ticks, write_ticks(ticks, is_percent=data.x.is_percent), strict=True):
        canvas.text(
            QRectF(frame.x(value) - 40, foot, 80, metrics.line("tick")), text, "tick", "text_muted", CENTRE
        )
    if data.x.title:
        box = QRectF(plot.left(), rect.bottom() - metrics.line("small"), plot.width(), metrics.line("small"))
        canvas.text(box, data.x.title, "small", "text", CENTRE)
    if data.y.title:
        _paint_upright(canvas, rect, plot, data.y.title)


def _paint_upright(canvas: Canvas, rect: QRectF, plot: QRectF, text: str) -> None:
    painter, metrics = canvas.painter, canvas.metrics
    painter.save()
    painter.translate(rect.left() + metrics.line("small") / 2, plot.center().y())
    painter.rotate(-90)
    painter.setFont(metrics.font("small"))
    painter.setPen(canvas.ink("text"))
    half = plot.height() / 2
    painter.drawText(QRectF(-half, -12, 2 * half, 24), int(CENTRE), text)
    painter.restore()


def _paint_quadrants(canvas: Canvas, frame: _Frame, data: ProjectMap, obstacles: Obstacles) -> None:
    lines = data.quadrants
    if lines is None:
        return
    plot, metrics = frame.plot, canvas.metrics
    at = frame.at(lines.x, lines.y)
    for start, end in (
        (QPointF(at.x(), plot.top()), QPointF(at.x(), plot.bottom())),
        (QPointF(plot.left(), at.y()), QPointF(plot.right(), at.y())),
    ):
        canvas.line(start, end, "axis", 1.2, (4, 3))
        obstacles.add_line(start, end)
    inset = plot.adjusted(metrics.space("s"), metrics.space("xs"), -metrics.space("s"), -metrics.space("xs"))
    high = metrics.line("tick")
    corners = (
        (inset.top(), LEFT),
        (inset.top(), RIGHT),
        (inset.bottom() - high, LEFT),
        (inset.bottom() - high, RIGHT),
    )
    for name, (top, align) in zip(lines.names, corners, strict=True):
        if name:
            place = canvas.text(
                QRectF(inset.left(), top, inset.width(), high), name, "tick", "text_muted", align
            )
            obstacles.boxes.append(place)


def _paint_diagonal(canvas: Canvas, frame: _Frame, data: ProjectMap, obstacles: Obstacles) -> None:
    """The part of the line "both values equal" that lies inside the plot, its caption beside it."""
    if not data.diagonal:
        return
    low = max(data.x.lowest, data.y.lowest)
    high = min(data.x.highest, data.y.highest)
    if low >= high:
        return
    start, end = frame.at(low, low), frame.at(high, high)
    canvas.line(start, end, "axis", 1.5, (4, 3))
    obstacles.add_line(start, end)
    metrics = canvas.metrics
    size = metrics.width(data.diagonal, "tick"), metrics.measure("tick").height()
    line = QLineF(start, end)
    for share in (0.9, 0.75, 0.6, 0.45, 0.3, 0.15):
        at = line.pointAt(share)
        for box in (
            QRectF(at.x() - size[0] - 8, at.y() - size[1] - 4, *size),
            QRectF(at.x() + 8, at.y() + 4, *size),
        ):
            if frame.plot.adjusted(4, 2, -4, -2).contains(box) and not _hides_point(frame, data, box):
                obstacles.boxes.append(canvas.text(box, data.diagonal, "tick", "text_muted"))
                return


def _hides_point(frame: _Frame, data: ProjectMap, box: QRectF) -> bool:
    roomy = box.adjusted(-8, -8, 8, 8)
    return any(
        roomy.contains(frame.at(x, y)) for p in data.points for x, y in ((p.x, p.y), p.before or (p.x, p.y))
    )


def _paint_interval(canvas: Canvas, frame: _Frame, point: MapPoint, obstacles: Obstacles) -> None:
    at = frame.at(point.x, point.y)
    ink = canvas.theme.faded("axis", 0.45) if point.is_faded else canvas.ink("axis")
    ends = []
    if point.x_interval:
        ends.append(tuple(QPointF(frame.x(value), at.y()) for value in point.x_interval))
    if point.y_interval:
        ends.append(tuple(QPointF(at.x(), frame.y(value)) for value in point.y_interval))
    for start, end in ends:
        canvas.line(start, end, ink, 1.2)
        obstacles.add_line(start, end)


def _paint_arrow(
    canvas: Canvas, frame: _Frame, point: MapPoint, obstacles: Obstacles, *, is_selected: bool
) -> None:
    """From a small dot, where the project stood as proposed, to its mark."""
    if point.before is None:
        return
    start, end = frame.at(*point.before), frame.at(point.x, point.y)
    line = QLineF(start, end)
    if line.length() < canvas.metrics.units(0.8):
        return
    name = "accent" if is_selected else "axis"
    ink = canvas.theme.faded(name, 0.5) if point.is_faded else canvas.ink(name)
    canvas.line(start, end, ink, 2 if is_selected else 1.2)
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(ink)
    radius = canvas.metrics.units(0.3)
    canvas.painter.drawEllipse(start, radius, radius)
    obstacles.add_line(start, end)
    obstacles.points.append((start.x(), start.y(), radius + 1))


def _paint_point(canvas: Canvas, frame: _Frame, point: MapPoint, *, is_selected: bool) -> None:
    size = _mark_size(canvas.metrics, point)
    at = frame.at(point.x, point.y)
    if is_selected:
        canvas.painter.setBrush(canvas.ink("surface"))
        canvas.painter.setPen(QPen(canvas.ink("accent"), canvas.metrics.stroke(2)))
        reach = size * 0.5 + canvas.metrics.units(0.4)
        canvas.painter.drawEllipse(at, reach, reach)
    paint_state(canvas.painter, at, size, point.state, canvas.theme, opacity=0.5 if point.is_faded else 1.0)
    reach = size * 0.7
    canvas.hit(point.key, QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach), point.tip)


def _mark_size(metrics: Metrics, point: MapPoint) -> float:
    return metrics.units(1.5 if point.is_faded else 2)


def _paint_labels(canvas: Canvas, frame: _Frame, data: ProjectMap, obstacles: Obstacles) -> None:
    metrics = canvas.metrics
    high = metrics.measure("small_strong").height()
    wishes: list[Wish] = []
    for point in sorted(data.points, key=lambda p: p.key != data.selected):
        at, radius = frame.at(point.x, point.y), _mark_size(metrics, point) * 0.42
        radius += metrics.units(0.8) if point.key == data.selected else 0
        is_quiet = point.is_faded and point.key != data.selected
        if is_quiet or len(wishes) == MOST_LABELS:
            obstacles.points.append((at.x(), at.y(), radius))
        else:
            wide = metrics.width(point.label, "small_strong")
            wishes.append(Wish(point.key, at, radius, wide, high))
    bounds = frame.plot.adjusted(2, 1, -2, -1)
    places = place_labels(wishes, obstacles, bounds, metrics.units(0.5), metrics.units(4))
    names = {point.key: point.label for point in data.points}
    for place in places:
        if place.leader is not None:
            canvas.line(place.leader.p1(), place.leader.p2(), "axis")
        ink = "accent" if place.key == data.selected else "text"
        canvas.text(place.box, names[place.key], "small_strong", ink)
