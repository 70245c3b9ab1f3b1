"""A list of options under an editor: number, name, meaning and marks; it never takes the keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.pages.projects.wrapped_text import line_count, paint_wrapped

if TYPE_CHECKING:
    from desktop.look.look import Look
    from desktop.pages.projects.edit_tasks import Option

_MOST_LINES = 4


@dataclass(frozen=True)
class Mark:
    """What stands at the right of an option: "low", "most likely", a tick in words."""

    text: str
    is_current: bool = False


class OptionRows(QWidget):
    """Paints the rows; `picked` tells the option clicked and whether Shift was held."""

    picked = Signal(int, bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._options: tuple[Option, ...] = ()
        self._marks: dict[int, Mark] = {}
        self._hovered = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_options(self, options: tuple[Option, ...], marks: dict[int, Mark]) -> None:
        """Shows options with marks by their place."""
        self._options, self._marks = options, marks
        self.setAccessibleDescription("; ".join(option.title for option in options))
        self.updateGeometry()
        self.update()

    @property
    def options(self) -> tuple[Option, ...]:
        """The options on show."""
        return self._options

    def wanted_height(self, width: int) -> int:
        """The height all rows take at a width."""
        return sum(self._row_height(option, width) for option in self._options)

    def row_rect(self, place: int) -> QRectF:
        """Where an option stands."""
        top = sum(self._row_height(option, self.width()) for option in self._options[:place])
        return QRectF(0, top, self.width(), self._row_height(self._options[place], self.width()))

    def sizeHint(self) -> QSize:
        return QSize(self._look.metrics.units(40), self.wanted_height(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def _text_width(self, width: int) -> float:
        return width - self._left() - self._look.metrics.units(10)

    def _left(self) -> int:
        is_numbered = any(option.number for option in self._options)
        return self._look.metrics.units(4) if is_numbered else self._look.metrics.space("m")

    def _row_height(self, option: Option, width: int) -> int:
        metrics = self._look.metrics
        if not option.words:
            return metrics.line("body") + metrics.space("xs")
        lines = line_count(option.words, self._look.font("small"), self._text_width(width), _MOST_LINES)
        return metrics.line("small_strong") + lines * metrics.line("small") + metrics.space("s")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, option in enumerate(self._options):
            self._paint_row(painter, place, option, self.row_rect(place))
        painter.end()

    def _paint_row(self, painter: QPainter, place: int, option: Option, rect: QRectF) -> None:
        look, metrics = self._look, self._look.metrics
        mark = self._marks.get(place)
        if mark is not None and mark.is_current:
            painter.fillRect(rect, look.colour("selection"))
            painter.fillRect(QRectF(0, rect.top(), metrics.stroke(3), rect.height()), look.colour("accent"))
        elif place == self._hovered:
            painter.fillRect(rect, look.colour("hover"))
        left, width = float(self._left()), self._text_width(round(rect.width()))
        top = rect.top() + (metrics.space("xs") if option.words else 0)
        height = metrics.line("small_strong") if option.words else rect.height()
        head = QRectF(left, top, rect.width() - left - metrics.space("m"), height)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font("small_strong" if option.words else "small"))
        painter.setPen(look.colour("text"))
        painter.drawText(QRectF(metrics.space("m"), top, left, height), middle, option.number)
        painter.drawText(head, middle | Qt.AlignmentFlag.AlignLeft, option.title)
        if mark is not None:
            painter.setFont(look.font("small"))
            painter.drawText(head, middle | Qt.AlignmentFlag.AlignRight, mark.text)
        if option.words:
            below = QRectF(left, top + height, width, rect.bottom() - top - height - metrics.space("xs"))
            paint_wrapped(painter, below, option.words, look.font("small"), look.colour("text_muted"))

    def _at(self, position: QPointF) -> int:
        for place in range(len(self._options)):
            if self.row_rect(place).contains(position):
                return place
        return -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._at(event.position())
        self.update()

    def leaveEvent(self, event: object) -> None:
        self._hovered = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Taken on press, so that the editor above keeps the keyboard.
        place = self._at(event.position())
        if place >= 0:
            self.picked.emit(place, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        event.accept()


class OptionList(QScrollArea):
    """The rows in a frame that scrolls where they are many."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.rows = OptionRows(look)
        self._current = -1
        self.setWidget(self.rows)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_options(self, options: tuple[Option, ...], marks: dict[int, Mark]) -> None:
        """Shows options and brings the current one into view."""
        self.rows.show_options(options, marks)
        self._current = next((place for place, mark in marks.items() if mark.is_current), -1)
        self.show_current()

    def show_current(self) -> None:
        """Scrolls to the current option, with as much of its neighbours as there is room for."""
        if self._current < 0:
            return
        rect = self.rows.row_rect(self._current)
        room = max(rect.height() / 2, self.viewport().height() / 2 - 1)
        self.ensureVisible(0, round(rect.center().y()), 0, round(room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_current()  # the rows are laid out for a width and a height only now
