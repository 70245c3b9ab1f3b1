"""The table of projects as a view: selection by projects and columns, and the keys of a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from desktop.pages.projects.cell_delegate import CellDelegate, Write
from desktop.pages.projects.cell_editor import CellEditor
from desktop.pages.projects.cell_painter import CellPainter
from desktop.pages.projects.columns import FROZEN, SCREENING, Column
from desktop.pages.projects.frozen_table import FrozenTable
from desktop.pages.projects.project_filter import ProjectFilter
from desktop.pages.projects.project_model import ProjectModel

if TYPE_CHECKING:
    from desktop.look.look import Look

Index = QModelIndex | QPersistentModelIndex
_FLAG = QItemSelectionModel.SelectionFlag
_KEYS = QKeySequence.StandardKey


class ProjectTable(FrozenTable):
    """Shows the filtered projects; acts on them are asked for by signals, named as `TableActs` names them."""

    #: An act by name: copy, cut, paste, clear, fill_down, find, duplicate, remove, add.
    act_asked = Signal(str)
    #: The project or column one stands on has changed.
    moved = Signal()
    #: A double click on the result of the screening, with the project's id.
    screening_asked = Signal(str)

    def __init__(self, look: Look, model: ProjectModel, rows: ProjectFilter, write: Write) -> None:
        super().__init__(look, FROZEN, CellPainter(look, model, rows))
        self._projects = model
        self._rows = rows
        self.setModel(rows)
        self.delegate = CellDelegate(look, model, rows, write, self)
        self.delegate.step_asked.connect(self.step)
        self.setItemDelegate(self.delegate)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(self._follow_double_click)
        self._acts: tuple[tuple[Callable[[QKeyEvent], bool], str], ...] = (
            (_matcher(_KEYS.Copy), "copy"),
            (_matcher(_KEYS.Cut), "cut"),
            (_matcher(_KEYS.Paste), "paste"),
            (_matcher(_KEYS.Find), "find"),
            (_is_fill_down, "fill_down"),
            (_is_clear, "clear"),
        )

    @property
    def current_project(self) -> str:
        """The id of the project one stands on, empty where there is none."""
        row = self.source_row(self.currentIndex())
        return self._projects.study.projects[row].id if row >= 0 else ""

    @property
    def current_column(self) -> Column | None:
        """The column one stands in."""
        index = self.currentIndex()
        return self._projects.columns[index.column()] if index.isValid() else None

    def source_row(self, index: Index) -> int:
        """The row in the study of an index of the view, -1 where it is none."""
        if not index.isValid():
            return -1
        return self._rows.mapToSource(self._rows.index(index.row(), index.column())).row()

    def shown_projects(self) -> list[str]:
        """Ids of the projects in the order of the rows on show."""
        projects = self._projects.study.projects
        rows = range(self._rows.rowCount())
        return [projects[self._rows.mapToSource(self._rows.index(row, 0)).row()].id for row in rows]

    def shown_columns(self) -> list[Column]:
        """The columns on show that hold values."""
        columns = enumerate(self._projects.columns)
        return [
            column for place, column in columns if not self.isColumnHidden(place) and column.kind != "strip"
        ]

    def selected_cells(self) -> list[tuple[int, int]]:
        """Rows and columns of the view that are selected and visible, the current cell where nothing is."""
        cells = [(index.row(), index.column()) for index in self.selectionModel().selectedIndexes()]
        visible = sorted(cell for cell in cells if not self.isColumnHidden(cell[1]))
        current = self.currentIndex()
        return visible or ([(current.row(), current.column())] if current.isValid() else [])

    def selected_projects(self) -> list[str]:
        """Ids of the projects with a selected cell, in the order on show."""
        shown = self.shown_projects()
        return [shown[row] for row in sorted({row for row, _ in self.selected_cells()})]

    def go_to(self, project_id: str, column_key: str = "") -> bool:
        """Stands on a cell and scrolls to it; False where it is not on show."""
        row, place = self._projects.row_of(project_id), self._projects.column_of(column_key or "title")
        index = (
            self._rows.mapFromSource(self._projects.index(row, place))
            if row >= 0 and place >= 0
            else QModelIndex()
        )
        if not index.isValid() or self.isColumnHidden(place):
            return False
        self._stand_on(index)
        self.scrollTo(index)
        return True

    def _stand_on(self, index: Index) -> None:
        # Whatever keys are held just now: a place one is sent to is not a choice of several cells.
        self.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect)

    def select_block(self, cells: Iterable[tuple[int, int]]) -> None:
        """Selects the rectangle around rows and columns of the view."""
        found = list(cells)
        if not found:
            return
        rows, columns = [row for row, _ in found], [column for _, column in found]
        first = self._rows.index(min(rows), min(columns))
        last = self._rows.index(max(rows), max(columns))
        self._stand_on(first)
        self.selectionModel().select(QItemSelection(first, last), _FLAG.ClearAndSelect)

    def step(self, rows: int, columns: int) -> None:
        """Moves on by rows and shown columns, as far as there are any."""
        current = self.currentIndex()
        if not current.isValid():
            return
        places = [
            i
            for i, c in enumerate(self._projects.columns)
            if not self.isColumnHidden(i) and c.kind != "strip"
        ]
        at = places.index(current.column()) if current.column() in places else 0
        column = places[max(0, min(len(places) - 1, at + columns))]
        row = max(0, min(self._rows.rowCount() - 1, current.row() + rows))
        self._stand_on(self._rows.index(row, column))

    def open_editor(self) -> CellEditor | None:
        """The editor that is open, if one is."""
        editors = [editor for editor in self.viewport().findChildren(CellEditor) if editor.isVisible()]
        return editors[-1] if editors else None

    def give_up(self, editor: CellEditor) -> None:
        """Closes an editor whether or not its text was taken."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        is_given_up = hint == QAbstractItemDelegate.EndEditHint.RevertModelCache
        if isinstance(editor, CellEditor) and editor.refusal and not is_given_up:
            return  # what was refused stays, with its sentence, until it is mended or given up
        super().closeEditor(editor, hint)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._act_of(event)
        ):
            event.accept()  # before a menu of the window takes the key
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act:
            self.act_asked.emit(act)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_up = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step(-1 if is_up else 1, 0)
        else:
            super().keyPressEvent(event)

    def _act_of(self, event: QKeyEvent) -> str:
        return next((act for matches, act in self._acts if matches(event)), "")

    def _follow_double_click(self, index: Index) -> None:
        if self._projects.columns[index.column()].key == SCREENING:
            self.screening_asked.emit(self.current_project)


def _matcher(key: QKeySequence.StandardKey) -> Callable[[QKeyEvent], bool]:
    def matches(event: QKeyEvent) -> bool:
        return event.matches(key)

    return matches


def _is_fill_down(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _is_clear(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.NoModifier
