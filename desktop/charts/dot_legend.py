"""The legend of a dot plot: the mark of each person, or of the crowd, and that of the group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from desktop.charts.dot_rows import DotPlot, Person, mark_size
from desktop.charts.person_marks import DOT, paint_person
from desktop.look.pencil import LEFT
from desktop.look.wrapping import elide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor

    from desktop.charts.drawing import Canvas
    from desktop.look.metrics import Metrics

_FADED = 0.38
"""How much ink is left to the others while one person is selected."""


def legend_height(data: DotPlot, metrics: Metrics, width: float) -> int:
    """Pixels of the legend at a width."""
    return (max((line for line, _x, _entry in _legend(data, metrics, width)), default=0) + 1) * _legend_step(
        metrics
    )


def paint_legend(canvas: Canvas, rect: QRectF, data: DotPlot) -> None:
    """Every entry from the upper left corner of a frame; those of people can be touched."""
    metrics = canvas.metrics
    step = _legend_step(metrics)
    for line, x, entry in _legend(data, metrics, rect.width()):
        box = QRectF(rect.left() + x, rect.top() + line * step, _entry_width(entry, metrics), step)
        _paint_entry(canvas, box, entry, data)


def person_ink(canvas: Canvas, person: str, data: DotPlot) -> QColor:
    """The ink of a person's marks: the selected one stands out, the others fade."""
    if not data.selected:
        return canvas.ink("text")
    return canvas.ink("accent") if person == data.selected else canvas.theme.faded("text", _FADED)


def selected_person(data: DotPlot) -> Person | None:
    """Whoever is selected, None for nobody."""
    return next((person for person in data.people if person.key == data.selected), None)


def _legend_step(metrics: Metrics) -> int:
    return metrics.line("small") + metrics.space("xs")


def _legend(data: DotPlot, metrics: Metrics, width: float) -> Iterator[tuple[int, float, Person]]:
    """Line, place and entry of everything in the legend, set like words; the group has no key."""
    line, x, gap = 0, 0.0, metrics.space("l")
    chosen = selected_person(data)
    entries: tuple[Person, ...] = data.people
    if data.heads.crowd:
        entries = (Person("", data.heads.crowd, DOT), *([chosen] if chosen else []))
    for entry in (*entries, Person("", data.heads.group, "")):
        wide = _entry_width(entry, metrics)
        if x > 0 and x + wide > width:
            line, x = line + 1, 0.0
        yield line, x, _fitted(entry, width - x, metrics)
        x += wide + gap


def _fitted(entry: Person, room: float, metrics: Metrics) -> Person:
    words = room - _entry_width(Person("", "", "", entry.note), metrics)
    return Person(entry.key, elide(entry.name, words, "small", metrics), entry.shape, entry.note)


def _entry_width(entry: Person, metrics: Metrics) -> float:
    note = metrics.space("xs") + metrics.width(entry.note, "small") if entry.note else 0
    return metrics.units(1.2) + metrics.space("s") + metrics.width(entry.name, "small") + note + 1


def _paint_entry(canvas: Canvas, box: QRectF, entry: Person, data: DotPlot) -> None:
    metrics = canvas.metrics
    size = metrics.units(1.2)
    at = QPointF(box.left() + size / 2, box.center().y())
    is_chosen = bool(entry.key) and entry.key == data.selected
    if not entry.shape:
        thick = metrics.stroke(4)
        reach = metrics.line("small") * 0.42
        canvas.fill(QRectF(at.x() - thick / 2, at.y() - reach, thick, 2 * reach), "axis")
    elif entry.shape == DOT:
        shape, edge = ("disc", size) if is_chosen else (DOT, mark_size(data, metrics))
        ink = canvas.ink("accent" if is_chosen else "text")
        paint_person(canvas.painter, at, edge, shape, ink, canvas.ink("surface"))
    else:
        ink = person_ink(canvas, entry.key, data)
        paint_person(canvas.painter, at, size, entry.shape, ink, canvas.ink("surface"))
    words = box.adjusted(size + metrics.space("s"), 0, 0, 0)
    kind, colour = ("small", "accent") if is_chosen else ("small", "text")
    place = canvas.text(words, entry.name, kind, colour, LEFT)
    if entry.note:
        canvas.text(
            words.adjusted(place.width() + metrics.space("xs"), 0, 0, 0), entry.note, "small", "text_muted"
        )
    if is_chosen:
        foot = place.bottom() - 1
        canvas.line(QPointF(place.left(), foot), QPointF(place.right(), foot), "accent", 1.5)
    if entry.key:
        canvas.hit(entry.key, box)
