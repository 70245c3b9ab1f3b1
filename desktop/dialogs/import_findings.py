"""The list of the import dialog that names every problem with its place, and offers what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from desktop.widgets.buttons import secondary_button
from desktop.widgets.mark_delegate import CellDelegate, MutedRole, StrongRole
from desktop.widgets.text import Text

if TYPE_CHECKING:
    from criteria.files.import_problem import ImportProblem
    from criteria.files.project_table import ImportPreview
    from desktop.look.look import Look

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_KIND, _PLACE, _WORDS = range(3)


class FindingsModel(QAbstractTableModel):
    """One row for each problem, the gravest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.problems: tuple[ImportProblem, ...] = ()

    def show_problems(self, problems: tuple[ImportProblem, ...]) -> None:
        """Shows the problems of a preview."""
        self.beginResetModel()
        self.problems = problems
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.problems)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Kind"), self.tr("Place"), self.tr("What was found"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        problem = self.problems[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return problem.message
        if role == Qt.ItemDataRole.DisplayRole:
            return (self._kind(problem), self._place(problem), self._words(problem))[index.column()]
        if role == StrongRole:
            return index.column() == _KIND and problem.severity == "error"
        if role == MutedRole:
            return problem.severity == "note"
        return None

    def _kind(self, problem: ImportProblem) -> str:
        return {"error": self.tr("Error"), "warning": self.tr("Warning"), "note": self.tr("Note")}[
            problem.severity
        ]

    def _place(self, problem: ImportProblem) -> str:
        """The place without the name of the file, which stands above."""
        place = problem.where.partition(", ")[2]
        return place or self.tr("whole file")

    def _words(self, problem: ImportProblem) -> str:
        words = problem.message.removeprefix(f"{problem.where}: ")
        return words[:1].upper() + words[1:]


class FindingsView(QWidget):
    """The list with two acts for the problem one stands on: accept it, or leave its row out."""

    accepted = Signal(str)
    row_left_out = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.model = FindingsModel(self)
        self.table = QTableView()
        self.accept_button = secondary_button(look, self.tr("Accept"))
        self.skip_button = secondary_button(look, self.tr("Leave the row out"))
        self._none = Text(look, self.tr("Nothing is wrong with this table."), "body", "text_muted")
        self._hint = Text(look, "", "small", "text_muted")
        self._build()
        self.accept_button.clicked.connect(self._accept)
        self.skip_button.clicked.connect(self._skip)
        self.table.selectionModel().currentChanged.connect(self._follow)
        look.changed.connect(self._restyle)
        self._restyle()

    def _build(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(CellDelegate(self._look, table, lines=2))
        table.setAccessibleName(self.tr("Problems"))
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)
        acts = QHBoxLayout()
        acts.addWidget(self._hint, 1)
        acts.addWidget(self.accept_button)
        acts.addWidget(self.skip_button)
        self._acts = acts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none)
        column.addWidget(table, 1)
        column.addLayout(acts)

    def show_preview(self, preview: ImportPreview) -> None:
        """Shows the problems of a preview and stands on the first."""
        self.model.show_problems(preview.problems)
        has_any = bool(preview.problems)
        self._none.setVisible(not has_any)
        self.table.setVisible(has_any)
        if has_any:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._follow()

    @property
    def current(self) -> ImportProblem | None:
        """The problem one stands on."""
        row = self.table.currentIndex().row()
        return self.model.problems[row] if 0 <= row < len(self.model.problems) else None

    def _follow(self) -> None:
        problem = self.current
        is_error = problem is not None and problem.severity == "error"
        can_accept = problem is not None and is_error and problem.acceptable
        can_skip = problem is not None and is_error and problem.row is not None
        self.accept_button.setVisible(can_accept)
        self.skip_button.setVisible(can_skip)
        code = problem.code if problem is not None and can_accept else ""
        same = sum(other.code == code and other.severity == "error" for other in self.model.problems)
        all_of_them = self.tr("Accept all {count} of this kind").format(count=same)
        self.accept_button.setText(all_of_them if same > 1 else self.tr("Accept"))
        self.accept_button.updateGeometry()
        if problem is not None and problem.row is not None:
            self.skip_button.setText(self.tr("Leave row {row} out").format(row=problem.row + 1))
        hint = self.tr("Correct it in the file and read it again.") if is_error else ""
        if can_accept:
            hint = self.tr("Accept it as it is written, or correct the file and read it again.")
        self._hint.set_text(hint)

    def _accept(self) -> None:
        if self.current is not None:
            self.accepted.emit(self.current.code)

    def _skip(self) -> None:
        if self.current is not None and self.current.row is not None:
            self.row_left_out.emit(self.current.row)

    def _restyle(self) -> None:
        metrics = self._look.metrics
        self._acts.setSpacing(metrics.space("s"))
        self.table.verticalHeader().setDefaultSectionSize(metrics.double_row)
        self.table.setColumnWidth(_KIND, metrics.units(10))
        self.table.setColumnWidth(_PLACE, metrics.units(32))
