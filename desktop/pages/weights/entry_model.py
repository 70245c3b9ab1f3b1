"""Entries with keys as the rows of a list, shown anew without losing selection or place."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
EntryRole = Qt.ItemDataRole.UserRole + 1


class Entry(Protocol):
    """A row: its key, the name it shows, what a screen reader says of it, and a tooltip."""

    @property
    def key(self) -> str:
        """What tells it from others."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def spoken(self) -> str:
        """The whole row in words."""

    @property
    def tip(self) -> str:
        """What the pointer is told; empty for nothing."""


class EntryModel(QAbstractListModel):
    """The entries as rows; rows are replaced only when the keys change."""

    def __init__(self, parent: QObject | None = None, *, is_movable: bool = False) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._is_movable = is_movable

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Shows other entries; equal ones change nothing."""
        if entries == self._entries:
            return
        if [entry.key for entry in entries] == [entry.key for entry in self._entries]:
            self._entries = entries
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        if self._entries:
            self.beginRemoveRows(QModelIndex(), 0, len(self._entries) - 1)
            self._entries = ()
            self.endRemoveRows()
        if entries:
            self.beginInsertRows(QModelIndex(), 0, len(entries) - 1)
            self._entries = entries
            self.endInsertRows()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is shown."""
        return self._entries

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        answers = {
            int(Qt.ItemDataRole.DisplayRole): entry.name,
            int(EntryRole): entry,
            int(Qt.ItemDataRole.AccessibleTextRole): entry.spoken,
            int(Qt.ItemDataRole.ToolTipRole): entry.tip or None,
        }
        return answers.get(int(role))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not self._is_movable or not index.isValid():
            return flags
        return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def place_of(self, key: str) -> QModelIndex:
        """The row of a key; invalid where it is not shown."""
        for row, entry in enumerate(self._entries):
            if entry.key == key:
                return self.index(row)
        return QModelIndex()
