"""The projects of a study as a table for views: it reads the study and writes through the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from operator import ne
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from criteria.files.typed_cells import cell_text
from criteria.model.projects import Project
from criteria.model.study import Study
from criteria.screening.screen import ProjectScreen, screen
from desktop.app.veil import is_hidden
from desktop.pages.projects.cell_views import CellView, CellWords
from desktop.pages.projects.columns import SCREENING, Column, ColumnWords

Index = QModelIndex | QPersistentModelIndex
#: Writes texts into cells, {(project id, column): text}; False where they are refused.
Write = Callable[[Mapping[tuple[str, str], str]], bool]

_ROLE = Qt.ItemDataRole
_NOWHERE = QModelIndex()


class ProjectModel(QAbstractTableModel):
    """One row for each project in the order of the study, one column for each `Column`."""

    def __init__(self, study: Study, write: Write, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._column_words = ColumnWords()
        self._words = CellWords()
        self._write = write
        self._study = study
        self._screens: dict[str, ProjectScreen] = {}
        self.columns: tuple[Column, ...] = ()
        self._take(study, self._column_words.columns(study))

    @property
    def study(self) -> Study:
        """The study on show."""
        return self._study

    def show_study(self, study: Study) -> None:
        """Shows another value of the study and tells views exactly what changed."""
        before = self._study
        if study is before:
            return
        if (study.premises, study.criteria) != (before.premises, before.criteria):
            self._show_columns(study)
            return
        old, screens = before.projects, self._screens
        new = {result.project: result for result in screen(study).projects}
        self._screens = {**screens, **new}
        self._move_rows(study)
        self._study, self._screens = study, new
        self._tell_changes({project.id: project for project in old}, screens)

    def _show_columns(self, study: Study) -> None:
        """Other criteria: the table starts anew unless only their words or scales differ."""
        columns = self._column_words.columns(study)
        is_same = [column.key for column in columns] == [column.key for column in self.columns]
        if not is_same or study.projects != self._study.projects:
            self.beginResetModel()
            self._take(study, columns)
            self.endResetModel()
            return
        self._take(study, columns)
        last = len(columns) - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if study.projects:
            self.dataChanged.emit(self.index(0, 0), self.index(len(study.projects) - 1, last))

    def _take(self, study: Study, columns: tuple[Column, ...]) -> None:
        self.columns = columns
        self._study = study
        self._screens = {result.project: result for result in screen(study).projects}

    def _move_rows(self, study: Study) -> None:
        """Removes and inserts rows step by step; between steps the model shows the projects of that step."""
        new = study.projects
        old_ids, new_ids = [p.id for p in self._study.projects], [p.id for p in new]
        if len(old_ids) == len(new_ids) and sum(map(ne, old_ids, new_ids)) <= 1:
            return  # the same rows, at most one with another id
        steps = SequenceMatcher(None, old_ids, new_ids, autojunk=False).get_opcodes()
        projects = list(self._study.projects)
        for kind, first, last, new_first, new_last in reversed(steps):
            if kind in ("delete", "replace"):
                self.beginRemoveRows(_NOWHERE, first, last - 1)
                del projects[first:last]
                self._study = msgspec.structs.replace(study, projects=tuple(projects))
                self.endRemoveRows()
            if kind in ("insert", "replace"):
                self.beginInsertRows(_NOWHERE, first, first + new_last - new_first - 1)
                projects[first:first] = new[new_first:new_last]
                self._study = msgspec.structs.replace(study, projects=tuple(projects))
                self.endInsertRows()

    def _tell_changes(self, old: Mapping[str, Project], screens: Mapping[str, ProjectScreen]) -> None:
        last = len(self.columns) - 1
        for row, project in enumerate(self._study.projects):
            is_same = old.get(project.id) is project and screens.get(project.id) == self._screens[project.id]
            if not is_same:
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._study.projects)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        column = self.columns[index.column()]
        if column.kind == "strip":
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        is_typed = column.is_typed and not is_hidden(self._study, column.key)
        return flags | Qt.ItemFlag.ItemIsEditable if is_typed else flags

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        project, column = self._study.projects[index.row()], self.columns[index.column()]
        if role == _ROLE.DisplayRole:
            return self.view(index.row(), index.column()).words
        if role == _ROLE.EditRole:
            return self.text(project, column)
        if role == _ROLE.ToolTipRole:
            return self._words.tip(self._study, project, column, self._screens[project.id])
        if role == _ROLE.AccessibleTextRole:
            return self._words.spoken(project, column, self._screens[project.id])
        if role == _ROLE.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_numeric else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == _ROLE.DisplayRole else None
        if not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == _ROLE.DisplayRole:
            return column.head
        return column.tip if role in (_ROLE.ToolTipRole, _ROLE.AccessibleDescriptionRole) else None

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        if role != _ROLE.EditRole or not index.isValid() or not self.columns[index.column()].is_typed:
            return False
        project = self._study.projects[index.row()]
        return self._write({(project.id, self.columns[index.column()].key): str(value)})

    def view(self, row: int, column: int) -> CellView:
        """What a cell shows."""
        project = self._study.projects[row]
        return self._words.view(project, self.columns[column], self._screens[project.id])

    def text(self, project: Project, column: Column) -> str:
        """What one would type, or copies, from a cell."""
        if column.key == SCREENING:
            return self._words.view(project, column, self._screens[project.id]).text
        return cell_text(self._study, project, column.key) if column.is_typed else ""

    def screen_of(self, row: int) -> str:
        """The result of the screening of a row."""
        return self._screens[self._study.projects[row].id].screen

    def row_of(self, project_id: str) -> int:
        """The row of a project, -1 where there is none."""
        return next((row for row, p in enumerate(self._study.projects) if p.id == project_id), -1)

    def column_of(self, key: str) -> int:
        """The place of a column, -1 where there is none."""
        return next((place for place, column in enumerate(self.columns) if column.key == key), -1)
