"""One premise or criterion that fills the screen and gets a figure from 0 to 100."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.look.pencil import CENTRE, LEFT, RIGHT, Pencil
from desktop.pages.weights.stakes import Item
from desktop.session.key_row import ENTER, KeyAct
from desktop.session.screen import Screen
from desktop.session.side import Side
from desktop.widgets.text import Text

LARGEST = 100.0
_STEP = 5.0


@dataclass(frozen=True)
class FigureState:
    """An element as shown: what is asked, what it is compared with, its figure and its colour."""

    title: str
    help: str
    item: Item
    value: float | None


class FigureBar(QWidget):
    """The figure as a bar from 0 to 100 with its number."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._value: float | None = None
        self._role = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_value(self, value: float | None, role: str) -> None:
        """Shows another figure."""
        self._value, self._role = value, role
        self.setAccessibleName(self.tr("no figure yet") if value is None else f"{value:g}")
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self._look.metrics
        return QSize(
            metrics.units(60), metrics.line("session") + metrics.units(5) + metrics.line("statement")
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, metrics = QPainter(self), self._look.metrics
        pencil = Pencil(painter, self._look.theme, metrics)
        high = metrics.line("session")
        number = "–" if self._value is None else f"{self._value:g}"
        pencil.text(QRectF(0, 0, self.width(), high), number, "session", "text", CENTRE)
        track = QRectF(0, high + metrics.space("s"), self.width(), metrics.units(3))
        pencil.fill(track, "window")
        pencil.frame(track, "axis")
        if self._value:
            share = min(self._value, LARGEST) / LARGEST
            pencil.premise_bar(
                QRectF(track.left(), track.top(), track.width() * share, track.height()), self._role
            )
        ends = QRectF(0, track.bottom() + metrics.space("xs"), self.width(), metrics.line("statement"))
        pencil.text(ends, "0", "statement", "text_muted", LEFT)
        pencil.text(ends, f"{LARGEST:g}", "statement", "text_muted", RIGHT)
        painter.end()


class FigureScreen(Screen):
    """`answered(figure)` at each move; None where the figure is taken back."""

    answered = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._value: float | None = None
        #: The digits typed since the question came up, "" after an arrow.
        self._typed = ""
        #: Whether a digit was refused: an Enter typed right behind it does not go on.
        self._is_refused = False
        self._title = Text(look, "", "title", "text_muted")
        self._side = Side(look, most=2)
        self._help = Text(look, "", "statement", "text_muted")
        self.bar = FigureBar(look)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._side, 1)
        self._column.addWidget(self.bar)
        self._column.addWidget(self._help)
        look.changed.connect(self._restyle)
        self._restyle()

    def begin(self) -> None:
        """A new question: digits start a new number."""
        self._typed, self._is_refused = "", False

    @property
    def is_typing(self) -> bool:
        """Whether digits have been typed that can be deleted one by one."""
        return bool(self._typed)

    def delete_digit(self) -> None:
        """Takes back the digit typed last; with the only one the figure."""
        self._typed, self._is_refused = self._typed[:-1], False
        self.answered.emit(float(self._typed) if self._typed else None)

    def show_state(self, state: FigureState) -> None:
        """Shows another element, or another figure of the same."""
        self._value = state.value
        if self._typed and state.value != float(self._typed):
            # The figure was refused by the study, or undone.
            self._typed = ""
        self._title.set_text(state.title)
        if not self._is_refused:
            self._help.set_text(state.help)
        self._side.show_item(state.item)
        self.bar.show_value(state.value, state.item.role)

    def acts(self) -> tuple[KeyAct, ...]:
        """How the figure is set."""
        acts = (KeyAct(("←", "→"), self.tr("by 5")), KeyAct(("0–9",), self.tr("type the figure")))
        if not self._typed:
            return acts
        delete = KeyAct(("⌫",), self.tr("delete a digit"), (Qt.Key.Key_Backspace,), self.delete_digit)
        return (*acts, delete)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        moves = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP, Qt.Key.Key_Down: -1.0, Qt.Key.Key_Up: 1.0}
        if key in moves:
            self.begin()
            self.answered.emit(min(LARGEST, max(0.0, (self._value or 0.0) + moves[Qt.Key(key)])))
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._type(str(key - Qt.Key.Key_0))
        elif key == Qt.Key.Key_Delete:
            self.begin()
            self.answered.emit(None)
        elif key in ENTER and self._is_refused:
            self._is_refused = False
        else:
            super().keyPressEvent(event)

    def _type(self, digit: str) -> None:
        """One more digit; one that would lead beyond the end is refused, and what was typed stands."""
        longer = str(int(self._typed + digit))
        if float(longer) > LARGEST:
            self._is_refused = True
            text = self.tr("{wanted} is more than {most}, so {typed} stands. Enter twice keeps it.")
            self._help.set_text(text.format(wanted=longer, most=f"{LARGEST:g}", typed=self._typed))
            return
        self._typed, self._is_refused = longer, False
        self.answered.emit(float(longer))

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.metrics.space("m"))
