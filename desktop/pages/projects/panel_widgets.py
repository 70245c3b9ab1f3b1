"""Small widgets of the drawer, made from values so that the same content is not built twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look.state_marks import paint_state
from desktop.pages.projects.wrapped_text import line_count, paint_wrapped

if TYPE_CHECKING:
    from desktop.look.look import Look


class PaintedList(QWidget):
    """Rows painted under each other; subclasses say how high each is and paint it.

    One widget instead of a label for each word: the drawer is filled anew with every step in the table.
    """

    def __init__(self, look: Look, spoken: Iterable[str]) -> None:
        super().__init__()
        self.look = look
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("; ".join(spoken))
        look.changed.connect(self._restyle)

    def heights(self, width: int) -> list[int]:
        """The height of every row at a width."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, place: int, rect: QRectF) -> None:
        """Paints one row."""
        raise NotImplementedError

    def row_at(self, y: float) -> int:
        """The row at a height of the widget, -1 below the last."""
        bottom = 0
        for place, height in enumerate(self.heights(self.width())):
            bottom += height
            if y < bottom:
                return place
        return -1

    def lines(self, text: str, width: float, most: int = 4) -> int:
        """How many small lines a text takes."""
        return line_count(text, self.look.font("small"), width, most) if text else 0

    def paint_text(
        self, painter: QPainter, rect: QRectF, text: str, ink: str, *, is_right: bool = False
    ) -> None:
        """Paints small text in a rectangle, in a colour of the theme."""
        paint_wrapped(painter, rect, text, self.look.font("small"), self.look.colour(ink), is_right=is_right)

    def sizeHint(self) -> QSize:
        return QSize(self.look.metrics.units(20), sum(self.heights(max(1, self.width()))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.metrics.units(12), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, top = QPainter(self), 0
        for place, height in enumerate(self.heights(self.width())):
            self.paint_row(painter, place, QRectF(0, top, self.width(), height))
            top += height
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


@dataclass(frozen=True)
class Facts:
    """Name and value line by line, the first value with a screening mark."""

    look: Look
    state: str
    rows: tuple[tuple[str, str], ...]

    def __call__(self) -> QWidget:
        """The widget."""
        return FactList(self.look, self.state, self.rows)


class FactList(PaintedList):
    """Names in quiet ink at the left, values at the right."""

    def __init__(self, look: Look, state: str, rows: tuple[tuple[str, str], ...]) -> None:
        super().__init__(look, (f"{name} {value}" for name, value in rows))
        self._state = state
        self._rows = rows

    def _left(self) -> int:
        widest = max((self.look.metrics.width(name, "small") for name, _ in self._rows), default=0)
        return round(widest) + self.look.metrics.space("m")

    def heights(self, width: int) -> list[int]:
        """See PaintedList."""
        line, air, room = self.look.metrics.line("small"), self.look.metrics.units(0.35), width - self._left()
        return [self.lines(value, room) * line + air for _, value in self._rows]

    def paint_row(self, painter: QPainter, place: int, rect: QRectF) -> None:
        """See PaintedList."""
        metrics, (name, value) = self.look.metrics, self._rows[place]
        inner = rect.adjusted(0, 0, 0, -metrics.units(0.35))
        self.paint_text(
            painter, QRectF(0, inner.top(), self._left(), metrics.line("small")), name, "text_muted"
        )
        self.paint_text(painter, inner.adjusted(self._left(), 0, 0, 0), value, "text", is_right=True)
        if place == 0:
            size = metrics.units(1.75)
            x = inner.right() - metrics.width(value, "small") - metrics.space("xs") - size / 2
            centre = QPointF(x, inner.center().y())
            paint_state(painter, centre, size, self._state, self.look.theme, "raised")


@dataclass(frozen=True)
class Line:
    """A red line a project hits: its mark, its name and what is missing."""

    state: str
    word: str
    name: str
    note: str


@dataclass(frozen=True)
class Lines:
    """Red lines under each other, each with its mark."""

    look: Look
    lines: tuple[Line, ...]

    def __call__(self) -> QWidget:
        """The widget."""
        return LineList(self.look, self.lines)


class LineList(PaintedList):
    """A mark, the name of the line, and below it what is missing."""

    def __init__(self, look: Look, rows: tuple[Line, ...]) -> None:
        super().__init__(look, (f"{row.name}: {row.word}, {row.note}" for row in rows))
        self._rows = rows

    def _left(self) -> int:
        return self.look.metrics.units(2.5)

    def heights(self, width: int) -> list[int]:
        """See PaintedList."""
        line, air, room = self.look.metrics.line("small"), self.look.metrics.space("xs"), width - self._left()
        return [(self.lines(row.name, room) + self.lines(row.note, room)) * line + air for row in self._rows]

    def paint_row(self, painter: QPainter, place: int, rect: QRectF) -> None:
        """See PaintedList."""
        metrics, row = self.look.metrics, self._rows[place]
        line, left, room = metrics.line("small"), self._left(), rect.width() - self._left()
        head = QRectF(left, rect.top(), room, self.lines(row.name, room) * line)
        self.paint_text(painter, head, row.name, "text")
        note = QRectF(left, head.bottom(), room, self.lines(row.note, room) * line)
        if row.note:
            self.paint_text(painter, note, row.note, "text_muted")
        size = metrics.units(1.75)
        paint_state(
            painter, QPointF(size / 2, rect.top() + line / 2), size, row.state, self.look.theme, "raised"
        )


@dataclass(frozen=True)
class ScoreRow:
    """One criterion in the drawer; `source` is empty where it is the common one."""

    key: str
    role: str
    value: str
    source: str
    is_missing: bool = False


@dataclass(frozen=True)
class Scores:
    """Criteria with values in words; a click asks for the cell."""

    look: Look
    rows: tuple[ScoreRow, ...]
    current: str
    ask: Callable[[str], None] = field(compare=False)

    def __call__(self) -> QWidget:
        """The widget."""
        widget = ScoreList(self.look, self.rows, self.current)
        widget.asked.connect(self.ask)
        return widget


class ScoreList(PaintedList):
    """Criteria line by line: id in its premise's colour, value in words, its own source below."""

    asked = Signal(str)

    def __init__(self, look: Look, rows: tuple[ScoreRow, ...], current: str) -> None:
        super().__init__(look, (f"{row.key} {row.value}" for row in rows))
        self._rows = rows
        self._current = current
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _left(self) -> int:
        return self.look.metrics.units(4)

    def _room(self, width: float) -> float:
        return width - self._left() - self.look.metrics.space("xs")

    def heights(self, width: int) -> list[int]:
        """See PaintedList."""
        line, air, room = self.look.metrics.line("small"), self.look.metrics.space("xs"), self._room(width)
        return [
            (self.lines(row.value, room) + self.lines(row.source, room, 2)) * line + air for row in self._rows
        ]

    def paint_row(self, painter: QPainter, place: int, rect: QRectF) -> None:
        """See PaintedList."""
        look, metrics, row = self.look, self.look.metrics, self._rows[place]
        if row.key == self._current:
            painter.fillRect(rect, look.colour("selection"))
        line, room = metrics.line("small"), self._room(rect.width())
        top = rect.top() + metrics.space("xs") / 2
        painter.setFont(look.font("small_strong"))
        painter.setPen(look.theme.premise(row.role, "deep"))
        head = QRectF(metrics.space("xs"), top, self._left(), line)
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, row.key)
        box = QRectF(self._left(), top, room, self.lines(row.value, room) * line)
        self.paint_text(painter, box, row.value, "attention" if row.is_missing else "text")
        if row.source:
            below = QRectF(box.left(), box.bottom(), room, self.lines(row.source, room, 2) * line)
            self.paint_text(painter, below, row.source, "text_muted")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.row_at(event.position().y())
        if place >= 0:
            self.asked.emit(self._rows[place].key)
