"""What a dot plot shows, and where its rows, columns and marks stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from desktop.charts.axes import Scale
from desktop.look.wrapping import wrap_text

if TYPE_CHECKING:
    from desktop.look.metrics import Metrics

_NAMES = 30
"""Units that names take at most; longer ones take two lines."""
_STRETCH = 1.4
"""How much higher rows become where there is room."""
_LEVELS = 4
"""How many marks stand above, and as many below, where all have one value."""


@dataclass(frozen=True)
class Person:
    """Someone whose marks have this shape; `note` stands behind the name in the legend."""

    key: str
    name: str
    shape: str
    note: str = ""


@dataclass(frozen=True)
class Mark:
    """The value of a person on one line."""

    person: str
    value: float
    tip: str = ""


@dataclass(frozen=True)
class DotLine:
    """A line with a mark for each person who has a value, and the value of all together."""

    key: str
    label: str
    name: str
    value: float
    marks: tuple[Mark, ...]
    tip: str = ""

    @property
    def spread(self) -> float:
        """From the lowest mark to the highest."""
        values = [mark.value for mark in self.marks]
        return max(values) - min(values) if values else 0.0


@dataclass(frozen=True)
class DotGroup:
    """The lines of one premise under its name; `text` is muted behind it."""

    title: str
    role: str
    lines: tuple[DotLine, ...]
    text: str = ""


@dataclass(frozen=True)
class DotHeads:
    """Words over the columns and in the legend; `crowd` stands for people who all have the same mark."""

    group: str
    value: str
    spread: str
    spread_tip: str = ""
    crowd: str = ""


@dataclass(frozen=True)
class DotPlot:
    """Shares from 0 to 1 on one axis from nothing to the largest; `selected` is the key of a person."""

    groups: tuple[DotGroup, ...]
    people: tuple[Person, ...]
    heads: DotHeads
    selected: str = ""
    summary: str = ""

    @property
    def largest(self) -> float:
        """The end of the axis: the largest share, and a little air."""
        values = [
            value
            for group in self.groups
            for line in group.lines
            for value in (line.value, *(mark.value for mark in line.marks))
        ]
        return min(1.0, max(values, default=0.0) * 1.04) or 1.0

    @property
    def shapes(self) -> dict[str, str]:
        """The shape of each person."""
        return {person.key: person.shape for person in self.people}


@dataclass(frozen=True)
class Columns:
    """The left and right edges of the columns, and the scale of the plot."""

    names: tuple[float, float]
    plot: Scale
    value: tuple[float, float]
    spread: tuple[float, float]


def lay_out_columns(rect: QRectF, data: DotPlot, metrics: Metrics) -> Columns:
    """Names, plot, the value of the group, the spread; the plot takes what the others leave."""
    gap, rule = metrics.space("m"), metrics.space("m")
    lines = [line for group in data.groups for line in group.lines]
    widest = max((_label_width(line, metrics) for line in lines), default=0.0) + 2
    names = min(widest, metrics.units(_NAMES), rect.width() * 0.42)
    value = _column(data.heads.value, "100.0\N{NO-BREAK SPACE}%", metrics)
    spread = _column(data.heads.spread, "100.0\N{NO-BREAK SPACE}%", metrics)
    right = rect.right() - spread - gap - value - gap
    left = rect.left() + rule + names + gap
    inset = mark_size(data, metrics)
    return Columns(
        (rect.left() + rule, rect.left() + rule + names),
        Scale(0.0, data.largest, left + inset, max(right - inset, left + inset + 1)),
        (rect.right() - spread - gap - value, rect.right() - spread - gap),
        (rect.right() - spread, rect.right()),
    )


def _label_width(line: DotLine, metrics: Metrics) -> float:
    return label_edge(line, metrics) + metrics.width(line.name, "small")


def label_edge(line: DotLine, metrics: Metrics) -> float:
    """How wide the id of a line is, with the gap to its name."""
    return metrics.width(line.label + "\N{NO-BREAK SPACE}", "small_strong") + metrics.space("xs")


def _column(head: str, sample: str, metrics: Metrics) -> float:
    return max(metrics.width(head, "tick"), metrics.width(sample, "small"))


def mark_size(data: DotPlot, metrics: Metrics) -> float:
    """The height of a mark; a crowd has smaller ones."""
    return metrics.units(0.75 if data.heads.crowd else 1.2)


def head_step(metrics: Metrics) -> int:
    """Pixels of the name of a premise."""
    return metrics.line("strong") + metrics.space("s")


def line_step(data: DotPlot, metrics: Metrics) -> int:
    """Pixels of a line; all are higher where one name needs two lines of text."""
    room = metrics.units(_NAMES)
    needs_two = any(_label_width(line, metrics) + 2 > room for group in data.groups for line in group.lines)
    return max(metrics.units(3.4), metrics.double_row if needs_two else metrics.dense_row)


def rows_height(data: DotPlot, metrics: Metrics) -> int:
    """Pixels that the rows need."""
    lines = sum(len(group.lines) for group in data.groups)
    gaps = max(0, len(data.groups) - 1) * metrics.space("m")
    return lines * line_step(data, metrics) + len(data.groups) * head_step(metrics) + gaps


def stretched_step(rect: QRectF, data: DotPlot, metrics: Metrics) -> float:
    """Pixels of a line in a frame that may be higher than it must."""
    lines = sum(len(group.lines) for group in data.groups)
    step = line_step(data, metrics)
    if not lines:
        return step
    free = rect.height() - rows_height(data, metrics)
    return min(max(step + free / lines, step), step * _STRETCH)


def name_lines(line: DotLine, columns: Columns, metrics: Metrics) -> list[str]:
    """The name of a line of the plot, in one or two lines of text."""
    room = columns.names[1] - columns.names[0] - label_edge(line, metrics)
    return wrap_text(line.name, room, "small", metrics)


def dodge(places: Sequence[float], size: float) -> tuple[int, ...]:
    """A level for each mark (0, then 1 above, 1 below, 2 above, ...) so that none covers another.

    Where every level is taken, the one whose nearest mark is farthest away.
    """
    offered = [0, *(sign * level for level in range(1, _LEVELS + 1) for sign in (-1, 1))]
    taken: dict[int, list[float]] = {level: [] for level in offered}
    found = [0] * len(places)
    for number in sorted(range(len(places)), key=lambda one: places[one]):
        place = places[number]
        free = {level: min((abs(place - other) for other in taken[level]), default=size) for level in offered}
        level = next((one for one in offered if free[one] >= size), None)
        level = max(offered, key=lambda one: free[one]) if level is None else level
        taken[level].append(place)
        found[number] = level
    return tuple(found)
