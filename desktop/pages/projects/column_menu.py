"""The menu that chooses profile columns and folds premises."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.pages.projects.columns import PROFILE, Column, Group

if TYPE_CHECKING:
    from desktop.pages.projects.column_layout import ColumnLayout

_ALWAYS = ("id", "title")


class ColumnMenu(QMenu):
    """One row for each premise and each profile column, ticked where it is shown."""

    def __init__(self, layout: ColumnLayout) -> None:
        super().__init__()
        self._layout = layout
        self._columns: tuple[Column, ...] = ()
        self._groups: tuple[Group, ...] = ()
        self.aboutToShow.connect(self._fill)

    def show_columns(self, columns: tuple[Column, ...], groups: tuple[Group, ...]) -> None:
        """Takes the columns and groups of a study."""
        self._columns, self._groups = columns, groups

    def _fill(self) -> None:
        self.clear()
        self.addSection(self.tr("Criteria"))
        for group in self._groups:
            if group.key != PROFILE:
                action = self._tick(group.name, not self._layout.is_folded(group.key))
                action.triggered.connect(partial(self._fold, group.key))
        self.addSection(self.tr("Profile"))
        for column in self._columns:
            if column.group == PROFILE and column.key not in _ALWAYS:
                action = self._tick(column.name, self._layout.is_shown(column.key))
                action.toggled.connect(partial(self._layout.set_shown, column.key))

    def _tick(self, text: str, is_on: bool) -> QAction:
        action = self.addAction(text)
        action.setCheckable(True)
        action.setChecked(is_on)
        return action

    def _fold(self, premise_id: str, _is_on: bool) -> None:
        self._layout.toggle_fold(premise_id)
