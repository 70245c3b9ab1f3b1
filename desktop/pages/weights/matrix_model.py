"""The judgements of one node as a square table with the weights at its right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from criteria.arrays import Floats
from desktop.app.words.numbers import per_cent, ratio
from desktop.pages.weights.answers import Question
from desktop.pages.weights.ratio_text import RatioText

Index = QModelIndex | QPersistentModelIndex
#: True where a judgement is not known.
UnknownRole = Qt.ItemDataRole.UserRole + 1
#: "upper", "diagonal", "lower" or "weight".
PartRole = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, eq=False)
class MatrixState:
    """A node with its items, their names, the matrix with NaN for unknown, and the weights."""

    node: str
    items: tuple[str, ...]
    names: tuple[str, ...]
    matrix: Floats
    weights: Floats


class MatrixModel(QAbstractTableModel):
    """The upper triangle can be written; `judged(question, ratio or None)` tells what was."""

    judged = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: MatrixState | None = None
        self._reader = RatioText()

    def show_state(self, state: MatrixState) -> None:
        """Shows another matrix; only other items reset the table."""
        before = self._state
        if before is not None and (before.node, before.items) == (state.node, state.items):
            self._state = state
            if state.items:
                last = self.index(self.rowCount() - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._state = state
        self.endResetModel()

    @property
    def count(self) -> int:
        """How many items are compared."""
        return 0 if self._state is None else len(self._state.items)

    def question_at(self, row: int, column: int) -> Question | None:
        """The question of a cell of the upper triangle."""
        if self._state is None or not 0 <= row < column < self.count:
            return None
        return Question(self._state.node, self._state.items[row], self._state.items[column])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or not self.count else self.count + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        shown = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_open = self.question_at(index.row(), index.column()) is not None
        return shown | Qt.ItemFlag.ItemIsEditable if is_open else shown

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._state is None:
            return None
        row, column = index.row(), index.column()
        if role == PartRole:
            return self._part(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if column == self.count:
            is_text = role == Qt.ItemDataRole.DisplayRole
            return per_cent(float(self._state.weights[row]), 1) if is_text else None
        value = float(self._state.matrix[row, column])
        is_unknown = value != value  # noqa: PLR0124  NaN stands for a judgement that is not known
        if role == UnknownRole:
            return is_unknown
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return "" if is_unknown else ratio(value)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(row, column, "" if is_unknown else ratio(value))
        return None

    def _part(self, row: int, column: int) -> str:
        if column == self.count:
            return "weight"
        return "diagonal" if row == column else "upper" if row < column else "lower"

    def _spoken(self, row: int, column: int, value: str) -> str:
        state = self._state
        if state is None or row == column:
            return ""
        text = self.tr("{first} over {second}: {value}")
        known = value or self.tr("not known")
        return text.format(first=state.names[row], second=state.names[column], value=known)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        question = self.question_at(index.row(), index.column())
        if role != Qt.ItemDataRole.EditRole or question is None:
            return False
        text = str(value).strip()
        if text == self.data(index, Qt.ItemDataRole.EditRole):
            return True
        try:
            read = self._reader.read(text) if text else None
        except ValueError:
            return False
        self.judged.emit(question, read)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if self._state is None or not 0 <= section <= self.count:
            return None
        is_across = orientation == Qt.Orientation.Horizontal
        if section == self.count:
            return self.tr("Weight") if is_across and role == Qt.ItemDataRole.DisplayRole else None
        key, name = self._state.items[section], self._state.names[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return key if is_across else f"{key}  {name}"
        return name if role == Qt.ItemDataRole.ToolTipRole else None
