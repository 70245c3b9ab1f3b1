"""Who answers: the name, and a field in its place while it is changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.widgets.buttons import icon_button
from desktop.widgets.text import Text, caption, strong


class _NameField(QLineEdit):
    """A line of text; `given_up` on Escape."""

    given_up = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)


class StakeholderBox(QWidget):
    """`renamed(name)` when another name is written; `show_refusal` says why one was not taken."""

    renamed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._name = strong(look)
        self._progress = caption(look)
        self._refusal = Text(look, "", "small", "danger")
        self.edit = icon_button(look, "edit", self.tr("Rename"))
        self.field = _NameField(self.tr("Name of the stakeholder"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._name)
        self._stack.addWidget(self.field)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.space("xs"))
        row.addWidget(self._stack, 1)
        row.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(caption(look, self.tr("Stakeholder")))
        column.addLayout(row)
        column.addWidget(self._progress)
        column.addWidget(self._refusal)
        self._refusal.hide()
        self.edit.clicked.connect(self._open)
        self.field.editingFinished.connect(self._commit)
        self.field.given_up.connect(self._close)

    def show_stakeholder(self, name: str, progress: str) -> None:
        """Shows a name and how far its answers are; a field in use keeps what is typed."""
        self._name.set_text(name)
        self._progress.set_text(progress)
        if not self.field.hasFocus():
            self.field.setText(name)

    def show_refusal(self, sentence: str) -> None:
        """Says why a name was not taken; an empty sentence takes it away."""
        self._refusal.set_text(sentence)
        self._refusal.setVisible(bool(sentence))
        if sentence:
            # What was written stays, so that it can be mended.
            self._stack.setCurrentWidget(self.field)

    def _open(self) -> None:
        self.field.setText(self._name.plain_text)
        self.field.selectAll()
        self._stack.setCurrentWidget(self.field)
        self.field.setFocus()

    def _commit(self) -> None:
        if self._stack.currentWidget() is not self.field:
            return
        self._stack.setCurrentWidget(self._name)
        if self.field.text().strip() != self._name.plain_text:
            self.renamed.emit(self.field.text())

    def _close(self) -> None:
        # Hiding the field counts as having finished it; with the old name nothing is committed.
        self.field.setText(self._name.plain_text)
        self.show_refusal("")
        self._stack.setCurrentWidget(self._name)
