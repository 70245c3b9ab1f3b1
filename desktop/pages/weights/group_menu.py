"""The ways of combining the answers of a group, as a menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from criteria.model.settings import GROUP_METHODS, GroupMethod
from criteria.sessions.aggregation import Aggregation
from desktop.pages.weights.group_words import GroupWords


class GroupMenu(QMenu):
    """`chosen(method)`; ways that the answers do not allow cannot be chosen and say so."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = GroupWords()
        #: What the button that opens the menu says.
        self.text = ""
        self._actions: dict[GroupMethod, QAction] = {}
        self.setToolTipsVisible(True)
        group = QActionGroup(self)
        for method in GROUP_METHODS:
            name = self._words.method(method)
            action = QAction(name[:1].upper() + name[1:], self)
            action.setCheckable(True)
            action.triggered.connect(partial(self._tell, method))
            group.addAction(action)
            self.addAction(action)
            self._actions[method] = action

    def show_choice(self, method: GroupMethod, found: Aggregation | None) -> None:
        """Marks the way in use; `found` says which ways are possible, None that nothing is known."""
        self.text = self.tr("Combine: {method}").format(method=self._words.method(method))
        for way, action in self._actions.items():
            is_possible = found is None or found.shifts.get(way) is not None or way == method
            action.setChecked(way == method)
            action.setEnabled(is_possible)
            meaning = self._words.method_meaning(way)
            action.setToolTip(meaning if is_possible else self._words.impossible())

    def action(self, method: GroupMethod) -> QAction:
        """The entry of a way."""
        return self._actions[method]

    def _tell(self, method: GroupMethod, _checked: bool = False) -> None:
        self.chosen.emit(method)
