"""The menu bar, read from the commands; every shortcut works whether or not its menu was opened."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop.app.commands import Command, Commands


class Menus(QObject):
    """Menus that bring their rows up to date whenever they open."""

    def __init__(self, bar: QMenuBar, commands: Commands, window: QWidget) -> None:
        super().__init__(bar)
        self._bar = bar
        self._commands = commands
        self._window = window
        self._menus: dict[str, QMenu] = {}
        self._actions: list[tuple[QAction, Command]] = []
        for command in commands:
            if command.menu:
                self._add(command)
        self.refresh()

    def refresh(self) -> None:
        """Brings texts, ticks and availability up to date."""
        for action, command in self._actions:
            action.setEnabled(command.enabled())
            action.setText(command.shown_text)
            if command.checked is not None:
                action.setChecked(command.checked())

    def _add(self, command: Command) -> None:
        menu = self._menus.get(command.menu)
        if menu is None:
            menu = self._bar.addMenu(command.menu)
            menu.aboutToShow.connect(self.refresh)
            self._menus[command.menu] = menu
        if command.starts_group:
            menu.addSeparator()
        action = QAction(command.text, self._window)
        action.setCheckable(command.checked is not None)
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
        action.triggered.connect(partial(self._run, command.id))
        menu.addAction(action)
        self._window.addAction(action)
        self._actions.append((action, command))

    def _run(self, command_id: str, _checked: bool = False) -> None:
        self._commands.run(command_id)
        self.refresh()
