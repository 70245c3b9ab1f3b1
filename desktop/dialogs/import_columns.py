"""The table of the import dialog that says which column of the file goes where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from criteria.files.cells import cell_text
from criteria.files.column_words import SCORE_PARTS, ColumnKind
from criteria.model.fields import FIELDS
from desktop.app.words.fields import FieldWords
from desktop.widgets.mark_delegate import CellDelegate, MutedRole

if TYPE_CHECKING:
    from criteria.files.column_mapping import ColumnTarget
    from criteria.files.project_table import ImportPreview
    from criteria.model.study import Study
    from desktop.look.look import Look

Index = QModelIndex | QPersistentModelIndex
Goal = tuple[ColumnKind, str]
_NOWHERE = QModelIndex()
_SAMPLES = 3
_COLUMN, _VALUES, _GOAL = range(3)
NOT_TAKEN: Goal = ("none", "")


class GoalWords(QObject):
    """The places a column can go to, in words."""

    def __init__(self) -> None:
        super().__init__()
        self._fields = FieldWords()

    def goals(self, study: Study) -> tuple[tuple[Goal, str], ...]:
        """Every place with its name: nowhere, profile fields, then criteria with their parts."""
        found: list[tuple[Goal, str]] = [(NOT_TAKEN, self.name(study, NOT_TAKEN))]
        goals: list[Goal] = [("profile", field.attribute) for field in FIELDS]
        goals += [(part, criterion.id) for criterion in study.active_criteria for part in SCORE_PARTS]
        return (*found, *((goal, self.name(study, goal)) for goal in goals))

    def name(self, study: Study, goal: Goal) -> str:
        """The name of one place."""
        kind, target = goal
        if kind == "none":
            return self.tr("not taken over")
        if kind == "derived":
            return self.tr("worked out by the program")
        if kind == "profile":
            return self._fields.name(target)
        criterion = study.criterion(target)
        return self._part(kind).format(name=f"{criterion.id} {criterion.name}")

    def _part(self, kind: ColumnKind) -> str:
        return {
            "value": self.tr("{name}"),
            "low": self.tr("{name}: low"),
            "high": self.tr("{name}: high"),
            "source": self.tr("{name}: source"),
            "year": self.tr("{name}: year"),
            "note": self.tr("{name}: note"),
        }[kind]


class ColumnsModel(QAbstractTableModel):
    """One row for each column of the file: its head, its first values, where it goes."""

    #: The place of a column in the file, and the kind and target it shall have.
    assigned = Signal(int, str, str)

    def __init__(self, study: Study, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._study = study
        self._words = GoalWords()
        self._preview: ImportPreview | None = None
        self.goals = self._words.goals(study)

    def show_preview(self, preview: ImportPreview) -> None:
        """Shows the columns of a preview."""
        self.beginResetModel()
        self._preview = preview
        self.endResetModel()

    def _columns(self) -> tuple[ColumnTarget, ...]:
        return () if self._preview is None else self._preview.mapping.columns

    def goal(self, row: int) -> Goal:
        """Where a column goes now."""
        column = self._columns()[row]
        return column.kind, column.target

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns())

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == _GOAL else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Column of the file"), self.tr("First values"), self.tr("Goes to"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self._columns()[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if index.column() == _COLUMN:
                return column.label
            if index.column() == _VALUES:
                return self._samples(column)
            return self._words.name(self._study, (column.kind, column.target))
        if role == MutedRole:
            return index.column() == _VALUES or not column.taken
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() != _GOAL:
            return False
        kind, target = cast("Goal", value)
        self.assigned.emit(self._columns()[index.row()].index, kind, target)
        return True

    def _samples(self, column: ColumnTarget) -> str:
        if self._preview is None:
            return ""
        rows = self._preview.sheet.rows[self._preview.mapping.first_row :]
        cells = (row[column.index] for row in rows)
        texts = [text for cell in cells if cell is not None and (text := cell_text(cell))][:_SAMPLES]
        return "  |  ".join(text if len(text) <= 40 else f"{text[:39]}…" for text in texts)


class _GoalDelegate(CellDelegate):
    """A drop-down of the places a column can go to."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.column() != _GOAL:
            return
        found = cast("Any", option)  # the stubs know too few of the option's fields
        edge = self.look.metrics.icon
        place = QPoint(found.rect.right() - round(1.5 * edge), found.rect.center().y() - edge // 2)
        self.look.icon("chevron-down").paint(painter, QRect(place, QSize(edge, edge)))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = cast("ColumnsModel", index.model())
        combo = QComboBox(parent)
        combo.setMaxVisibleItems(18)
        for goal, name in model.goals:
            combo.addItem(name, goal)
        combo.setCurrentIndex(max(0, combo.findData(model.goal(index.row()))))
        combo.activated.connect(self._take)
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The drop-down was filled when it was made."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        goal = cast("QComboBox", editor).currentData()
        if tuple(goal) != cast("ColumnsModel", model).goal(index.row()):
            model.setData(cast("QModelIndex", index), tuple(goal))

    def _take(self) -> None:
        combo = cast("QWidget", self.sender())
        self.commitData.emit(combo)
        self.closeEditor.emit(combo)


class ColumnsView(QTableView):
    """The table of columns; a click, F2 or Enter on the last one opens the choice."""

    def __init__(self, look: Look, model: ColumnsModel) -> None:
        super().__init__()
        self._look = look
        self.setModel(model)
        self.setItemDelegate(_GoalDelegate(look, self, lines=1))
        self.setAccessibleName(self.tr("Columns of the file"))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_VALUES, QHeaderView.ResizeMode.Stretch)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        metrics = self._look.metrics
        self.verticalHeader().setDefaultSectionSize(metrics.row)
        self.setColumnWidth(_COLUMN, metrics.units(26))
        self.setColumnWidth(_GOAL, metrics.units(36))
