"""How weights are drawn from answers and joined: the choices as a menu in the room's header."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from criteria.model.settings import GROUP_METHODS, INCOMPLETE_METHODS, Settings
from criteria.weighting.random_index import TABLES
from desktop.pages.weights.group_words import GroupWords
from desktop.pages.weights.setting_words import SettingWords
from desktop.pages.weights.weight_words import WeightWords


class SettingsMenu(QMenu):
    """`chosen(name, value)` with the name of a setting and its new value."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        words, settings, group = WeightWords(), SettingWords(), GroupWords()
        self._actions: dict[tuple[str, str], QAction] = {}
        self.setToolTipsVisible(True)
        self.addSection(self.tr("Weights from the matrix"))
        self._add("prioritisation", {
            "eigenvector": words.prioritisation("eigenvector"),
            "geometric_mean": words.prioritisation("geometric_mean"),
        })  # fmt: skip
        self.addSection(self.tr("Random index behind CR"))
        self._add("random_index", {table: words.random_index(table) for table in TABLES})
        self.addSection(self.tr("Where answers are missing"))
        self._add("incomplete", {choice: settings.incomplete(choice) for choice in INCOMPLETE_METHODS})
        self.addSection(self.tr("How a group is combined"))
        self._add("group_method", {choice: _capital(group.method(choice)) for choice in GROUP_METHODS})
        for choice in GROUP_METHODS:
            self._actions["group_method", choice].setToolTip(group.method_meaning(choice))
        for way in INCOMPLETE_METHODS:
            self._actions["incomplete", way].setToolTip(settings.incomplete_sentence(way))

    def _add(self, name: str, options: dict[str, str]) -> None:
        group = QActionGroup(self)
        for value, text in options.items():
            action = QAction(text, self)
            action.setCheckable(True)
            action.triggered.connect(partial(self._tell, name, value))
            group.addAction(action)
            self.addAction(action)
            self._actions[name, value] = action

    def show_settings(self, settings: Settings) -> None:
        """Marks what holds now."""
        for (name, value), action in self._actions.items():
            action.setChecked(getattr(settings, name) == value)

    def action(self, name: str, value: str) -> QAction:
        """The entry of a choice."""
        return self._actions[name, value]

    def _tell(self, name: str, value: str, _checked: bool = False) -> None:
        self.chosen.emit(name, value)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
