"""The discussion after the reveal: one question at a time, the most divided first, with notes and changes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.session.fitted_text import FittedText
from desktop.session.line_editor import LineEditor
from desktop.session.mind_changer import Change, MindChanger
from desktop.session.screen import Screen, framed
from desktop.session.spread import Spread
from desktop.session.spread_view import SpreadView
from desktop.widgets.text import Text


@dataclass(frozen=True)
class DiscussionState:
    """A question as shown: its place among all, its words, what the spread means, what is on record of it."""

    place: str
    title: str
    sentence: str
    spread: Spread
    ends: tuple[str, str]
    record: str


class DiscussionScreen(Screen):
    """`noted(text)` for a note; `changed(person, ratio, reason)` when somebody changes an answer.

    `left` when a note or a change is given up. While one of them is open, it has the keyboard.
    """

    noted = Signal(str)
    changed = Signal(str, float, str)
    left = Signal()

    def __init__(self, look: Look, large: Look, scale_words: tuple[str, ...]) -> None:
        super().__init__(look)
        self._place = Text(look, "", "head", "text_muted")
        self._title = FittedText(look, most=2, largest="figure")
        self._sentence = Text(look, "", "statement")
        self.view = SpreadView(look)
        self._record = Text(look, "", "head", "text")
        self.note = LineEditor(look, self.tr("Note of the discussion"))
        self.changer = MindChanger(look, large, scale_words)
        self._editor: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for shown in (self._place, self._title, self._sentence):
            self._column.addWidget(shown)
        self._area = framed(self.view)
        self._column.addWidget(self._area, 1)
        self._column.addWidget(self._record)
        self._column.addWidget(self.note)
        self._column.addWidget(self.changer)
        self.note.entered.connect(self.noted)
        self.note.left.connect(self.left)
        self.changer.entered.connect(self._change)
        self.changer.left.connect(self.left)
        self.changer.person_chosen.connect(self._mark)
        self._state: DiscussionState | None = None
        self.close_editor()
        look.changed.connect(self._restyle)
        self._restyle()

    def show_state(self, state: DiscussionState) -> None:
        """Shows another question, or what has become of this one."""
        self._state = state
        self._place.set_text(state.place)
        self._title.set_text(state.title)
        self._sentence.set_html(state.sentence)
        self._record.set_html(state.record)
        # The scale of a change needs the room of what is known by then.
        self._record.setVisible(bool(state.record) and not self.is_changing)
        self._sentence.setVisible(not self.is_changing)
        self._mark(self.changer.person if self.is_changing else "")

    @property
    def is_editing(self) -> bool:
        """Whether a note or a change is open."""
        return self._editor is not None

    @property
    def is_changing(self) -> bool:
        """Whether a change of mind is open."""
        return self._editor is self.changer

    def open_note(self) -> None:
        """Lets a note be written."""
        self._open(self.note)
        self.note.begin()

    def open_change(self, changes: tuple[Change, ...], first: str, second: str) -> None:
        """Lets one of these people change an answer."""
        self._open(self.changer)
        self.changer.begin(changes, first, second)

    def close_editor(self) -> None:
        """Puts note and change away."""
        self._editor = None
        self.note.hide()
        self.changer.hide()
        self._mark("")
        self.take_keyboard()

    def scroll_lines(self, lines: int) -> None:
        """Moves through more people than there is room for."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + lines * self._look.metrics.line("body"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
        if event.key() in steps:
            self.scroll_lines(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def take_keyboard(self) -> None:
        """The open editor reads the keys, else the screen."""
        if self._editor is not None:
            self._editor.setFocus()
        else:
            super().take_keyboard()

    def _open(self, editor: QWidget) -> None:
        self._editor = editor
        editor.show()

    def _change(self, value: float, reason: str) -> None:
        self.changed.emit(self.changer.person, value, reason)

    def _mark(self, person: str) -> None:
        if self._state is not None:
            self.view.show_spread(self._state.spread, self._state.ends, person)
            middle = round(self.view.middle_of(person))
            self._area.ensureVisible(0, middle, 0, self._look.metrics.line("body"))

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.metrics.space("s"))
