"""Tables of results that are read, not edited: each column says how its cell follows from a row's key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.look.look import Look
from desktop.widgets.mark_delegate import (
    CellDelegate,
    MutedRole,
    NoteRole,
    PremiseRole,
    StateRole,
    StrongRole,
)

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Cell:
    """What one cell shows: its text, muted words after it, a mark, ink and a tooltip."""

    text: str
    note: str = ""
    state: str = ""
    premise: str = ""
    is_muted: bool = False
    is_strong: bool = False
    tip: str = ""


@dataclass(frozen=True)
class Column:
    """A column: its head (a unit on a second line), what it means, how a cell follows from a row's key."""

    head: str
    tip: str
    cell: Callable[[int], Cell]
    is_text: bool = False
    #: Takes the width that is left.
    is_wide: bool = False


class CellModel(QAbstractTableModel):
    """Rows are keys; cells are worked out when they are asked for, nothing is stored."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[Column, ...] = ()
        self._rows: tuple[int, ...] = ()

    def show(self, columns: tuple[Column, ...], rows: tuple[int, ...]) -> None:
        """Shows other cells; starts anew only where the heads differ."""
        if [column.head for column in columns] != [column.head for column in self._columns]:
            self.beginResetModel()
            self._columns, self._rows = columns, rows
            self.endResetModel()
            return
        before, after = len(self._rows), len(rows)
        # Old rows go while their cells are known, new ones come when theirs are.
        if after < before:
            self.beginRemoveRows(_NOWHERE, after, before - 1)
            self._rows = self._rows[:after]
            self.endRemoveRows()
        self._columns, self._rows = columns, rows[:before]
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(columns) - 1))
        if after > before:
            self.beginInsertRows(_NOWHERE, before, after - 1)
            self._rows = rows
            self.endInsertRows()

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns on show."""
        return self._columns

    @property
    def rows(self) -> tuple[int, ...]:
        """The keys of the rows, from top to bottom."""
        return self._rows

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One row for each key."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """One column for each `Column`."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """What a cell shows under a role."""
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == _ROLE.TextAlignmentRole:
            return _LEFT if column.is_text else _RIGHT
        cell = column.cell(self._rows[index.row()])
        return {
            int(_ROLE.DisplayRole): cell.text,
            int(_ROLE.ToolTipRole): cell.tip or None,
            int(_ROLE.AccessibleTextRole): f"{cell.text} {cell.note}".strip(),
            NoteRole: cell.note,
            StateRole: cell.state,
            PremiseRole: cell.premise,
            MutedRole: cell.is_muted,
            StrongRole: cell.is_strong,
        }.get(int(role))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        """Heads with their meaning as tooltip."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        column = self._columns[section]
        if role == _ROLE.DisplayRole:
            return column.head
        if role == _ROLE.ToolTipRole:
            return column.tip or None
        if role == _ROLE.TextAlignmentRole:
            return _LEFT if column.is_text else _RIGHT
        return None


class CellTable(QTableView):
    """A quiet table: whole rows are chosen, columns are as wide as their words."""

    #: The key of the row that the person chose.
    row_chosen = Signal(int)

    def __init__(self, look: Look, name: str, lines: int = 1, *, is_whole: bool = False) -> None:
        """`is_whole` makes the table as high as its rows, so that it never scrolls."""
        super().__init__()
        self._look, self._lines, self._is_whole, self._is_showing = look, lines, is_whole, False
        self.cells = CellModel()
        self.setModel(self.cells)
        self.setItemDelegate(CellDelegate(look, self, lines=lines))
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        look.changed.connect(self._restyle)
        self._restyle()
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_cells(self, columns: tuple[Column, ...], rows: tuple[int, ...], current: int = -1) -> None:
        """Shows these columns for these row keys, the current one selected."""
        self._is_showing = True
        had = tuple(column.head for column in self.cells.columns)
        self.cells.show(columns, rows)
        if had != tuple(column.head for column in columns):
            self._fit()
        if current in rows:
            place = rows.index(current)
            self.selectRow(place)
            self.scrollTo(self.cells.index(place, 0))
        else:
            self.clearSelection()
        self._is_showing = False
        self._settle_height()

    def _settle_height(self) -> None:
        if self._is_whole:
            rows = len(self.cells.rows) * self.verticalHeader().defaultSectionSize()
            self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + 2)

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._is_showing and current.isValid():
            self.row_chosen.emit(self.cells.rows[current.row()])

    def _fit(self) -> None:
        header = self.horizontalHeader()
        for place, column in enumerate(self.cells.columns):
            kind = (
                QHeaderView.ResizeMode.Stretch if column.is_wide else QHeaderView.ResizeMode.ResizeToContents
            )
            header.setSectionResizeMode(place, kind)

    def _restyle(self) -> None:
        metrics = self._look.metrics
        high = metrics.double_row if self._lines > 1 else round(metrics.units(2.9))
        self.verticalHeader().setDefaultSectionSize(high)
        self.horizontalHeader().setMinimumSectionSize(round(metrics.units(4)))
        if self.cells.columns:
            self._fit()
            self._settle_height()

    def showEvent(self, event: QShowEvent) -> None:
        """The heads know their height only once the table is dressed."""
        super().showEvent(event)
        self._settle_height()
