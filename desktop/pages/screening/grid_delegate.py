"""Paints the cells of the screening grid: marks, titles that wrap, group heads, notes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop.look.look import Look
from desktop.look.state_marks import paint_state
from desktop.pages.screening.cell_marks import paint_borderline, paint_mark
from desktop.pages.screening.cell_text import paint_wrapped
from desktop.pages.screening.grid_model import GridModel, MarkRole, NoteRole, RowRole
from desktop.pages.screening.grid_rows import TITLE, GroupRow, Mark
from desktop.pages.screening.grid_words import Note

Index = QModelIndex | QPersistentModelIndex
#: Units at the left of a text in a cell.
CELL_AIR = 0.6


class GridDelegate(QStyledItemDelegate):
    """Everything inside the grid; `shows_names` chooses between names and ids of what is missing."""

    def __init__(self, look: Look, view: QTableView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self.shows_names = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(RowRole)
        rect = QRectF(option.rect)
        painter.save()
        painter.setClipRect(rect)
        if isinstance(row, GroupRow):
            self._paint_group(painter, rect, row, str(index.data() or ""))
        else:
            self._paint_project(painter, rect, option, index)
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRectF, row: GroupRow, text: str) -> None:
        theme, metrics = self._look.theme, self._look.metrics
        painter.fillRect(rect, theme.colour("window"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(rect.bottomLeft() - QPointF(0, 0.5), rect.bottomRight() - QPointF(0, 0.5))
        edge = metrics.units(1.6)
        centre = QPointF(rect.left() + self.air + edge / 2, rect.center().y())
        paint_state(painter, centre, edge, row.screen, theme, "window")
        words = rect.adjusted(self.air + edge + metrics.space("xs"), 0, 0, 0)
        painter.setFont(metrics.font("small_strong"))
        painter.setPen(theme.colour("text"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        words.adjust(metrics.width(text, "small_strong") + metrics.space("s"), 0, 0, 0)
        painter.setFont(metrics.font("small"))
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(row.count))

    @property
    def air(self) -> int:
        """The space at the left of a text."""
        return self._look.metrics.units(CELL_AIR)

    def _paint_project(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        theme = self._look.theme
        ground = self._ground(option, index)
        painter.fillRect(rect, theme.colour(ground) if ground else theme.faded("selection", 0.3))
        painter.setPen(QPen(theme.colour("grid"), 1))
        painter.drawLine(rect.bottomLeft() - QPointF(0, 0.5), rect.bottomRight() - QPointF(0, 0.5))
        model = index.model()
        if isinstance(model, GridModel) and model.line_at(index.column()) is not None:
            painter.drawLine(rect.topLeft() + QPointF(0.5, 0), rect.bottomLeft() + QPointF(0.5, 0))
            mark = index.data(MarkRole)
            if isinstance(mark, Mark):
                paint_mark(painter, rect, mark, self._look, ground or "surface")
        else:
            self._paint_text(painter, rect, index)
        if self._is_current(index):
            self._paint_frame(painter, rect)

    def _ground(self, option: QStyleOptionViewItem, index: Index) -> str:
        """The ground's colour name; empty for the tint of the current column."""
        if self._is_current(index):
            return "surface"
        if option.state & QStyle.StateFlag.State_Selected:
            return "selection"
        current = self._view.currentIndex()
        model = index.model()
        is_line = isinstance(model, GridModel) and model.line_at(index.column()) is not None
        return "" if is_line and current.column() == index.column() else "surface"

    def _is_current(self, index: Index) -> bool:
        current = self._view.currentIndex()
        return (index.row(), index.column()) == (current.row(), current.column())

    def _paint_frame(self, painter: QPainter, rect: QRectF) -> None:
        width = self._look.metrics.stroke(2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour("focus"), width))
        painter.drawRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2))

    def _paint_text(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        theme, metrics = self._look.theme, self._look.metrics
        note = index.data(NoteRole)
        text = str(index.data() or "")
        is_quiet = self._is_excluded(index) or index.column() != TITLE
        if isinstance(note, Note):
            text = self.note_text(note)
            is_quiet = self._is_excluded(index)
            if note.is_borderline:
                paint_borderline(painter, rect, self._look)
        painter.setFont(metrics.font("small"))
        painter.setPen(theme.colour("text_muted" if is_quiet else "text"))
        box = rect.adjusted(self.air + (metrics.space("xs") if isinstance(note, Note) else 0), 0, -1, -1)
        paint_wrapped(painter, box, text)

    def note_text(self, note: Note) -> str:
        """What the last column shows of a note."""
        return note.names if self.shows_names else note.ids

    def _is_excluded(self, index: Index) -> bool:
        model = index.model()
        if not isinstance(model, GridModel):
            return False
        project = model.project_at(index.row())
        return bool(project) and model.result(project).excluded
