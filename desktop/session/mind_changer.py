"""Somebody changes an answer in the discussion: who, to what, and why."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.app.words.numbers import ratio
from desktop.look.look import Look
from desktop.session.key_row import ENTER
from desktop.session.line_editor import StageField
from desktop.widgets.saaty_scale import SaatyScale
from desktop.widgets.text import Text


@dataclass(frozen=True)
class Change:
    """A person who may change an answer, and the ratio given so far, None without one."""

    person: str
    name: str
    value: float | None


class MindScale(SaatyScale):
    """The scale inside a change: Enter, Esc, Tab, Up and Down are left to the change."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_X, Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            event.accept()
            return
        super().keyPressEvent(event)


class MindChanger(QWidget):
    """`entered(ratio, reason)` when it is done, `left` when given up, `person_chosen(key)` by Up and Down."""

    entered = Signal(float, str)
    left = Signal()
    person_chosen = Signal(str)

    def __init__(self, look: Look, large: Look, scale_words: tuple[str, ...]) -> None:
        super().__init__()
        self._look = look
        self._changes: tuple[Change, ...] = ()
        self._place = 0
        self._who = Text(look, "", "title")
        self._left_name = Text(look, "", "head")
        self._right_name = Text(look, "", "head")
        self._right_name.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.scale = MindScale(large, self.tr("The new answer"))
        self.scale.set_words(scale_words)
        self.scale.value_changed.connect(self._describe)
        self.reason = StageField(look, self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Why (it is kept on record)"))
        self._build()

    def _build(self) -> None:
        sides = QHBoxLayout()
        sides.addWidget(self._left_name, 1)
        sides.addWidget(self._right_name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._who)
        column.addLayout(sides)
        column.addWidget(self.scale)
        column.addWidget(self.reason)
        self.setFocusProxy(self.scale)
        self.setTabOrder(self.scale, self.reason)

    @property
    def person(self) -> str:
        """The id of who changes an answer."""
        return self._changes[self._place].person if self._changes else ""

    def begin(self, changes: tuple[Change, ...], first: str, second: str) -> None:
        """Starts with the first of these people; the names stand at the ends of the scale."""
        self._changes = changes
        self._left_name.set_text(first)
        self._right_name.set_text(second)
        self.reason.clear()
        self._choose(0)
        self.scale.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What scale and field have no use for."""
        key = event.key()
        if key in ENTER:
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = -1 if key == Qt.Key.Key_Up else 1
            self._choose(min(len(self._changes) - 1, max(0, self._place + step)))
        else:
            event.accept()

    def _enter(self) -> None:
        """An answer other than before, then a reason, are needed."""
        if self.scale.value is None or self.scale.value == self._changes[self._place].value:
            self.scale.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.reason.text().strip():
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.entered.emit(self.scale.value, self.reason.text().strip())

    def _choose(self, place: int) -> None:
        self._place = place
        self.scale.set_value(self._changes[place].value)
        self._describe()
        self.person_chosen.emit(self.person)

    def _describe(self, _value: object = None) -> None:
        change = self._changes[self._place]
        before = self.tr("no answer") if change.value is None else ratio(change.value)
        after = "…" if self.scale.value in (None, change.value) else ratio(self.scale.value or 1.0)
        text = self.tr("{name} changes the answer: {before} → {after}")
        self._who.set_text(text.format(name=change.name, before=before, after=after))
