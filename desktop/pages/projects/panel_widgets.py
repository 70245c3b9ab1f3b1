"""Small widgets of the drawer, made from values so that the same content is not built twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.pages.projects.wrapped_text import line_count, paint_wrapped
from desktop.widgets.marks import StateSign
from desktop.widgets.text import Text

if TYPE_CHECKING:
    from desktop.look.look import Look


@dataclass(frozen=True)
class Facts:
    """Name and value line by line, the first with a screening mark."""

    look: Look
    state: str
    rows: tuple[tuple[str, str], ...]

    def __call__(self) -> QWidget:
        """The widget."""
        widget = QWidget()
        grid = QGridLayout(widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self.look.metrics.space("m"))
        grid.setVerticalSpacing(self.look.metrics.units(0.35))
        for row, (name, value) in enumerate(self.rows):
            grid.addWidget(
                Text(self.look, name, "small", "text_muted", wraps=False), row, 0, Qt.AlignmentFlag.AlignTop
            )
            label = Text(self.look, value, "small")
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            if row:
                grid.addWidget(label, row, 1)
            else:
                grid.addLayout(self._state_row(value), row, 1)
        grid.setColumnStretch(1, 1)
        return widget

    def _state_row(self, word: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self.look.metrics.space("xs"))
        line.addStretch(1)
        line.addWidget(StateSign(self.look, self.state, word, "raised"))
        line.addWidget(Text(self.look, word, "small", wraps=False))
        return line


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
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.metrics.space("xs"))
        for line in self.lines:
            row = QHBoxLayout()
            row.setSpacing(self.look.metrics.space("s"))
            row.addWidget(StateSign(self.look, line.state, line.word, "raised"), 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Text(self.look, line.name, "small"))
            if line.note:
                words.addWidget(Text(self.look, line.note, "small", "text_muted"))
            row.addLayout(words, 1)
            column.addLayout(row)
        return widget


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


class ScoreList(QWidget):
    """Paints criteria line by line: id in its premise's colour, value in words, its own source below."""

    asked = Signal(str)

    def __init__(self, look: Look, rows: tuple[ScoreRow, ...], current: str) -> None:
        super().__init__()
        self._look = look
        self._rows = rows
        self._current = current
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("; ".join(f"{row.key} {row.value}" for row in rows))
        look.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        width = max(1, self.width())
        return QSize(self._look.metrics.units(20), round(sum(self._height(row, width) for row in self._rows)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.metrics.units(12), self.sizeHint().height())

    def _left(self) -> int:
        return self._look.metrics.units(4)

    def _lines(self, row: ScoreRow, width: int) -> int:
        return line_count(
            row.value, self._look.font("small"), width - self._left() - self._look.metrics.space("xs"), 3
        )

    def _height(self, row: ScoreRow, width: int) -> int:
        metrics = self._look.metrics
        lines = self._lines(row, width) + bool(row.source)
        return lines * metrics.line("small") + metrics.space("xs")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, top = QPainter(self), 0.0
        for row in self._rows:
            rect = QRectF(0, top, self.width(), self._height(row, self.width()))
            self._paint_row(painter, rect, row)
            top = rect.bottom()
        painter.end()

    def _paint_row(self, painter: QPainter, rect: QRectF, row: ScoreRow) -> None:
        look, metrics = self._look, self._look.metrics
        if row.key == self._current:
            painter.fillRect(rect, look.colour("selection"))
        line, air = metrics.line("small"), metrics.space("xs") / 2
        painter.setFont(look.font("small_strong"))
        painter.setPen(look.theme.premise(row.role, "deep"))
        head = QRectF(metrics.space("xs"), rect.top() + air, self._left(), line)
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, row.key)
        lines = self._lines(row, self.width())
        box = QRectF(
            self._left(), rect.top() + air, rect.width() - self._left() - metrics.space("xs"), lines * line
        )
        ink = look.colour("attention" if row.is_missing else "text")
        paint_wrapped(painter, box, row.value, look.font("small"), ink)
        if row.source:
            painter.setFont(look.font("small"))
            painter.setPen(look.colour("text_muted"))
            below = QRectF(box.left(), box.bottom(), box.width(), line)
            text = painter.fontMetrics().elidedText(
                row.source, Qt.TextElideMode.ElideRight, round(below.width())
            )
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, text)

    def _row_at(self, position: QPointF) -> str:
        top = 0.0
        for row in self._rows:
            top += self._height(row, self.width())
            if position.y() < top:
                return row.key
        return ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        key = self._row_at(event.position())
        if key:
            self.asked.emit(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
