"""A line of text on a stage: Enter keeps it, Esc gives it up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.session.key_row import ENTER
from desktop.widgets.text import Text


class StageField(QLineEdit):
    """A field in the size of a stage, whatever the size of text elsewhere."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._look.font("title"))
        self.setFixedHeight(self._look.metrics.line("title") + self._look.metrics.space("l"))


class LineEditor(QWidget):
    """`entered(text)` when a line is kept, `left` when it is given up or empty."""

    entered = Signal(str)
    left = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.field = StageField(look, name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Text(look, name, "head"))
        column.addWidget(self.field)
        self.setFocusProxy(self.field)

    def begin(self) -> None:
        """Starts an empty line."""
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the field has no use for: Enter and Esc."""
        if event.key() in ENTER and self.field.text().strip():
            self.entered.emit(self.field.text().strip())
        elif event.key() in (*ENTER, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            event.accept()
