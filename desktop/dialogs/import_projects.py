"""The projects of a table as the import dialog shows them before anything changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.app.words.numbers import figure
from desktop.widgets.mark_delegate import CellDelegate, MutedRole, StrongRole

if TYPE_CHECKING:
    from criteria.files.project_table import ImportPreview
    from criteria.model.study import Study
    from desktop.look.look import Look

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROW, _STATE, _ID, _TITLE, _COUNTRY, _BUDGET, _SCORES = range(7)


class ComingModel(QAbstractTableModel):
    """One row for each project in the file, with what taking it over would do."""

    def __init__(self, study: Study, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._study = study
        self._preview: ImportPreview | None = None

    def show_preview(self, preview: ImportPreview) -> None:
        """Shows the projects of a preview."""
        self.beginResetModel()
        self._preview = preview
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._preview is None else len(self._preview.projects)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 7

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            heads = (
                self.tr("Row"), self.tr("What happens"), self.tr("Id"), self.tr("Title"), self.tr("Country"),
                self.tr("EUR m"), self.tr("Scores"),
            )  # fmt: skip
            return heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (_ROW, _BUDGET):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        preview = self._preview
        if preview is None or not index.isValid():
            return None
        project = preview.projects[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            millions = figure(None if project.budget_eur is None else project.budget_eur / 1e6, 1)
            row = preview.rows[index.row()] + 1
            cells = (str(row), self._state(preview, project.id), project.id, project.title, project.country)
            return (*cells, millions, self._scores(index.row()))[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (_ROW, _BUDGET):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == MutedRole:
            return index.column() in (_ROW, _ID) or project.id in preview.unchanged
        if role == StrongRole:
            return index.column() == _STATE and project.id in preview.updated
        return None

    def _state(self, preview: ImportPreview, project_id: str) -> str:
        if project_id in preview.new:
            return self.tr("new")
        return self.tr("changed") if project_id in preview.updated else self.tr("as it was")

    def _scores(self, row: int) -> str:
        preview = self._preview
        if preview is None:
            return ""
        criteria = self._study.active_criteria
        given = sum(preview.projects[row].score(criterion.id).value is not None for criterion in criteria)
        return self.tr("{given} of {all}").format(given=given, all=len(criteria))


class ComingView(QTableView):
    """The table of projects in the file."""

    def __init__(self, look: Look, model: ComingModel) -> None:
        super().__init__()
        self._look = look
        self.setModel(model)
        self.setItemDelegate(CellDelegate(look, self, lines=2))
        self.setAccessibleName(self.tr("Projects in this file"))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        metrics = self._look.metrics
        self.verticalHeader().setDefaultSectionSize(metrics.double_row)
        for place, units in ((_ROW, 6), (_STATE, 13), (_ID, 8), (_COUNTRY, 18), (_BUDGET, 9), (_SCORES, 11)):
            self.setColumnWidth(place, metrics.units(units))
