"""The log of a session: notes, changed answers, the seal and its amendments, in the order of time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.session.key_row import KeyAct
from desktop.session.screen import Screen, framed
from desktop.widgets.text import Text


class LogScreen(Screen):
    """A text that is scrolled by the arrows."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._title = Text(look, "", "title")
        self._title.set_text(self.tr("Log of the session"))
        self.text = Text(look, "", "statement")
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        column.addStretch(1)
        self._area = framed(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._title)
        whole.addWidget(self._area, 1)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Shows entries in HTML."""
        self.text.set_html("<br>".join(lines) if lines else self.tr("Nothing is on record yet."))

    def acts(self) -> tuple[KeyAct, ...]:
        """How the log is read."""
        return (KeyAct(("↑", "↓"), self.tr("scroll")),)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
        if event.key() in steps:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + steps[Qt.Key(event.key())] * self._look.metrics.line("statement"))
        else:
            super().keyPressEvent(event)
