"""Where answers contradict each other the questions stop: review them, or go on knowingly."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.pages.weights.tall_column import TallColumn, scrolled
from desktop.widgets.buttons import primary_button, secondary_button
from desktop.widgets.choices import clear_layout
from desktop.widgets.text import Text

#: Units beyond which the lines do not grow.
WIDEST = 108


@dataclass(frozen=True)
class StopState:
    """What is said at a stop; `groups` are node, name and CR of each set of answers to review."""

    title: str
    text: str
    groups: tuple[tuple[str, str, str], ...]
    go_on: str


class StopView(QWidget):
    """`review_asked(node)` goes to the answer that fits least, `go_on_asked()` leaves things as they are."""

    review_asked = Signal(str)
    go_on_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: StopState | None = None
        self._title = Text(look, "", "title")
        self._text = Text(look)
        self._groups = QGridLayout()
        self._groups.setColumnStretch(0, 1)
        self._groups.setHorizontalSpacing(look.metrics.space("m"))
        self._groups.setVerticalSpacing(look.metrics.space("s"))
        #: One button for each set of answers, the first of them takes Enter.
        self.reviews: list[QAbstractButton] = []
        self.go_on = secondary_button(look, "")
        self.go_on.clicked.connect(self.go_on_asked)
        inside = TallColumn(look, WIDEST)
        column = inside.column
        for widget in (self._title, self._text):
            column.addWidget(widget)
        column.addLayout(self._groups)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(self.go_on)
        column.addLayout(acts)
        column.addStretch(1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(scrolled(inside))

    def show_state(self, state: StopState) -> None:
        """Shows what contradicts itself; the same again changes nothing."""
        if state == self._shown:
            return
        self._shown = state
        self._title.set_text(state.title)
        self._text.set_text(state.text)
        self.go_on.setText(state.go_on)
        while self._groups.count():
            item = self._groups.takeAt(0)
            if item is not None:
                clear_layout(item)
        self.reviews = []
        for row, (node, name, cr) in enumerate(state.groups):
            make = secondary_button if row else primary_button
            button = make(self._look, self.tr("Review"))
            button.setAccessibleName(self.tr("Review {name}").format(name=name))
            button.clicked.connect(partial(self.review_asked.emit, node))
            self._groups.addWidget(Text(self._look, name, "strong"), row, 0)
            self._groups.addWidget(Text(self._look, cr, "body", "attention", wraps=False), row, 1)
            self._groups.addWidget(button, row, 2)
            self.reviews.append(button)

    def take_keyboard(self) -> None:
        """Enter reviews the first set of answers."""
        if self.reviews:
            # Made a moment ago, it would be shown only with the next event; hidden it takes no focus.
            self.reviews[0].show()
            self.reviews[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)
