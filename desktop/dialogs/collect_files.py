"""The list of returned files: state by shape and word, and a tick for those to merge."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from criteria.files.ballot_collection import Collection, Entry
from desktop.app.words.ballots import BallotWords
from desktop.widgets.mark_delegate import MutedRole, StateRole, StrongRole

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
TICK, STATE, NAME, FILE, ANSWERED, CHANGED = range(6)
#: The marks of screening say the same: it passes, somebody decides, it is out.
_MARKS = {"ready": "pass", "decision": "refer", "refused": "exclude"}


class CollectModel(QAbstractTableModel):
    """One row for each file; of several ballots of one person only one can be ticked."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = BallotWords()
        self._entries: tuple[Entry, ...] = ()
        self._chosen: set[int] = set()

    def show_collection(self, collection: Collection) -> None:
        """Shows files; those that need no decision are ticked."""
        self.beginResetModel()
        self._entries, self._chosen = collection.entries, set(collection.ready)
        self.endResetModel()
        self.ticked.emit()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The places of the ticked files."""
        return tuple(sorted(self._chosen))

    def entry(self, row: int) -> Entry | None:
        """The file in a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 6

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            heads = (
                self.tr("Merge"), self.tr("State"), self.tr("Stakeholder"), self.tr("File"),
                self.tr("Answered"), self.tr("Answers that change"),
            )  # fmt: skip
            return heads[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        entry = self.entry(index.row())
        if index.column() == TICK and entry is not None and entry.state != "refused":
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == TICK:
            is_chosen = index.row() in self._chosen
            return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(entry, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.findings[0].message if entry.findings else entry.file
        if role == StateRole and column == STATE:
            return _MARKS[entry.state]
        if role == StrongRole:
            return column == NAME
        if role == MutedRole:
            return column == FILE or entry.state == "refused"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        entry = self.entry(index.row())
        if role != Qt.ItemDataRole.CheckStateRole or entry is None or entry.state == "refused":
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._chosen -= set(entry.rivals)
            self._chosen.add(index.row())
        else:
            self._chosen.discard(index.row())
        self.dataChanged.emit(self.index(0, TICK), self.index(len(self._entries) - 1, TICK))
        self.ticked.emit()
        return True

    def _text(self, entry: Entry, column: int) -> str:
        if column == TICK:
            return ""
        words = self._words
        name = entry.name or self.tr("not known")
        cells = (words.state(entry.state), name, entry.file, words.answered(entry), words.changed(entry))
        return cells[column - 1]
