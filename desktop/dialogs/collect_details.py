"""What is said of one returned file: its findings, and its answers before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.app.words.ballots import BallotWords
from desktop.widgets.mark_delegate import CellDelegate, MutedRole, StrongRole

if TYPE_CHECKING:
    from criteria.files.ballot_collection import Entry
    from desktop.look.look import Look

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RowsModel(QAbstractTableModel):
    """Rows of words under heads; `strong` and `muted` tell which cells stand out or step back."""

    def __init__(self, heads: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = heads
        self.rows: tuple[tuple[str, ...], ...] = ()
        self._strong: frozenset[int] = frozenset()

    def show_rows(self, rows: tuple[tuple[str, ...], ...], strong: frozenset[int] = frozenset()) -> None:
        """Shows rows; the first cell of those in `strong` stands out."""
        self.beginResetModel()
        self.rows, self._strong = rows, strong
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.rows[index.row()][index.column()]
        if role == StrongRole:
            return index.column() == 0 and index.row() in self._strong
        if role == MutedRole:
            return index.column() == 1 and len(self._heads) == 3
        return None


class RowsView(QTableView):
    """A list of words; the column `stretched` takes the room that is left, `units` are those of others."""

    def __init__(
        self, look: Look, model: RowsModel, name: str, stretched: int, units: dict[int, int], lines: int = 3
    ) -> None:
        super().__init__()
        self._look, self._units, self._lines = look, units, lines
        self.setModel(model)
        self.setItemDelegate(CellDelegate(look, self, lines=lines))
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        metrics = self._look.metrics
        high = metrics.dense_row if self._lines == 1 else metrics.double_row + metrics.line("small")
        self.verticalHeader().setDefaultSectionSize(high)
        for column, units in self._units.items():
            self.setColumnWidth(column, metrics.units(units))


class EntryRows(QObject):
    """The rows that a returned file fills."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = BallotWords()

    def findings(self, entry: Entry) -> tuple[tuple[str, ...], ...]:
        """Kind, place and words of each finding, the gravest first."""
        words = self._words
        order = {"refusal": 0, "decision": 1, "note": 2}
        found = sorted(entry.findings, key=lambda finding: order[finding.gravity])
        return tuple(
            (words.gravity(f), words.place(f), f"{f.clause[:1].upper()}{f.clause[1:]}.") for f in found
        )

    def changes(self, entry: Entry) -> tuple[tuple[str, ...], ...]:
        """Group, question, answer before and after of each answer that changes."""
        if entry.ballot is None:
            return ()
        plan, words = entry.ballot.plan, self._words
        labels = {topic.id: topic.label for topic in plan.topics}
        nodes = {node: plan.node_name(node) for node in plan.nodes}
        return tuple(
            (
                nodes.get(change.node, change.node),
                words.about(labels.get(change.first, change.first), labels.get(change.second, change.second)),
                words.before(change, plan.method),
                words.after(change, plan.method),
            )
            for change in entry.changes
        )
