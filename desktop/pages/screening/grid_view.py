"""The table of the screening room: columns that fit, rows as high as their words, arrows that skip heads."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.look.look import Look
from desktop.pages.screening.cell_text import TextMeasure
from desktop.pages.screening.grid_delegate import GridDelegate
from desktop.pages.screening.grid_model import GridModel, Index, NoteRole
from desktop.pages.screening.grid_rows import COUNTRY, FIRST_LINE, ID, TITLE
from desktop.pages.screening.grid_words import Note
from desktop.pages.screening.line_head import LineHead

#: Units: the least and the most width of titles, the least of notes, the width of a column of marks.
LEAST_TITLE, MOST_TITLE, LEAST_NOTE, LINE_COLUMN = 18, 60, 15, 2.6
_UP, _DOWN = QAbstractItemView.CursorAction.MoveUp, QAbstractItemView.CursorAction.MoveDown


class GridView(QTableView):
    """Shows a GridModel; `cell_chosen(project, red line)` when the current cell changes, also without a line.

    `line_chosen(red line)` when a head is clicked, `entered()` when Enter asks for the acts beside the grid.
    """

    cell_chosen = Signal(str, str)
    line_chosen = Signal(str)
    entered = Signal()

    def __init__(self, look: Look, model: GridModel, name: str) -> None:
        super().__init__()
        self._look = look
        self._grid = model
        self._painter = GridDelegate(look, self)
        self._head = LineHead(look, self)
        self.setHorizontalHeader(self._head)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self._set_up()
        self._head.sectionClicked.connect(self._choose_line)
        model.modelReset.connect(self.fit)
        # The model ends every change with one of these two signals.
        model.dataChanged.connect(self.fit)
        look.changed.connect(self._restyle)
        self._restyle()

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self._head.setMinimumSectionSize(1)
        self._head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _restyle(self) -> None:
        self._measure = TextMeasure(self._look.font("small"))
        self.fit()

    def fit(self) -> None:
        """Gives every column and row the size its words need."""
        self._fit_columns()
        self._fit_rows()
        self._head.updateGeometry()
        self.updateGeometries()
        self.viewport().update()

    def _fit_columns(self) -> None:
        metrics, grid = self._look.metrics, self._grid
        air = 2 * self._painter.air
        rows = self._project_rows()
        id_width = max(self._widest(grid.project_at(row) for row in rows), metrics.units(3))
        country = self._widest(str(grid.index(row, COUNTRY).data() or "") for row in rows)
        country = min(max(country, metrics.units(3)), metrics.units(12))
        self.setColumnWidth(ID, round(id_width + air))
        self.setColumnWidth(COUNTRY, round(country + air))
        for column in range(FIRST_LINE, grid.note_column):
            self.setColumnWidth(column, metrics.units(LINE_COLUMN))
        taken = sum(self.columnWidth(c) for c in range(grid.note_column) if c != TITLE)
        self._share(self.viewport().width() - taken)

    def _share(self, room: int) -> None:
        """Divides what is left between titles and notes; names go where two lines hold them."""
        metrics, grid = self._look.metrics, self._grid
        air = 3 * self._painter.air
        head = self._widest(str(grid.headerData(grid.note_column, Qt.Orientation.Horizontal)).split("\n"))
        title = self._widest([str(grid.index(row, TITLE).data() or "") for row in self._project_rows()])
        by_name = self._widest([note.names for note in grid.notes()])
        by_id = self._widest([note.ids for note in grid.notes()])
        least = max(head, min(by_id, metrics.units(LEAST_NOTE))) + air
        title = max(min(title + air, room - least, metrics.units(MOST_TITLE)), metrics.units(LEAST_TITLE))
        note = max(room - title, least)
        self._painter.shows_names = note >= 0.45 * by_name + air
        self.setColumnWidth(grid.note_column, round(note))
        self.setColumnWidth(TITLE, round(title))

    def _project_rows(self) -> list[int]:
        return [row for row in range(self._grid.rowCount()) if self._grid.project_at(row)]

    def _widest(self, texts: Iterable[str]) -> float:
        return max((self._measure.width(text) for text in texts), default=0.0)

    def _fit_rows(self) -> None:
        metrics, grid = self._look.metrics, self._grid
        self.clearSpans()
        self.verticalHeader().setDefaultSectionSize(metrics.dense_row)
        title = self.columnWidth(TITLE) - 1.2 * self._painter.air
        note = self.columnWidth(grid.note_column) - 1.2 * self._painter.air - metrics.space("xs")
        for row in range(grid.rowCount()):
            if grid.group_at(row) is not None:
                self.setSpan(row, 0, 1, grid.columnCount())
                self._set_height(row, metrics.dense_row + metrics.space("xs"))
                continue
            words = grid.index(row, grid.note_column).data(NoteRole)
            text = self._painter.note_text(words) if isinstance(words, Note) else ""
            lines = max(
                self._measure.lines(str(grid.index(row, TITLE).data()), title),
                self._measure.lines(text, note),
            )
            self._set_height(row, metrics.dense_row + (lines - 1) * metrics.line("small"))

    def _set_height(self, row: int, height: int) -> None:
        if self.rowHeight(row) != height:
            self.setRowHeight(row, height)

    def choose(self, project: str, red_line: str = "") -> None:
        """Makes the cell of a project and a line current, its title where the line is not shown."""
        place = self._grid.place_of(project, red_line)
        if place.isValid() and place != self.currentIndex():
            self.setCurrentIndex(place)
            self.scrollTo(place)

    def mark_line(self, red_line: str) -> None:
        """Marks the head of a line and leaves no cell current: the line over all projects is meant."""
        self.setCurrentIndex(QModelIndex())
        ids = [line.id for line in self._grid.lines]
        self._head.set_current(FIRST_LINE + ids.index(red_line) if red_line in ids else -1)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._head.set_current(current.column() if current.isValid() else -1)
        self.viewport().update()
        project = self._grid.project_at(current.row()) if current.isValid() else ""
        if project:
            line = self._grid.line_at(current.column())
            self.cell_chosen.emit(project, line.id if line is not None else "")

    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        target = super().moveCursor(cursorAction, modifiers)
        if not target.isValid() or self._grid.group_at(target.row()) is None:
            return target
        step = -1 if cursorAction == _UP else 1
        row = target.row()
        while 0 <= row < self._grid.rowCount() and self._grid.group_at(row) is not None:
            row += step
        if not 0 <= row < self._grid.rowCount():
            return self.currentIndex()
        return self._grid.index(row, self.currentIndex().column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.metrics.units(50), self._look.metrics.units(30))

    def _choose_line(self, column: int) -> None:
        line = self._grid.line_at(column)
        if line is not None:
            self.line_chosen.emit(line.id)
