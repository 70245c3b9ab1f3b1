"""The log, and the way back from it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.app.context import Context
from desktop.look.look import Look
from desktop.session.key_row import KeyAct
from desktop.session.log_lines import LogLines
from desktop.session.log_screen import LogScreen
from desktop.session.scene import Director, Scene
from desktop.session.screen import Screen


class LogScene(Scene):
    """Everything on record, to read."""

    def __init__(self, context: Context, director: Director, look: Look, lines: LogLines) -> None:
        super().__init__(context, director)
        self._lines = lines
        self._screen = LogScreen(look)

    @property
    def screen(self) -> Screen:
        """The only screen."""
        return self._screen

    def title(self) -> str:
        """See Scene."""
        return self.tr("Log")

    def show(self) -> None:
        """Shows the entries."""
        self._screen.show_lines(self._lines.all(self.study))

    def acts(self) -> tuple[KeyAct, ...]:
        """Back to the people."""
        return (KeyAct(("Esc",), self.tr("back"), (Qt.Key.Key_Escape,), self._director.show_people),)
