"""A list from which one is chosen: the next in an order, the best, the worst, or how many times more."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.look.pencil import CENTRE, Pencil
from desktop.session.fitted_text import FittedText
from desktop.session.key_row import KeyAct
from desktop.session.screen import Screen

_KEYS = 9


@dataclass(frozen=True)
class Option:
    """One line: the key it stands for, its words, the premise whose colour it carries."""

    key: str
    text: str
    role: str = ""


@dataclass(frozen=True)
class ChoiceState:
    """A choice as shown; `chosen` is a key, "" while nothing is chosen."""

    title: str
    options: tuple[Option, ...]
    chosen: str


class OptionList(QWidget):
    """The lines, numbered as far as there are digits; the chosen one has the selection's ground and edge."""

    pressed = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._state = ChoiceState("", (), "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_state(self, state: ChoiceState) -> None:
        """Shows another list or another choice."""
        self._state = state
        chosen = next((option.text for option in state.options if option.key == state.chosen), "")
        self.setAccessibleName(chosen or self.tr("nothing chosen"))
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self._look.metrics
        return QSize(metrics.units(60), len(self._state.options) * metrics.line("statement"))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def row_height(self) -> float:
        """The height of a line: as large as there is room, not larger than reads well."""
        count = max(1, len(self._state.options))
        return min(self.height() / count, 2.0 * self._look.metrics.line("statement"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = int(event.position().y() / self.row_height())
        if row < len(self._state.options):
            self.pressed.emit(row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, metrics = QPainter(self), self._look.metrics
        pencil = Pencil(painter, self._look.theme, metrics)
        high = self.row_height()
        kind = next((k for k in ("figure", "statement", "title") if metrics.line(k) <= high), "body")
        for row, option in enumerate(self._state.options):
            box = QRectF(0, row * high, self.width(), high).adjusted(0, 1, 0, -1)
            self._paint(pencil, box, row, option, "statement" if kind == "figure" else kind)
        painter.end()

    def _paint(self, pencil: Pencil, box: QRectF, row: int, option: Option, kind: str) -> None:
        metrics = self._look.metrics
        if option.key == self._state.chosen:
            pencil.fill(box, "selection")
            pencil.fill(QRectF(0, box.top(), metrics.stroke(3) * 2, box.height()), "accent")
        if option.role:
            edge = metrics.units(1.5)
            mark = QRectF(metrics.units(2), box.center().y() - edge / 2, edge, edge)
            pencil.premise_bar(mark, option.role)
        left = metrics.units(5)
        if row < _KEYS:
            cap = QRectF(left, box.center().y() - metrics.units(1.75), metrics.units(3.5), metrics.units(3.5))
            if cap.height() < box.height():
                pencil.frame(cap, "line_strong", 1, metrics.units(0.4))
            pencil.text(cap, str(row + 1), "head", "text", CENTRE)
        words = box.adjusted(left + metrics.units(6), 0, -metrics.units(1), 0)
        pencil.paragraph(words, option.text, kind, "text", most=1)


class ChoiceScreen(Screen):
    """`answered(key)` when a line is chosen."""

    answered = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._state = ChoiceState("", (), "")
        self._title = FittedText(look, most=2, largest="session")
        self.list = OptionList(look)
        self.list.pressed.connect(self._choose)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(self.list, 1)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_state(self, state: ChoiceState) -> None:
        """Shows another list, or another choice of the same."""
        self._state = state
        self._title.set_text(state.title)
        self.list.show_state(state)

    def acts(self) -> tuple[KeyAct, ...]:
        """How a line is chosen."""
        last = min(_KEYS, len(self._state.options))
        return (KeyAct(("↑", "↓", f"1–{last}"), self.tr("choose")),)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = [option.key for option in self._state.options]
        now = keys.index(self._state.chosen) if self._state.chosen in keys else None
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = -1 if key == Qt.Key.Key_Up else 1
            self._choose(0 if now is None else min(len(keys) - 1, max(0, now + step)))
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._choose(key - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        if row < len(self._state.options) and self._state.options[row].key != self._state.chosen:
            self.answered.emit(self._state.options[row].key)

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.metrics.space("l"))
