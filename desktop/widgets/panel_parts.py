"""What "Why?" can say: the parts of the side panel as values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Sentence:
    """A paragraph; <b> and <a href="key"> are understood, the caller escapes what users wrote."""

    html: str


@dataclass(frozen=True)
class Caption:
    """A muted small line: a source, a unit, what a column means."""

    text: str


@dataclass(frozen=True)
class Rows:
    """A small table: the first column is read, the others are right-aligned; HTML is allowed in each cell.

    A row of one cell has the whole width.
    """

    rows: tuple[tuple[str, ...], ...]
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class Formula:
    """A box with the formula and then the formula with its numbers, one line each."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Callout:
    """A box with an edge in a tone: attention, danger, success or info; `state` adds a screening mark."""

    title: str
    html: str = ""
    tone: str = "attention"
    state: str = ""


@dataclass(frozen=True)
class Widget:
    """A widget made when the panel shows it: a small chart, a field."""

    make: Callable[[], QWidget]


Part = Sentence | Caption | Rows | Formula | Callout | Widget
"""Any part of a section."""


@dataclass(frozen=True)
class Section:
    """A heading and its parts; an empty heading starts without one; `note` stands at the heading's right."""

    heading: str
    parts: tuple[Part, ...]
    note: str = ""


@dataclass(frozen=True)
class PanelContent:
    """Everything the panel says of the selected thing: where it is (kicker), the question, the sections."""

    kicker: str
    title: str
    sections: tuple[Section, ...] = ()
