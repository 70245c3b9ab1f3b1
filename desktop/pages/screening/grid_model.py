"""The screening grid as an item model: it holds no data of its own, it reads the study."""

from __future__ import annotations

from difflib import SequenceMatcher

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from criteria.model.rules import RedLine
from criteria.model.study import Study
from criteria.screening.screen import ProjectScreen, screen
from desktop.app.words.states import StateWords
from desktop.pages.screening.grid_rows import (
    COUNTRY,
    FIRST_LINE,
    ID,
    TITLE,
    GroupRow,
    Mark,
    Row,
    grid_lines,
    grid_rows,
    marks,
    row_key,
)
from desktop.pages.screening.grid_words import GridWords, Note

Index = QModelIndex | QPersistentModelIndex
#: A GroupRow or the id of a project.
RowRole = Qt.ItemDataRole.UserRole + 1
#: The Mark of a cell, None where the line does not concern the project.
MarkRole = Qt.ItemDataRole.UserRole + 2
#: The Note of the last column.
NoteRole = Qt.ItemDataRole.UserRole + 3


class GridModel(QAbstractTableModel):
    """Projects grouped by result x red lines; columns: id, title, country, the lines, what is missing."""

    def __init__(self, study: Study, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = GridWords()
        self._states = StateWords()
        self._take(study)

    def _take(self, study: Study) -> None:
        self._study = study
        self._lines = grid_lines(study)
        self._rows = grid_rows(study)
        self._read(study)

    def _read(self, study: Study) -> None:
        self._results = {result.project: result for result in screen(study).projects}
        self._projects = {project.id: project for project in study.projects}
        self._marks: dict[str, dict[str, Mark]] = {}
        self._notes = dict(self._words.notes(study))

    def show_study(self, study: Study) -> None:
        """Brings the grid in line with the study by the smallest changes of rows."""
        if study is self._study:
            return
        if [line.id for line in grid_lines(study)] != [line.id for line in self._lines]:
            self.beginResetModel()
            self._take(study)
            self.endResetModel()
            return
        wanted = grid_rows(study)
        # While rows come and go, views may ask for one that leaves as well as for one that is new.
        before = (self._results, self._projects, self._notes)
        self._read(study)
        after = (self._results, self._projects, self._notes)
        self._results, self._projects, self._notes = (
            before[0] | after[0],
            before[1] | after[1],
            before[2] | after[2],
        )
        self._move_rows(wanted)
        self._results, self._projects, self._notes = after
        self._study, self._lines, self._rows = study, grid_lines(study), wanted
        if wanted:
            last = self.index(len(wanted) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def _move_rows(self, wanted: tuple[Row, ...]) -> None:
        before, after = [row_key(row) for row in self._rows], [row_key(row) for row in wanted]
        steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        rows = list(self._rows)
        # From the foot upwards, so that places above stay as they are.
        for tag, first, end, new_first, new_end in reversed(steps):
            if tag in ("delete", "replace"):
                self.beginRemoveRows(QModelIndex(), first, end - 1)
                del rows[first:end]
                self._rows = tuple(rows)
                self.endRemoveRows()
            if tag in ("insert", "replace"):
                self.beginInsertRows(QModelIndex(), first, first + new_end - new_first - 1)
                rows[first:first] = wanted[new_first:new_end]
                self._rows = tuple(rows)
                self.endInsertRows()

    @property
    def lines(self) -> tuple[RedLine, ...]:
        """The red lines in the order of their columns."""
        return self._lines

    @property
    def note_column(self) -> int:
        """The last column."""
        return FIRST_LINE + len(self._lines)

    def line_at(self, column: int) -> RedLine | None:
        """The red line of a column, None for the others."""
        place = column - FIRST_LINE
        return self._lines[place] if 0 <= place < len(self._lines) else None

    def project_at(self, row: int) -> str:
        """The id of the project of a row; empty for group heads and rows that do not exist."""
        found = self._rows[row] if 0 <= row < len(self._rows) else ""
        return found if isinstance(found, str) else ""

    def group_at(self, row: int) -> GroupRow | None:
        """The group head in a row, None where a project stands."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, GroupRow) else None

    def place_of(self, project: str, red_line: str = "") -> QModelIndex:
        """The cell of a project under a line, its title without one; invalid where it is not shown."""
        if project not in self._rows:
            return QModelIndex()
        ids = [line.id for line in self._lines]
        column = FIRST_LINE + ids.index(red_line) if red_line in ids else TITLE
        return self.index(self._rows.index(project), column)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.note_column + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.group_at(index.row()) is not None:
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == RowRole:
            return row
        if isinstance(row, GroupRow):
            return self._group_data(row, index.column(), role)
        return self._project_data(row, index.column(), role)

    def _group_data(self, row: GroupRow, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole and column == 0:
            return self._states.as_head(row.screen)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._states.as_head(row.screen)}, {row.count}"
        return None

    def _project_data(self, project: str, column: int, role: int) -> object:
        line = self.line_at(column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(project, column)
        if role == MarkRole:
            return self._mark(project, line)
        if role == NoteRole:
            return self._notes[project] if column == self.note_column else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(project, line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{project}: {self._tip(project, line, column) or self._text(project, column)}"
        return None

    def _text(self, project: str, column: int) -> str | None:
        known = self._projects[project]
        texts = {ID: known.id, TITLE: known.title, COUNTRY: known.iso3 or known.country}
        if column == self.note_column:
            return self._notes[project].names
        return texts.get(column)

    def _mark(self, project: str, line: RedLine | None) -> Mark | None:
        if line is None:
            return None
        if project not in self._marks:
            self._marks[project] = marks(self._results[project])
        return self._marks[project].get(line.id)

    def _tip(self, project: str, line: RedLine | None, column: int) -> str:
        if line is not None:
            return self._words.cell(line, self._mark(project, line))
        if column == self.note_column:
            return self._notes[project].names
        return self._projects[project].country if column == COUNTRY else ""

    def result(self, project: str) -> ProjectScreen:
        """The screening of a project; KeyError where it is not part of the study."""
        return self._results[project]

    def notes(self) -> tuple[Note, ...]:
        """Every note of the last column, to find how much of it fits."""
        return tuple(self._notes.values())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        line = self.line_at(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words.head(section, line)
        if role == Qt.ItemDataRole.ToolTipRole and line is not None:
            return self._words.line_tip(line)
        return None
