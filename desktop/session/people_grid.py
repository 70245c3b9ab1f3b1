"""Who has answered what: people by sets of questions, told by shape, word and count, never by answer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look.look import Look
from desktop.look.pencil import Pencil

_NAMES, _TOTAL = 0.3, 0.13
"""Shares of the width for the names at the left and the total at the right."""


@dataclass(frozen=True)
class Cell:
    """How much of a set of questions a person has answered, with the word for it."""

    done: int
    count: int
    word: str


@dataclass(frozen=True)
class GridRow:
    """One person; a person who is asked about everything at once has a single cell."""

    key: str
    name: str
    way: str
    cells: tuple[Cell, ...]
    total: str
    is_next: bool


class PeopleGrid(QWidget):
    """`pressed(key)` when a line is clicked."""

    pressed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._heads: tuple[str, ...] = ()
        self._rows: tuple[GridRow, ...] = ()
        self._chosen = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_rows(self, heads: tuple[str, ...], rows: tuple[GridRow, ...], chosen: str) -> None:
        """Shows people and the one who is chosen."""
        self._heads, self._rows, self._chosen = heads, rows, chosen
        self.setAccessibleName("; ".join(f"{row.name}: {row.total}" for row in rows))
        self.updateGeometry()
        self.update()

    def box_of(self, key: str) -> QRectF:
        """The place of a person's line."""
        place = next((number for number, row in enumerate(self._rows) if row.key == key), 0)
        high = self._row_height()
        return QRectF(0, self._head_height() + place * high, self.width(), high)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        metrics = self._look.metrics
        least = self._head_height() + len(self._rows) * self._least_height()
        return QSize(metrics.units(90), round(least))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = int((event.position().y() - self._head_height()) // self._row_height())
        if 0 <= row < len(self._rows):
            self.pressed.emit(self._rows[row].key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, self._look.theme, self._look.metrics)
        self._paint_heads(pencil)
        for row in self._rows:
            self._paint_row(pencil, self.box_of(row.key), row)
        painter.end()

    def _head_height(self) -> float:
        return 2 * self._look.metrics.line("body") + self._look.metrics.space("xs")

    def _least_height(self) -> float:
        metrics = self._look.metrics
        name = 2 * metrics.line("small_strong") if self._has_long_names() else metrics.line("head")
        return name + metrics.line("small") + metrics.space("xs")

    def _has_long_names(self) -> bool:
        room = _NAMES * self.width() - self._look.metrics.space("xxl")
        return any(self._look.metrics.width(row.name, "head") > room for row in self._rows)

    def _row_height(self) -> float:
        room = self.height() - self._head_height()
        wanted = room / max(1, len(self._rows))
        return max(self._least_height(), min(wanted, 1.6 * self._least_height()))

    def _cell(self, box: QRectF, place: int) -> QRectF:
        left, width = _NAMES * box.width(), (1 - _NAMES - _TOTAL) * box.width() / max(1, len(self._heads))
        return QRectF(left + place * width, box.top(), width, box.height())

    def _cell_of(self, row: GridRow, box: QRectF, place: int) -> QRectF:
        """The place of a cell; a single one stands across all heads, for it is about them all."""
        cell = self._cell(box, place)
        if len(row.cells) == 1:
            cell.setRight(self._cell(box, max(1, len(self._heads)) - 1).right())
        return cell

    def _paint_heads(self, pencil: Pencil) -> None:
        metrics = self._look.metrics
        box = QRectF(0, 0, self.width(), self._head_height())
        for place, head in enumerate(self._heads):
            inner = self._cell(box, place).adjusted(0, 0, -metrics.space("s"), 0)
            pencil.paragraph(inner, head, "body", "text_muted")
        pencil.line(box.bottomLeft(), box.bottomRight(), "line_strong")

    def _paint_row(self, pencil: Pencil, box: QRectF, row: GridRow) -> None:
        metrics = self._look.metrics
        if row.key == self._chosen:
            pencil.fill(box, "selection")
            pencil.fill(QRectF(0, box.top(), metrics.stroke(3), box.height()), "accent")
        name = QRectF(
            metrics.space("m"), box.top(), _NAMES * box.width() - metrics.space("xxl"), box.height()
        )
        is_long = metrics.width(row.name, "head") > name.width()
        half = 2 * metrics.line("small_strong") if is_long else metrics.line("head")
        top = box.center().y() - (half + metrics.line("small")) / 2
        kind = "small_strong" if is_long else "head"
        pencil.paragraph(QRectF(name.left(), top, name.width(), half), row.name, kind, "text")
        below = QRectF(name.left(), top + half, name.width(), metrics.line("small"))
        pencil.paragraph(below, row.way, "small", "text_muted", most=1)
        for place, cell in enumerate(row.cells):
            self._paint_cell(pencil, self._cell_of(row, box, place), cell)
        total = self._cell(box, len(self._heads))
        pencil.text(total, row.total, "strong" if row.is_next else "body")
        pencil.line(box.bottomLeft(), box.bottomRight(), "grid")

    def _paint_cell(self, pencil: Pencil, box: QRectF, cell: Cell) -> None:
        metrics = self._look.metrics
        radius = metrics.units(0.8)
        at = QPointF(box.left() + radius + 1, box.center().y())
        painter = pencil.painter
        ink = "success" if cell.done >= cell.count else "attention" if cell.done else "text_muted"
        painter.setPen(QPen(pencil.ink(ink), metrics.stroke(1.5)))
        painter.setBrush(pencil.ink(ink) if cell.done >= cell.count else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, radius, radius)
        if 0 < cell.done < cell.count:
            painter.setBrush(pencil.ink(ink))
            ring = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
            painter.drawPie(ring, 90 * 16, 180 * 16)
        words = box.adjusted(3 * radius, 0, 0, 0)
        pencil.text(words, cell.word, "body", "text" if cell.done else "text_muted")
