"""How weights are drawn from judgements: the choices as a menu in the room's header."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from criteria.model.settings import Settings
from criteria.weighting.random_index import TABLES
from desktop.pages.weights.weight_words import WeightWords


class SettingsMenu(QMenu):
    """`chosen(name, value)` with the name of a setting and its new value."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        words = WeightWords()
        self._actions: dict[tuple[str, str], QAction] = {}
        self.addSection(self.tr("Weights from the matrix"))
        self._add("prioritisation", {
            "eigenvector": words.prioritisation("eigenvector"),
            "geometric_mean": words.prioritisation("geometric_mean"),
        })  # fmt: skip
        self.addSection(self.tr("Random index behind CR"))
        self._add("random_index", {table: words.random_index(table) for table in TABLES})

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
