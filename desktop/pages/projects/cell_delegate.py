"""Opens editors in the table of projects and closes them only when what was typed is taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from criteria.files.typed_cells import read_cell
from desktop.pages.projects.cell_editor import CellEditor
from desktop.pages.projects.edit_tasks import EditTask, TaskWords, current_text

if TYPE_CHECKING:
    from desktop.look.look import Look
    from desktop.pages.projects.project_filter import ProjectFilter
    from desktop.pages.projects.project_model import ProjectModel

Index = QModelIndex | QPersistentModelIndex
#: Writes texts as one undo step; raises the ProportioError of a refusal.
Write = Callable[[Mapping[tuple[str, str], str]], None]
_HINT = QAbstractItemDelegate.EndEditHint
_KEY = Qt.Key


class CellDelegate(QStyledItemDelegate):
    """Makes a `CellEditor` for a cell; Enter and Tab commit and ask to move on."""

    #: Rows and columns to move on after a commit by key.
    step_asked = Signal(int, int)
    #: The key of a field that is too long for a cell and is edited in the drawer.
    details_asked = Signal(str)

    def __init__(
        self, look: Look, model: ProjectModel, rows: ProjectFilter, write: Write, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self._rows = rows
        self._write = write
        self._words = TaskWords()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        source = self._rows.mapToSource(cast("QModelIndex", index))
        column = self._model.columns[source.column()]
        if column.field is not None and column.field.kind == "long_text":
            self.details_asked.emit(column.key)
            return cast("QWidget", None)  # Qt takes this for "no editor"
        study = self._model.study
        project = study.projects[source.row()]
        choice, options = self._words.options(study, column)
        task = EditTask(
            title=self._words.title(column), place=project.id, text=current_text(study, project, column),
            choice=choice, options=options, is_numeric=column.is_numeric,
            read=partial(read_cell, study, project.id, column.key),
            write=partial(_write_one, self._write, (project.id, column.key)),
        )  # fmt: skip
        return CellEditor(self._look, task, parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The editor opened with its text; what one types is not overwritten when the study changes."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CellEditor):
            editor.commit()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        found = cast("Any", option)  # the stubs know too few of the option's fields
        if isinstance(editor, CellEditor):
            editor.set_cell(cast("QRect", found.rect))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if not isinstance(editor, CellEditor):
            return super().eventFilter(editor, event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(editor, event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == _KEY.Key_Escape:
                event.accept()
                return True
            return False
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            # Another window in front, or a menu, does not end the edit.
            reasons = Qt.FocusReason
            if event.reason() not in (reasons.ActiveWindowFocusReason, reasons.PopupFocusReason):
                self._end(editor)
        return False

    def _take_key(self, editor: CellEditor, event: QKeyEvent) -> bool:
        key = event.key()
        if key == _KEY.Key_Escape:
            self.closeEditor.emit(editor, _HINT.RevertModelCache)
            return True
        if key in (_KEY.Key_Return, _KEY.Key_Enter):
            if editor.accept_option():
                return True
            is_up = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return self._commit_and_step(editor, -1 if is_up else 1, 0)
        if key in (_KEY.Key_Tab, _KEY.Key_Backtab):
            return self._commit_and_step(editor, 0, -1 if key == _KEY.Key_Backtab else 1)
        return False

    def _commit_and_step(self, editor: CellEditor, rows: int, columns: int) -> bool:
        if self._end(editor):
            self.step_asked.emit(rows, columns)
        return True

    def _end(self, editor: CellEditor) -> bool:
        if not editor.commit():
            return False
        self.closeEditor.emit(editor, _HINT.NoHint)
        return True


def _write_one(write: Write, cell: tuple[str, str], text: str) -> None:
    write({cell: text})
